package io.github.mist4j.deep;

import io.github.mist4j.deep.CriticOptions.Bound;

/**
 * What a critic climbs, and its slopes by the scores; the formulas are those of {@link Bound}. One
 * for each training: MINE remembers a moving average.
 */
final class Objective {
  private static final double KEPT = 0.9; // of MINE's average, as in the benchmark of Czyż et al.

  private final Bound bound;
  private final double clamp;
  private double logAverage = Double.NaN; // of E' exp T

  Objective(Bound bound, double clamp) {
    this.bound = bound;
    this.clamp = clamp;
  }

  /** The mutual information that is read off scores, nats. */
  double information(ScoredPairs s) {
    return switch (bound) {
      case MINE, DV -> s.meanOwn() - s.logMeanExpOther(Double.POSITIVE_INFINITY);
      case SMILE -> s.meanOwn() - s.logMeanExpOther(clamp);
      case NWJ, JS_NWJ -> 1 + s.meanOwn() - Math.exp(s.logMeanExpOther(Double.POSITIVE_INFINITY));
      case INFONCE -> climbed(s, null);
      case INFONCE_ANCHOR -> s.meanOwn();
    };
  }

  /** Whether what is climbed is what is read off. */
  boolean climbsInformation() {
    return switch (bound) {
      case MINE, DV, NWJ, INFONCE -> true;
      case JS_NWJ, SMILE, INFONCE_ANCHOR -> false;
    };
  }

  /**
   * What longer gradients are cut to. Those of NWJ are not: its exponential makes some of 1e6, and
   * the smaller steps that Adam makes after one keep it from the next. Cut to 5, it ran away at 6
   * nats on the stairs of Song and Ermon.
   */
  double largestNorm() {
    return bound == Bound.NWJ ? Double.POSITIVE_INFINITY : Adam.LARGEST_NORM;
  }

  /** The most that so many scores can show, nats: no estimate beyond it is to be believed. */
  double most(int n, int m) {
    return switch (bound) {
      case INFONCE -> Math.log(m + 1.0);
      // What E' exp T is worth beyond the logarithm of its terms nobody has seen (McAllester and
      // Stratos, 2020).
      case MINE, DV, NWJ, JS_NWJ -> Math.log((double) n * m);
      case SMILE, INFONCE_ANCHOR -> Fitting.BEYOND * Math.log(n);
    };
  }

  /**
   * What is climbed.
   *
   * @param slopes set to its derivatives by the scores, or null where none are wanted; then MINE's
   *     average stays as it is
   */
  double climbed(ScoredPairs s, float[] slopes) {
    return switch (bound) {
      case MINE, DV -> donskerVaradhan(s, slopes);
      case NWJ -> nguyen(s, slopes);
      case JS_NWJ, SMILE -> jensenShannon(s, slopes);
      case INFONCE -> infoNce(s, slopes);
      case INFONCE_ANCHOR -> anchored(s, slopes);
    };
  }

  private double donskerVaradhan(ScoredPairs s, float[] slopes) {
    double log = s.logMeanExpOther(Double.POSITIVE_INFINITY);
    if (slopes != null) {
      double divisor = log;
      if (bound == Bound.MINE) {
        logAverage = Double.isNaN(logAverage) ? log : logMix(logAverage, log);
        divisor = logAverage;
      }
      for (int i = 0; i < s.n(); i++) {
        slopes[i] = 1f / s.n();
        for (int k = 0; k < s.m(); k++) {
          slopes[s.otherAt(i, k)] =
              (float) (-Math.exp(s.other(i, k) - divisor) / ((double) s.n() * s.m()));
        }
      }
    }
    return s.meanOwn() - log;
  }

  private static double logMix(double before, double now) {
    double most = Math.max(before, now);
    return most + Math.log(KEPT * Math.exp(before - most) + (1 - KEPT) * Math.exp(now - most));
  }

