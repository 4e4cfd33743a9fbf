package io.github.mist4j.deep;

/**
 * The scores of n pairs as they are, then of n · m pairs of different rows, as {@link Pairs} has
 * them.
 */
record ScoredPairs(float[] scores, int n, int m) {
  double own(int i) {
    return scores[i];
  }

  double other(int i, int k) {
    return scores[n + i * m + k];
  }

  int otherAt(int i, int k) {
    return n + i * m + k;
  }

  double meanOwn() {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += own(i);
    }
    return sum / n;
  }

  /** log of the mean of exp over the pairs of different rows, scores clamped to ±τ. */
  double logMeanExpOther(double clamp) {
    double most = Double.NEGATIVE_INFINITY;
    for (int p = n; p < n + n * m; p++) {
      most = Math.max(most, clamped(scores[p], clamp));
    }
    double sum = 0;
    for (int p = n; p < n + n * m; p++) {
      sum += Math.exp(clamped(scores[p], clamp) - most);
    }
    return most + Math.log(sum / ((double) n * m));
  }

  private static double clamped(double score, double clamp) {
    return Math.max(-clamp, Math.min(clamp, score));
  }
}
