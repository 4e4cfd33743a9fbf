package io.github.mist4j.distribution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The margin of a column of somebody's table, as a function of a standard normal score: numbers
 * that stand again are atoms of their share, numbers that stand once fill what lies between them,
 * and where all are multiples of a step what fills is rounded to it.
 */
final class ObservedColumn {
  private static final int FEW = 2; // of a number: chance, on a grid of many numbers
  private static final int MOST_DECIMALS = 9;
  private static final double LARGEST = 1e15; // of whole numbers that a double tells apart
  private static final int STEPS_PER_ROW = 20; // a finer grid is as good as none

  private final Piece[] pieces; // rising
  private final double[] cuts; // scores between the pieces, (pieces − 1)
  private final double[] below; // the shares below each piece, and 1, (pieces + 1)
  private final double[] middles; // the score in the middle of each piece

  /**
   * A stretch of the margin.
   *
   * @param share of the rows, positive
   * @param low the lowest number of it
   * @param high the highest, equal for an atom
   */
  private record Piece(double share, double low, double high) {
    boolean isAtom() {
      return !(low < high);
    }
  }

  private ObservedColumn(List<Piece> pieces) {
    this.pieces = pieces.toArray(Piece[]::new);
    below = new double[this.pieces.length + 1];
    double sum = pieces.stream().mapToDouble(Piece::share).sum();
    for (int k = 0; k < this.pieces.length; k++) {
      below[k + 1] = below[k] + this.pieces[k].share / sum;
    }
    cuts = new double[this.pieces.length - 1];
    Arrays.setAll(cuts, k -> NormalPoints.NORMAL.inverseCumulativeProbability(below[k + 1]));
    middles = new double[this.pieces.length];
    Arrays.setAll(middles, k -> scoreIn(k, 0.5));
  }

  /** The margin of a column, which is not constant, (n). */
  static ObservedColumn of(double[] column) {
    var counts = new TreeMap<Double, Integer>();
    for (double value : column) {
      counts.merge(value + 0.0, 1, Integer::sum); // one zero
    }
    double[] values = counts.keySet().stream().mapToDouble(v -> v).toArray();
    double step = step(values, column.length);
    var pieces = new ArrayList<Piece>();
    int last = values.length - 1;
    for (int k = 0; k <= last; k++) {
      double value = values[k];
      int count = counts.get(value);
      if (count > (step > 0 ? FEW : 1)) {
        pieces.add(new Piece(count, value, value));
      } else {
        double low = k == 0 ? value - step / 2 : 0.5 * (values[k - 1] + value);
        double high = k == last ? value + step / 2 : 0.5 * (value + values[k + 1]);
        pieces.add(new Piece(count, low, high));
      }
    }
    return new ObservedColumn(step > 0 ? rounded(pieces, values[0], step) : pieces);
  }

  /** The step of which all differences of rising numbers are multiples; 0 where none is. */
  private static double step(double[] values, int n) {
    int decimals = 0;
    for (double value : values) {
      decimals = Math.max(decimals, BigDecimal.valueOf(value).stripTrailingZeros().scale());
    }
    double unit = Math.pow(10, decimals);
    double first = values[0];
    double last = values[values.length - 1];
    if (decimals > MOST_DECIMALS || Math.max(Math.abs(first), Math.abs(last)) * unit > LARGEST) {
      return 0;
    }
    long common = 0;
    for (double value : values) {
      common = commonDivisor(common, Math.round(value * unit) - Math.round(first * unit));
    }
    double step = common / unit;
    boolean ties = values.length < n;
    return ties && (last - first) / step <= (double) STEPS_PER_ROW * n ? step : 0;
  }

  private static long commonDivisor(long a, long b) {
    return b == 0 ? a : commonDivisor(b, a % b);
  }

  /** What fills, in the atoms to which it is rounded; a step at a time from the first. */
  private static List<Piece> rounded(List<Piece> pieces, double first, double step) {
    var shares = new TreeMap<Long, Double>();
    for (Piece piece : pieces) {
      double from = (piece.low - first) / step;
      double to = (piece.high - first) / step;
      if (piece.isAtom()) {
        shares.merge(Math.round(from), piece.share, Double::sum);
        continue;
      }
      for (long k = Math.round(from); k <= Math.round(to); k++) {
        double part = Math.min(to, k + 0.5) - Math.max(from, k - 0.5);
        if (part > 1e-9) { // not by rounding of the ends alone
          shares.merge(k, piece.share * part / (to - from), Double::sum);
        }
      }
    }
    var unit = BigDecimal.valueOf(step);
    return shares.entrySet().stream()
        .map(
            e -> {
              double value =
                  BigDecimal.valueOf(first)
                      .add(unit.multiply(BigDecimal.valueOf(e.getKey())))
                      .doubleValue();
              return new Piece(e.getValue(), value, value);
            })
        .toList();
  }

  /** The score as it is seen in the table: for a number that stands again in its middle. */
  double seen(double score) {
    int k = Cells.place(cuts, score);
    return pieces[k].isAtom() ? middles[k] : score;
  }

  /** What stands in the table at a score. */
  double value(double score) {
    int k = Cells.place(cuts, score);
    Piece piece = pieces[k];
    if (piece.isAtom()) {
      return piece.low;
    }
    double u = NormalPoints.NORMAL.cumulativeProbability(score);
    double part = (u - below[k]) / (below[k + 1] - below[k]);
    return piece.low + Math.max(0, Math.min(1, part)) * (piece.high - piece.low);
  }

  /** The score, as it is seen, of a number of the table. */
  double score(double value) {
    int k = pieceOf(value);
    Piece piece = pieces[k];
    return piece.isAtom() ? middles[k] : scoreIn(k, (value - piece.low) / (piece.high - piece.low));
  }

  private double scoreIn(int piece, double part) {
    double inside = Math.max(1e-9, Math.min(1 - 1e-9, part));
    return NormalPoints.NORMAL.inverseCumulativeProbability(
        below[piece] + inside * (below[piece + 1] - below[piece]));
  }

  private int pieceOf(double value) {
    int low = 0;
    int high = pieces.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces[middle].high >= value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Whether numbers stand again. */
  boolean hasAtoms() {
    return Arrays.stream(pieces).anyMatch(Piece::isAtom);
  }

  /** How what a map makes scores is recorded: as one for each atom, the others as they are. */
  Recording recording(RisingMap toScore) {
    var between = new ArrayList<Double>();
    var atoms = new ArrayList<Double>();
    for (int k = 0; k < pieces.length; k++) {
      boolean atom = pieces[k].isAtom();
      if (k > 0 && (atom || pieces[k - 1].isAtom())) {
        between.add(toScore.inverse(cuts[k - 1]));
      } else if (k > 0) {
        continue; // what fills goes on
      }
      atoms.add(atom ? toScore.inverse(middles[k]) : Double.NaN);
    }
    return Recording.intervals(
        between.stream().mapToDouble(v -> v).toArray(),
        atoms.stream().mapToDouble(v -> v).toArray());
  }

  /** In words. */
  @Override
  public String toString() {
    long atoms = Arrays.stream(pieces).filter(Piece::isAtom).count();
    return atoms == pieces.length
        ? atoms + " numbers"
        : atoms == 0 ? "numbers" : "numbers, %s of them again and again".formatted(atoms);
  }
}