  private static double nguyen(ScoredPairs s, float[] slopes) {
    double pairs = (double) s.n() * s.m();
    double sum = 0;
    for (int i = 0; i < s.n(); i++) {
      for (int k = 0; k < s.m(); k++) {
        double e = Math.exp(s.other(i, k)) / pairs;
        sum += e;
        if (slopes != null) {
          slopes[s.otherAt(i, k)] = (float) -e;
        }
      }
      if (slopes != null) {
        slopes[i] = 1f / s.n();
      }
    }
    return 1 + s.meanOwn() - sum;
  }

  /** −E softplus(−T) − E' softplus(T). */
  private static double jensenShannon(ScoredPairs s, float[] slopes) {
    double pairs = (double) s.n() * s.m();
    double sum = 0;
    for (int i = 0; i < s.n(); i++) {
      sum -= softplus(-s.own(i)) / s.n();
      for (int k = 0; k < s.m(); k++) {
        sum -= softplus(s.other(i, k)) / pairs;
        if (slopes != null) {
          slopes[s.otherAt(i, k)] = (float) (-logistic(s.other(i, k)) / pairs);
        }
      }
      if (slopes != null) {
        slopes[i] = (float) (logistic(-s.own(i)) / s.n());
      }
    }
    return sum;
  }

  private static double softplus(double v) {
    return Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
  }

  private static double logistic(double v) {
    return 1 / (1 + Math.exp(-v));
  }

  /** E [T − log((exp T + Σ exp T')/(m + 1))], the sum over the others of the row. */
  private static double infoNce(ScoredPairs s, float[] slopes) {
    var shares = new float[s.m() + 1]; // of the sum: the others', then the own
    double sum = 0;
    for (int i = 0; i < s.n(); i++) {
      System.arraycopy(s.scores(), s.otherAt(i, 0), shares, 0, s.m());
      shares[s.m()] = s.scores()[i];
      float most = Elementwise.belowLargest(shares, 0, shares.length);
      Elementwise.expOfMinus(shares);
      double total = Elementwise.sum(shares, 0, shares.length);
      sum += (s.own(i) - most - Math.log(total) + Math.log(s.m() + 1.0)) / s.n();
      if (slopes != null) {
        float part = (float) (-1 / (total * s.n()));
        slopes[i] = 1f / s.n() + part * shares[s.m()];
        int at = s.otherAt(i, 0);
        for (int k = 0; k < s.m(); k++) {
          slopes[at + k] = part * shares[k];
        }
      }
    }
    return sum;
  }

  /**
   * With m + 1 answers to "which of m rows is the own, if any": those where it is there, among m −
   * 1 others, and those where it is not, among m others; the answer "none" has score 0.
   */
  private static double anchored(ScoredPairs s, float[] slopes) {
    double with = s.m() / ((s.m() + 1.0) * s.n()); // the weight of a row
    double without = 1 / ((s.m() + 1.0) * s.n());
    double sum = 0;
    for (int i = 0; i < s.n(); i++) {
      double own = s.own(i);
      double logWith = logSum(s, i, s.m() - 1, logAdd(own, 0));
      double logWithout = logSum(s, i, s.m(), 0);
      sum += with * (own - logWith) - without * logWithout;
      if (slopes != null) {
        slopes[i] = (float) (with * (1 - Math.exp(own - logWith)));
        for (int k = 0; k < s.m(); k++) {
          double t = s.other(i, k);
          double there = k < s.m() - 1 ? with * Math.exp(t - logWith) : 0;
          slopes[s.otherAt(i, k)] = (float) (-there - without * Math.exp(t - logWithout));
        }
      }
    }
    return sum;
  }

  private static double logAdd(double a, double b) {
    return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
  }

  /** log(exp(more) + Σ exp T') over the first so many others of a row. */
  private static double logSum(ScoredPairs s, int i, int count, double more) {
    double most = more;
    for (int k = 0; k < count; k++) {
      most = Math.max(most, s.other(i, k));
    }
    double sum = Math.exp(more - most);
    for (int k = 0; k < count; k++) {
      sum += Math.exp(s.other(i, k) - most);
    }
    return most + Math.log(sum);
  }
}
