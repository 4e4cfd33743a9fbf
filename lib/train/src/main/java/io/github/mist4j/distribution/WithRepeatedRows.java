package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.sample.Sample;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Rows of a law of which some stand again: a bootstrap sample, a join, an upsampled table. The
 * mutual information is that of the law; the rows are no longer independent.
 *
 * @param share of the rows that are copies of others, in (0, 1)
 */
record WithRepeatedRows(Distribution law, double share) implements DelegatingDistribution {
  WithRepeatedRows {
    require(law != null, "the law must be given, was null");
    require(share > 0 && share < 1, "share must be in (0, 1), was %s", share);
  }

  /** Rows in no order, of which the share are copies of random others; at least ten are not. */
  @Override
  public Sample sample(int n, RandomGenerator rng) {
    ColumnDraws.checkDraw(n, rng);
    int own = Math.max(Sample.MIN_ROWS, n - (int) Math.round(share * n));
    int[] rows = IntStream.range(0, n).map(r -> r < own ? r : rng.nextInt(own)).toArray();
    for (int r = n - 1; r > 0; r--) {
      int other = rng.nextInt(r + 1);
      int row = rows[r];
      rows[r] = rows[other];
      rows[other] = row;
    }
    return law.sample(own, rng).rows(rows);
  }

  @Override
  public String describe() {
    return "%s; %s of the rows are copies of others".formatted(law.describe(), Curve.number(share));
  }
}
