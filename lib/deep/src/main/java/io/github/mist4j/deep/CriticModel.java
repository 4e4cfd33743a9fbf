package io.github.mist4j.deep;

import io.github.mist4j.deep.CriticOptions.Others;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** A critic that climbs a bound on rows of a sample. */
final class CriticModel implements RowModel {
  private final SampleMatrix columns;
  private final Critic critic;
  private final Objective objective;
  private final Others others;
  private Pairs ofBatch;
  private ScoredPairs latest;

  CriticModel(SampleMatrix columns, Critic critic, CriticOptions options) {
    this.columns = columns;
    this.critic = critic;
    objective = new Objective(options.bound(), options.clamp());
    others = options.others();
  }

  @Override
  public float[] initialWeights(RandomGenerator rng) {
    return critic.initialWeights(rng);
  }

  @Override
  public double largestNorm() {
    return objective.largestNorm();
  }

  @Override
  public double addGradient(float[] weights, float[] gradient, int[] rows) {
    if (ofBatch == null || ofBatch.n() != rows.length) {
      ofBatch = Pairs.of(rows.length, others == Others.ONE ? 1 : rows.length - 1);
    }
    var tape = new Tape(weights, gradient);
    Critic.Sides sides = critic.sides(tape, columns.x(rows), columns.y(rows));
    Tensor scores = critic.scores(tape, sides, ofBatch);
    latest = new ScoredPairs(scores.value(), ofBatch.n(), ofBatch.others());
    double climbed = objective.climbed(latest, scores.gradient());
    tape.backward();
    return climbed;
  }

  @Override
  public double information(double climbed) {
    return objective.climbsInformation() ? climbed : objective.information(latest);
  }

  @Override
  public double climbed(float[] weights, int[] rows) {
    return seen(weights, rows).climbed();
  }

  @Override
  public Seen seen(float[] weights, int[] rows) {
    ScoredPairs scored = scored(weights, rows, critic.pairsOfLook());
    return new Seen(objective.climbed(scored, null), objective.information(scored));
  }

  @Override
  public Reading reading(float[] weights, int[] rows, BooleanSupplier stopped) {
    ScoredPairs scored = scored(weights, rows, critic.pairsOfReading());
    return new Reading(objective.information(scored), objective.most(scored.n(), scored.m()));
  }

  private ScoredPairs scored(float[] weights, int[] rows, int most) {
    Pairs pairs = Pairs.atMost(rows.length, most);
    var tape = new Tape(weights, null);
    Critic.Sides sides = critic.sides(tape, columns.x(rows), columns.y(rows));
    var scores = new float[pairs.count()];
    int at = 0;
    for (Pairs part : pairs.parts(critic.pairsAtOnce())) {
      System.arraycopy(critic.scores(tape, sides, part).value(), 0, scores, at, part.count());
      at += part.count();
    }
    return new ScoredPairs(scores, pairs.n(), pairs.others());
  }
}
