package io.github.mist4j.network;

import java.util.function.IntToDoubleFunction;

/**
 * What the features of the query rows are made of ({@link RowFeature}).
 *
 * @param queries the rows
 * @param lengthX squared Mahalanobis lengths of x, (queries)
 * @param lengthY the same of y
 * @param lengthRest what (x, y) adds to that of x
 * @param normX squared norms of x, (queries)
 * @param normY the same of y
 * @param neighbours of the queries
 * @param counts of equal values, of all rows
 * @param psi ψ(k) at index k
 */
record RowStatistics(
    int n,
    int dx,
    int dy,
    int[] queries,
    double[] lengthX,
    double[] lengthY,
    double[] lengthRest,
    double[] normX,
    double[] normY,
    Neighbours neighbours,
    ValueCounts counts,
    double[] psi) {
  private static final int MIXED = 4; // the neighbour whose distance is 0 or not

  static RowStatistics of(
      RankedSample copula,
      GaussianPart gaussian,
      Neighbours neighbours,
      ValueCounts counts,
      int[] queries) {
    int d = copula.d();
    int dx = copula.dx();
    int dy = d - dx;
    var z = new double[d][queries.length];
    for (int c = 0; c < d; c++) {
      int[] ranks = copula.ranks()[c];
      for (int q = 0; q < queries.length; q++) {
        z[c][q] = copula.table().scores()[ranks[queries[q]]];
      }
    }
    double[][] whiteY = new double[dy][];
    System.arraycopy(z, dx, whiteY, 0, dy);
    double[][] white = whiten(gaussian.whitening(), z); // its first dx columns whiten X alone
    return new RowStatistics(
        copula.n(),
        dx,
        dy,
        queries,
        squares(white, 0, dx),
        squares(whiten(gaussian.whiteningY(), whiteY), 0, dy),
        squares(white, dx, d),
        squares(z, 0, dx),
        squares(z, dx, d),
        neighbours,
        counts,
        copula.table().psi());
  }

  int d() {
    return dx + dy;
  }

  /** ψ(k) + ψ(n) − ψ(n_x) − ψ(n_y), whose mean is the estimate of Kraskov et al. (2004), nats. */
  IntToDoubleFunction neighbourTerm(int k) {
    double base = psi[Math.min(k, n - 1)] + psi[n];
    int[] inX = neighbours.withinX(k);
    int[] inY = neighbours.withinY(k);
    return q -> base - psi[inX[q]] - psi[inY[q]];
  }

  /** log((1 + n_x)/n). */
  IntToDoubleFunction shareWithinX(int k) {
    return share(neighbours.withinX(k));
  }

  /** log((1 + n_y)/n). */
  IntToDoubleFunction shareWithinY(int k) {
    return share(neighbours.withinY(k));
  }

  private IntToDoubleFunction share(int[] within) {
    return q -> Math.log((1.0 + within[q]) / n);
  }

  /** The term of {@link ValueCounts} where they say something, else 0, nats. */
  IntToDoubleFunction countTerm() {
    double[] terms = counts.repeated() ? counts.terms() : new double[n];
    return q -> terms[queries[q]];
  }

  /**
   * The mean over the queries of ψ(m) + log n − log m_x − log m_y where more than four other rows
   * hold the same values, by the counts of those rows, else of {@link #neighbourTerm} of the fourth
   * neighbour: the estimate of Gao et al. (2017), <i>Estimating mutual information for
   * discrete-continuous mixtures</i>, with equal values in an order where distances are not 0,
   * nats.
   */
  double mixed() {
    IntToDoubleFunction apart = neighbourTerm(MIXED);
    int[][] counts = this.counts.plain();
    double sum = 0;
    for (int q = 0; q < queries.length; q++) {
      int r = queries[q];
      int m = counts[2][r];
      sum +=
          m > MIXED + 1
              ? psi[m] + Math.log(n) - Math.log(counts[0][r]) - Math.log(counts[1][r])
              : apart.applyAsDouble(q);
    }
    return sum / queries.length;
  }

  /** The logarithm of a count of each row. */
  IntToDoubleFunction logCount(int[] ofRows) {
    return q -> Math.log(ofRows[queries[q]]);
  }

  /** W z for a lower triangular W, (d, queries). */
  private static double[][] whiten(double[] w, double[][] z) {
    int d = z.length;
    var white = new double[d][z[0].length];
    for (int i = 0; i < d; i++) {
      double[] target = white[i];
      for (int j = 0; j <= i; j++) {
        double weight = w[i * d + j];
        double[] source = z[j];
        for (int q = 0; q < target.length; q++) {
          target[q] += weight * source[q];
        }
      }
    }
    return white;
  }

  private static double[] squares(double[][] columns, int from, int to) {
    var sum = new double[columns[0].length];
    for (int c = from; c < to; c++) {
      double[] column = columns[c];
      for (int q = 0; q < sum.length; q++) {
        sum[q] += column[q] * column[q];
      }
    }
    return sum;
  }
}
