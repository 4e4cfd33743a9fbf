package io.github.mist4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Student;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.GaussianCopula;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import io.github.mist4j.training.TrainingParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any weights: the invariances, the interval, the warnings. */
final class MistEstimatorTest {
  private static final Offset<Double> SAME = within(1e-5);
  private static final Novelty NOVELTY =
      TrainingParts.novelty(MetaDistributions.elliptical(10, 500, 8), 600, 600);
  private static final MistEstimator ESTIMATOR = estimator();

  private static MistEstimator estimator() {
    var size = CopulaArchitecture.withDefaults();
    float[] weights = new CopulaNetwork(size).initialWeights(new SplittableRandom(3));
    return new MistEstimator(
        size,
        weights,
        Recalibration.none(),
        "random",
        new TrainedRange(10, 500, 8, false, NOVELTY));
  }

  static Stream<Sample> samples() {
    return Stream.of(
        sample(new Normal(Dispersion.sparse(1, 1, 1, 1)), 12),
        sample(new Student(Dispersion.sparse(3, 2, 2, 2), 3), 60),
        sample(new Normal(Dispersion.dense(2, 9, 0.4)), 300),
        sample(new Student(Dispersion.dense(16, 16, 0.4), 5), 25),
        sample(new Normal(Dispersion.dense(2, 1, 0.4)), 1101)); // three blocks
  }

  private static Sample sample(Distribution law, int n) {
    return law.sample(n, new SplittableRandom(n));
  }

  private static void assertSame(Sample changed, Sample original) {
    Estimate expected = ESTIMATOR.estimate(original);
    Estimate actual = ESTIMATOR.estimate(changed);
    Interval interval = expected.interval().orElseThrow();
    assertThat(actual.value()).isCloseTo(expected.value(), SAME);
    assertThat(actual.interval().orElseThrow().lower()).isCloseTo(interval.lower(), SAME);
    assertThat(actual.interval().orElseThrow().upper()).isCloseTo(interval.upper(), SAME);
  }

