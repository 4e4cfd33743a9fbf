package io.github.mist4j.deep;

import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.sample.Sample;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Codes of each side, of up to eight columns, from which networks tell the side itself and the
 * other one; the information of the codes by nearest neighbours: no code of X says more of Y than X
 * does.
 */
final class CodesModel implements RowModel {
  private static final int MOST_CODES = 8;

  private final SampleMatrix columns;
  private final Layout layout = new Layout();
  private final Mlp codeOfX;
  private final Mlp codeOfY;
  private final Mlp[] tellers; // X and Y from the code of X, X and Y from that of Y

  CodesModel(SampleMatrix columns, FitOptions fit) {
    this.columns = columns;
    int dx = columns.dx();
    int dy = columns.dy();
    int codesX = Math.min(MOST_CODES, dx);
    int codesY = Math.min(MOST_CODES, dy);
    codeOfX = Mlp.of(layout, "code of x", dx, codesX, fit);
    codeOfY = Mlp.of(layout, "code of y", dy, codesY, fit);
    tellers =
        new Mlp[] {
          Mlp.of(layout, "x from x", codesX, dx, fit),
          Mlp.of(layout, "y from x", codesX, dy, fit),
          Mlp.of(layout, "x from y", codesY, dx, fit),
          Mlp.of(layout, "y from y", codesY, dy, fit)
        };
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    var weights = new float[layout.size()];
    codeOfX.initialize(weights, rng);
    codeOfY.initialize(weights, rng);
    for (Mlp teller : tellers) {
      teller.initialize(weights, rng);
    }
    return weights;
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    var tape = new Tape(weights, gradient);
    double climbed = errors(tape, rows);
    tape.backward();
    return climbed;
  }

  /** Less the mean squared errors of all that is told; with their gradients where wanted. */
  private double errors(Tape tape, int[] rows) {
    Tensor x = columns.x(rows);
    Tensor y = columns.y(rows);
    Tensor fromX = codeOfX.apply(tape, x);
    Tensor fromY = codeOfY.apply(tape, y);
    double sum = 0;
    for (int k = 0; k < tellers.length; k++) {
      Tensor told = tellers[k].apply(tape, k < 2 ? fromX : fromY);
      sum -= SquaredError.mean(told, (k % 2 == 0 ? x : y).value());
    }
    return sum;
  }

  @Override
  public double climbed(float[] weights, int[] rows) {
    return errors(new Tape(weights, null), rows);
  }

  @Override
  public double information(double climbed) {
    return Double.NaN; // an error
  }

  @Override
  public Seen seen(float[] weights, int[] rows) {
    return new Seen(climbed(weights, rows), information(weights, rows));
  }

  @Override
  public Reading reading(float[] weights, int[] rows, BooleanSupplier stopped) {
    return new Reading(information(weights, rows), Fitting.BEYOND * Math.log(rows.length));
  }

  private double information(float[] weights, int[] rows) {
    var tape = new Tape(weights, null);
    return new Ksg()
        .estimate(
            Sample.ofColumns(
                columns(codeOfX.apply(tape, columns.x(rows))),
                columns(codeOfY.apply(tape, columns.y(rows)))))
        .value();
  }

  private static double[][] columns(Tensor codes) {
    var columns = new double[codes.channels()][codes.rows()];
    for (int i = 0; i < codes.value().length; i++) {
      columns[i / codes.rows()][i % codes.rows()] = codes.value()[i];
    }
    return columns;
  }
}
