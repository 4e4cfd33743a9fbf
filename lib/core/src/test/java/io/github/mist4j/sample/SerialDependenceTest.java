package io.github.mist4j.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SerialDependenceTest {
  private static final int DRAWS = 50;

  /** Pairs of columns of n rows. */
  enum Rows {
    SERIES(n -> n >= 300) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        return new double[][] {series(n, 0.8, rng), series(n, 0.8, rng)};
      }
    },
    WALKS(n -> true) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        return new double[][] {series(n, 1, rng), series(n, 1, rng)};
      }
    },
    COUNTS_OF_A_SERIES(n -> n >= 1000) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        double[] rate = series(n, 0.95, rng);
        double[] count = IntStream.range(0, n).mapToDouble(r -> poisson(rate[r], rng)).toArray();
        return new double[][] {series(n, 0.95, rng), count};
      }
    },
    UNITS_BY_YEARS(n -> n >= 300) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        int years = 5;
        double[] wealth = columns(n / years + 1, rng);
        double[] health = columns(n / years + 1, rng);
        return new double[][] {
          IntStream.range(0, n)
              .mapToDouble(r -> wealth[r / years] + 0.4 * rng.nextGaussian())
              .toArray(),
          IntStream.range(0, n)
              .mapToDouble(r -> health[r / years] + 0.4 * rng.nextGaussian())
              .toArray()
        };
      }
    },
    MONTHS(n -> n >= 300) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        return new double[][] {season(n, 12, rng), season(n, 12, rng)};
      }
    },
    STORES_BY_DAYS(n -> n >= 300) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        double[] wealth = columns(15, rng);
        double[] size = columns(15, rng);
        return new double[][] {
          IntStream.range(0, n).mapToDouble(r -> wealth[r % 15] + rng.nextGaussian() / 3).toArray(),
          IntStream.range(0, n).mapToDouble(r -> size[r % 15] + rng.nextGaussian() / 3).toArray()
        };
      }
    },
    INDEPENDENT(n -> false) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        double[] x = columns(n, rng);
        return new double[][] {x, Arrays.stream(x).map(v -> v + rng.nextGaussian()).toArray()};
      }
    },
    ROUNDED_WITH_ZEROS(n -> false) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        double[] x = columns(n, rng);
        return new double[][] {
          Arrays.stream(x).map(v -> Math.max(0, Math.rint(2 * v))).toArray(),
          Arrays.stream(x).map(v -> Math.rint(v + rng.nextGaussian())).toArray()
        };
      }
    },
    SORTED(n -> false) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        double[] x = columns(n, rng);
        Arrays.sort(x);
        return new double[][] {x, Arrays.stream(x).map(v -> v + rng.nextGaussian() / 2).toArray()};
      }
    },
    SORTED_BY_ANOTHER(n -> false) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        double[] age = columns(n, rng);
        Arrays.sort(age);
        return new double[][] {
          Arrays.stream(age).map(v -> v + rng.nextGaussian() / 2).toArray(),
          Arrays.stream(age).map(v -> v + rng.nextGaussian() / 2).toArray()
        };
      }
    },
    SORTED_BY_THREE_CLASSES(n -> false) {
      @Override
      double[][] draw(int n, RandomGenerator rng) {
        int[] species = rng.ints(n, 0, 3).sorted().toArray();
        return new double[][] {
          Arrays.stream(species).mapToDouble(s -> 4 * s + rng.nextGaussian()).toArray(),
          Arrays.stream(species).mapToDouble(s -> -4 * s + rng.nextGaussian()).toArray()
        };
      }
    };

    private final IntPredicate depend; // at such numbers of rows it is to be found

    Rows(IntPredicate depend) {
      this.depend = depend;
    }

    abstract double[][] draw(int n, RandomGenerator rng);
  }

  private static double[] columns(int n, RandomGenerator rng) {
    return IntStream.range(0, n).mapToDouble(r -> rng.nextGaussian()).toArray();
  }

  private static double[] series(int n, double memory, RandomGenerator rng) {
    double[] series = columns(n, rng);
    for (int r = 1; r < n; r++) {
      series[r] += memory * series[r - 1];
    }
    return series;
  }

  private static double[] season(int n, int period, RandomGenerator rng) {
    double phase = 2 * Math.PI * rng.nextDouble();
    return IntStream.range(0, n)
        .mapToDouble(r -> 1.5 * Math.sin(phase + 2 * Math.PI * r / period) + rng.nextGaussian() / 2)
        .toArray();
  }

  private static double poisson(double logRate, RandomGenerator rng) {
    double left = Math.exp(Math.min(3, logRate));
    int count = 0;
    for (left += Math.log(1 - rng.nextDouble()); left > 0; left += Math.log(1 - rng.nextDouble())) {
      count++;
    }
    return count;
  }

  private static boolean isWarned(double[][] columns) {
    Sample sample =
        Sample.ofColumns(new double[][] {columns[0]}, new double[][] {columns[1]}).warnedOfOrder();
    return sample.warnings().stream()
        .anyMatch(w -> w.kind() == Warning.Kind.NEIGHBOURING_ROWS_ALIKE);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("series and units with several rows are warned of, sorted tables are not")
  void rowsThatDependOnEachOther(Rows rows) {
    for (int n : new int[] {100, 300, 1000, 5000}) {
      int size = n;
      long warned =
          IntStream.range(0, DRAWS)
              .filter(seed -> isWarned(rows.draw(size, new SplittableRandom(seed))))
              .count();
      if (rows.depend.test(n)) {
        assertThat(warned)
            .as("of %s with %s rows", DRAWS, n)
            .isGreaterThanOrEqualTo(DRAWS * 9 / 10);
      } else if (rows.compareTo(Rows.INDEPENDENT) >= 0) {
        assertThat(warned).as("of %s with %s rows", DRAWS, n).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  @DisplayName("a table that was sorted by a column of names is not warned of")
  void sortedByNames() {
    var rng = new SplittableRandom(3);
    double[] town = rng.ints(600, 0, 30).sorted().asDoubleStream().toArray();
    double[] rent = Arrays.stream(town).map(t -> t * 7 % 30 + rng.nextGaussian()).toArray();
    Sample numbers = Sample.ofColumns(new double[][] {town}, new double[][] {rent});
    assertThat(numbers.warnedOfOrder().warnings()).hasSize(1);
    Sample names = numbers.withKinds(List.of(ColumnKind.NOMINAL), List.of(ColumnKind.NUMERIC));
    assertThat(names.warnedOfOrder()).isSameAs(names);
  }

  @Test
  @DisplayName("the length of blocks is that of whole seasons")
  void lengthOfBlocks() {
    var rng = new SplittableRandom(4);
    Sample months =
        Sample.ofColumns(
            new double[][] {season(300, 12, rng)}, new double[][] {season(300, 12, rng)});
    assertThat(months.warnedOfOrder().warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.sentence()).contains("(--block 12) keeps whole seasons"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1})
  @DisplayName("the same rows in another order are not warned of")
  void nullOfShuffles(double memory) {
    for (int seed = 0; seed < DRAWS; seed++) {
      var rng = new SplittableRandom(seed);
      double[][] both = {series(500, memory, rng), series(500, memory, rng)};
      int[] order = Ranks.shuffled(500, rng);
      Sample shuffled =
          Sample.ofColumns(new double[][] {both[0]}, new double[][] {both[1]}).rows(order);
      assertThat(isWarned(new double[][] {shuffled.x(0), shuffled.y(0)})).isFalse();
    }
  }
}