  private static double[][] columns(int count, java.util.function.IntFunction<double[]> column) {
    return IntStream.range(0, count).mapToObj(column).toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("strictly monotone maps of columns change nothing")
  void monotoneMapsChangeNothing(Sample s) {
    DoubleUnaryOperator[] maps = {
      v -> 1000 * v - 7, Math::exp, v -> v * v * v, v -> Math.log(v + 1e3), v -> -v
    };
    var x = columns(s.dx(), c -> Arrays.stream(s.x(c)).map(maps[c % 4]).toArray());
    var y = columns(s.dy(), c -> Arrays.stream(s.y(c)).map(maps[(c + 1) % 4]).toArray());
    assertSame(Sample.ofColumns(x, y), s);
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("the order of rows changes nothing")
  void orderOfRowsChangesNothing(Sample s) {
    int[] order = CopulaFeatures.queries(s.n(), s.n() - 1, new SplittableRandom(4));
    int[] used = IntStream.of(order).toArray();
    int missing = s.n() * (s.n() - 1) / 2 - IntStream.of(used).sum();
    int[] rows = IntStream.concat(IntStream.of(used), IntStream.of(missing)).toArray();
    var x = columns(s.dx(), c -> IntStream.of(rows).mapToDouble(r -> s.x(c)[r]).toArray());
    var y = columns(s.dy(), c -> IntStream.of(rows).mapToDouble(r -> s.y(c)[r]).toArray());
    assertSame(Sample.ofColumns(x, y), s);
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("the order of columns within a side changes nothing")
  void orderOfColumnsChangesNothing(Sample s) {
    var x = columns(s.dx(), c -> s.x(s.dx() - 1 - c));
    var y = columns(s.dy(), c -> s.y((c + 1) % s.dy()));
    assertSame(Sample.ofColumns(x, y), s);
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("columns that stand again, as they are or mapped, change nothing and are named")
  void copiesChangeNothing(Sample s) {
    var x = columns(s.dx() + 1, c -> c == 0 ? s.x(s.dx() - 1) : s.x(c - 1));
    DoubleUnaryOperator[] maps = {v -> v, Math::exp, v -> -v};
    var y =
        columns(3 * s.dy(), c -> Arrays.stream(s.y(c % s.dy())).map(maps[c / s.dy()]).toArray());
    var more = Sample.ofColumns(x, y);
    assertSame(more, s);
    Estimate estimate = ESTIMATOR.estimate(more);
    assertThat(estimate.dx()).isEqualTo(s.dx() + 1);
    assertThat(estimate.dy()).isEqualTo(3 * s.dy());
    assertThat(estimate.warnings())
        .filteredOn(warning -> warning.kind() == Warning.Kind.COLUMN_LEFT_OUT)
        .hasSize(1 + 2 * s.dy())
        .extracting(Warning::sentence)
        .contains(
            "column 'x%s' follows from 'x1' and was left out: it says nothing more"
                .formatted(s.dx() + 1));
  }

  static Stream<Sample> samplesOfSeveralColumns() {
    return samples().filter(s -> s.dx() > 1 && s.n() > s.dx() + 12);
  }

  @ParameterizedTest
  @MethodSource("samplesOfSeveralColumns")
  @DisplayName("signs of a column and a total of two, among more rows than a few, change nothing")
  void columnsThatFollowChangeNothing(Sample s) {
    double[] first = s.x(0);
    double[] second = s.x(1);
    double[] signs = Arrays.stream(first).map(Math::signum).toArray();
    double[] total = IntStream.range(0, s.n()).mapToDouble(r -> first[r] + second[r]).toArray();
    double[][] more = {signs, total};
    var x = columns(s.dx() + 2, c -> c < 2 ? more[c] : s.x(c - 2));
    assertSame(Sample.ofColumns(x, columns(s.dy(), s::y)), s);
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("exchanging X and Y changes nothing")
  void exchangingSidesChangesNothing(Sample s) {
    assertSame(s.swapped(), s);
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("the same sample and seed give the same bits, on one thread or two")
  void threadsChangeNothing(Sample s) throws Exception {
    var options = EstimateOptions.withDefaults().withPermutations(9).withSeed(5);
    Estimate here = ESTIMATOR.estimate(s, options);
    for (int threads = 1; threads <= 2; threads++) {
      var pool = new ForkJoinPool(threads);
      assertThat(pool.submit(() -> ESTIMATOR.estimate(s, options)).get()).isEqualTo(here);
      pool.shutdown();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("a wider level gives a wider interval, never below zero")
  void intervalsNest(Sample s) {
    Interval inner = null;
    for (double level : new double[] {0.99, 0.95, 0.9, 0.5, 0.01}) {
      var options = EstimateOptions.withDefaults().withLevel(level);
      Interval interval = ESTIMATOR.estimate(s, options).interval().orElseThrow();
      assertThat(interval.lower()).isNotNegative();
      if (inner != null) {
        assertThat(interval.lower()).isGreaterThanOrEqualTo(inner.lower());
        assertThat(interval.upper()).isLessThanOrEqualTo(inner.upper());
      }
      inner = interval;
    }
  }

  @Test
  @DisplayName("a level that the network has no quantiles for is refused")
  void extremeLevelIsRefused() {
    Sample s = samples().findFirst().orElseThrow();
    assertThatThrownBy(() -> ESTIMATOR.estimate(s, EstimateOptions.withDefaults().withLevel(0.999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level must be at most 0.99 for method mist, was 0.999");
  }

  @Test
  @DisplayName("the p-value is (1 + b)/(1 + m) and the same question has the same answer")
  void permutationTestCounts() {
    Sample s = sample(new Normal(Dispersion.sparse(2, 2, 2, 3)), 100);
    var options = EstimateOptions.withDefaults().withPermutations(19);
    var test = ESTIMATOR.estimate(s, options).independence().orElseThrow();
    assertThat(test.permutations()).isEqualTo(19);
    assertThat(test.pValue() * 20).isCloseTo(Math.rint(test.pValue() * 20), within(1e-12));
    assertThat(test.bandLower()).isLessThanOrEqualTo(test.bandUpper());
    assertThat(ESTIMATOR.estimate(s, options).independence()).contains(test);
  }

  /** All but what random weights say of shuffles. */
  private static List<Warning> ofRange(List<Warning> warnings) {
    return warnings.stream()
        .filter(warning -> warning.kind() != Warning.Kind.SHUFFLES_SAY_SOMETHING)
        .toList();
  }

  @Test
  @DisplayName("warnings name rows, columns, few rows for the columns, ties, and what was dropped")
  void warningsNameWhatIsOutside() {
    Sample wide = sample(new Normal(Dispersion.dense(9, 9, 0.4)), 15);
    var dropped = new Warning(Warning.Kind.ROWS_DROPPED, "3 rows dropped");
    assertThat(ofRange(ESTIMATOR.estimate(wide.withWarning(dropped)).warnings()))
        .extracting(Warning::sentence)
        .containsExactly(
            "3 rows dropped",
            "9 columns on a side lie outside the 1 to 8 this model was trained on",
            "only 15 rows for 18 columns: the sample says little, the estimate leans on what is"
                + " usual");
    Sample many = sample(new Normal(Dispersion.dense(1, 1, 0.4)), 501);
    assertThat(ESTIMATOR.estimate(many).warnings()).isEmpty(); // estimated in blocks
    var levels = columns(1, c -> Arrays.stream(many.x(0)).map(Math::signum).toArray());
    assertThat(ESTIMATOR.estimate(Sample.ofColumns(levels, new double[][] {many.y(0)})).warnings())
        .anySatisfy(
            w -> assertThat(w.sentence()).startsWith("column 'x1' has many ties, about 2 levels"));
  }

  @Test
  @DisplayName("blocks share the rows out, in ranks of their own")
  void blocksShareTheRowsOut() {
    Sample s = sample(new Normal(Dispersion.dense(2, 1, 0.6)), 1000);
    RankedSample copula = RankedSample.of(s, 1);
    List<RankedSample> blocks = copula.blocks(3);
    assertThat(blocks).extracting(RankedSample::n).containsExactlyInAnyOrder(334, 333, 333);
    for (RankedSample block : blocks) {
      for (int[] column : block.ranks()) {
        assertThat(Arrays.stream(column).sorted()).containsExactly(allBelow(block.n()));
      }
      double correlation = Moments.correlation(block)[2];
      assertThat(correlation).isCloseTo(Moments.correlation(copula)[2], within(0.15));
    }
  }

  @Test
  @DisplayName("several columns with equal values are estimated in blocks of levels of their own")
  void blocksHaveLevelsOfTheirOwn() {
    Sample s = sample(new Normal(Dispersion.dense(2, 1, 0.6)), 1101);
    var x = columns(2, c -> Arrays.stream(s.x(c)).map(Math::rint).toArray());
    var y = columns(1, c -> Arrays.stream(s.y(c)).map(Math::rint).toArray());
    var levels = Sample.ofColumns(x, y);
    for (RankedSample block : RankedSample.of(levels, 1).blocks(3)) {
      for (int c = 0; c < 3; c++) {
        int[] column = block.levels()[c];
        int[] ranks = block.ranks()[c];
        for (int r = 0; r < block.n(); r++) {
          int level = column[r];
          assertThat(Arrays.stream(column).filter(v -> v < level).count()).isEqualTo(level);
          assertThat(ranks[r]).isGreaterThanOrEqualTo(level);
        }
      }
    }
    assertThat(ESTIMATOR.estimate(levels).value()).isFinite();
  }

  private static Integer[] allBelow(int n) {
    return IntStream.range(0, n).boxed().toArray(Integer[]::new);
  }

  @Test
  @DisplayName("values that stand again are counted in the column with most of them")
  void repeatedValuesAreCounted() {
    Sample s = sample(new Normal(Dispersion.dense(2, 1, 0.6)), 400);
    RankedSample distinct = RankedSample.of(s, 1);
    assertThat(distinct.repeatedShare()).isZero();
    double[] few = s.x(0);
    few[7] = few[3];
    double[] signs = Arrays.stream(s.y(0)).map(Math::signum).toArray();
    var one = Sample.ofColumns(new double[][] {few, s.x(1)}, new double[][] {s.y(0)});
    assertThat(RankedSample.of(one, 1).repeatedShare()).isEqualTo(1 / 400.0);
    var many = Sample.ofColumns(new double[][] {few, s.x(1)}, new double[][] {signs});
    assertThat(RankedSample.of(many, 1).repeatedShare()).isEqualTo(398 / 400.0);
    assertThat(ESTIMATOR.estimate(one).value())
        .isCloseTo(ESTIMATOR.estimate(s).value(), within(0.01));
  }

  @Test
  @DisplayName("the Gaussian copula and the nearest neighbours stand beside the estimate")
  void otherMethodsStandBeside() {
    Sample s = sample(new Normal(Dispersion.dense(2, 2, 0.5)), 400);
    List<Estimate.Reference> others = ESTIMATOR.estimate(s).references();
    assertThat(others)
        .extracting(Estimate.Reference::method)
        .containsExactly("Gaussian copula", "nearest neighbours");
    assertThat(others.get(0).value())
        .isCloseTo(new GaussianCopula().estimate(s).value(), within(1e-9));
    assertThat(others.get(1).value()).isCloseTo(new Ksg().estimate(s).value(), within(0.1));
    Sample few = sample(new Normal(Dispersion.dense(5, 5, 0.5)), 11);
    assertThat(ESTIMATOR.estimate(few).references()).hasSize(1);
  }

  @Test
  @DisplayName("a sample unlike the training data is called so, one like it is not")
  void noveltyIsTold() {
    double[] x = new SplittableRandom(3).doubles(300, -1, 1).toArray();
    double[] square = Arrays.stream(x).map(v -> v * v).toArray();
    assertThat(ESTIMATOR.estimate(Sample.ofColumns(new double[][] {x}, new double[][] {square})))
        .satisfies(
            e ->
                assertThat(e.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("unlike the datasets that this model was trained on: "));
    MetaDistribution training = MetaDistributions.elliptical(10, 500, 8);
    long novel =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    NetworkInput.of(
                        training.draw(9, i).sample(), Integer.MAX_VALUE, new SplittableRandom(i)))
            .filter(input -> NOVELTY.ratio(input) > 1)
            .count();
    assertThat(novel).isBetween(1L, 30L);
  }

  @Test
  @DisplayName("copies of one column on both sides are answered, not failed on")
  void dependentColumnsAreAnswered() {
    Sample s = sample(new Normal(Dispersion.dense(2, 2, 0.4)), 50);
    Sample copied =
        Sample.ofColumns(
            new double[][] {s.x(0), s.x(0), s.x(1)}, new double[][] {s.x(0), s.y(0), s.y(0)});
    assertThat(ESTIMATOR.estimate(copied).value()).isFinite();
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("another network's estimator gets the same warnings from the range alone")
  void theRangeAloneWarns(Sample s) {
    var range = new TrainedRange(10, 500, 8, false, NOVELTY);
    List<Warning> warnings = new ArrayList<>(s.warnings());
    warnings.addAll(range.warnings(s, EstimateOptions.withDefaults().seed()));
    assertThat(warnings).isEqualTo(ofRange(ESTIMATOR.estimate(s).warnings()));
  }
}
