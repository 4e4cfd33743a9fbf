package io.github.mist4j.estimator;

/** Statistics of dependence for tests that compare a column of names with its shuffles. */
final class NameDependence {
  private NameDependence() {}

  /**
   * Of two columns of names: the information of their table of counts, whose margins shuffles leave
   * as they are.
   */
  record OfTable(CellCounts cells) implements Statistic {
    OfTable(JointLevels x, JointLevels y) {
      this(new CellCounts(x, y));
    }

    @Override
    public double of(int[] order) {
      return Math.log(order.length) - CountEntropy.plain(cells.of(order));
    }
  }

  /**
   * Of names and numbers: Σ_a 1/a² Σ_l (Σ f_a)²/n_l over the levels l and the functions f_a of the
   * margin, the variance between levels of what {@link SmoothDependence} weighs in the same way.
   */
  record OfNumbers(JointLevels names, MarginFunctions margin) implements Statistic {
    @Override
    public double of(int[] order) {
      int functions = margin.count();
      var sums = new double[names.count() * functions];
      for (int r = 0; r < order.length; r++) {
        int at = margin.level()[order[r]] * functions;
        int to = names.codes()[r] * functions;
        for (int a = 0; a < functions; a++) {
          sums[to + a] += margin.table()[at + a];
        }
      }
      double total = 0;
      for (int k = 0; k < sums.length; k++) {
        int a = k % functions + 1;
        total += sums[k] * sums[k] / names.counts()[k / functions] / (a * a);
      }
      return total;
    }
  }
}
