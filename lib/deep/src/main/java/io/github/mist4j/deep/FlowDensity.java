package io.github.mist4j.deep;

import java.util.random.RandomGenerator;

/** Columns that a flow carries to independent normal ones. */
record FlowDensity(Couplings couplings) implements Density {
  static FlowDensity of(Layout layout, String name, int d, FitOptions fit) {
    return new FlowDensity(new Couplings(layout, name, d, fit));
  }

  @Override
  public void initialize(float[] weights, RandomGenerator rng) {
    couplings.initialize(weights, rng);
  }

  @Override
  public double climb(Tape tape, Tensor x, RandomGenerator rng) {
    Couplings.Passed passed = couplings.apply(tape, x);
    if (tape.recording()) {
      JointNormalModel.addNormalGradient(passed.z(), 1.0 / x.rows());
      passed.addVolumeGradient(1.0 / x.rows());
    }
    double sum = 0;
    for (int r = 0; r < x.rows(); r++) {
      sum += passed.logVolume(r) / x.rows();
    }
    return sum + JointNormalModel.meanLogNormal(passed.z());
  }

  @Override
  public double meanLog(float[] weights, Tensor x, int draws, RandomGenerator rng) {
    return climb(new Tape(weights, null), x, rng);
  }
}
