package io.github.mist4j.reproduction;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.Family;
import io.github.mist4j.meta.Grid;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Appendix D.2: what holds for mutual information itself. Independent sides have none; functions of
 * X beside X add none; two independent copies have twice as much.
 */
final class SelfConsistency {
  private static final List<String> METHODS = List.of("mist", "gaussian-copula", "ksg");
  private static final List<Integer> ROWS = List.of(50, 100, 200, 350, 500);
  private static final List<Integer> COLUMNS = List.of(2, 3, 5, 8);
  private static final String BASE = "base";
  private static final String INDEPENDENT = "independence";
  private static final String PROCESSED = "data processing";
  private static final String ADDED = "additivity";
  private static final double LEAST = 0.05; // nats: a ratio to less says nothing

  private SelfConsistency() {}

  static Experiment consistency() {
    return new Experiment(
        "consistency",
        "Appendix D.2: independence, data processing and additivity",
        "1 min; full: 5,000 laws",
        METHODS,
        scale -> {
          long size = scale.of(25, 300, 5000);
          return new Design(
              List.of(
                  part(BASE, size, Laws::base),
                  part(INDEPENDENT, size, Laws::independent).tested(),
                  part(PROCESSED, size, Laws::processed),
                  part(ADDED, size, Laws::added)),
              Contender.named(METHODS));
        },
        SelfConsistency::reduce,
        "independence, data processing and additivity of its networks, whose values are not known"
            + " here",
        "Our laws are the test families with 2 to 8 columns a side, not the paper's own; a ratio is"
            + " within its interval if the right one lies between the ratios of the ends of the two"
            + " estimates' 90% intervals.");
  }

  private static Part part(String name, long size, Function<Laws, Dataset> form) {
    return Part.of(
        name,
        size,
        "laws of the test families, 2 to 8 columns",
        (s, i) -> form.apply(new Laws(s, i)));
  }

  /** The law and the rows of an index, the same in every part. */
  private static final class Laws {
    private final Dataset base;
    private final Distribution law;
    private final RandomGenerator rng;

    Laws(long seed, long index) {
      rng = RandomStreams.of(seed, index);
      List<Family> families =
          Stream.of(Grid.inDistribution(), Grid.outOfDistribution())
              .flatMap(grid -> grid.families().stream())
              .toList();
      int n = ROWS.get((int) (index % ROWS.size()));
      int d = COLUMNS.get(rng.nextInt(COLUMNS.size()));
      base = families.get(rng.nextInt(families.size())).draw(new Shape(n, d, d), rng);
      law = base.law().orElseThrow();
    }

    Dataset base() {
      return base;
    }

    /** The rows of Y are those of another draw. */
    Dataset independent() {
      Sample other = again();
      return with(columns(base.sample().dx(), base.sample()::x), columns(other.dy(), other::y), 0);
    }

    /** X beside functions of its columns that are not monotone. */
    Dataset processed() {
      Sample rows = base.sample();
      double[][] x = columns(rows.dx(), rows::x);
      double[][] more =
          Arrays.stream(x)
              .map(column -> Arrays.stream(column).map(v -> Math.sin(2 * v) + v * v).toArray())
              .toArray(double[][]::new);
      return with(beside(x, more), columns(rows.dy(), rows::y), base.mutualInformation());
    }

    /** Another draw of the law beside the first. */
    Dataset added() {
      Sample one = base.sample();
      Sample two = again();
      return with(
          beside(columns(one.dx(), one::x), columns(two.dx(), two::x)),
          beside(columns(one.dy(), one::y), columns(two.dy(), two::y)),
          2 * base.mutualInformation());
    }

    private Sample again() {
      return law.sample(base.sample().n(), rng);
    }

    private Dataset with(double[][] x, double[][] y, double truth) {
      return new Dataset(Sample.ofColumns(x, y), truth, base.distribution());
    }

    private static double[][] columns(int count, IntFunction<double[]> column) {
      return IntStream.range(0, count).mapToObj(column).toArray(double[][]::new);
    }

    private static double[][] beside(double[][] a, double[][] b) {
      return Stream.of(a, b).flatMap(Arrays::stream).toArray(double[][]::new);
    }
  }

  private static Outcome reduce(Cases cases) {
    var rows = new ArrayList<Map<String, Object>>();
    var independent = new ArrayList<Series>();
    var processed = new ArrayList<Series>(List.of(Series.reference(0, 1, 500, 1)));
    var added = new ArrayList<Series>(List.of(Series.reference(0, 2, 500, 2)));
    cases
        .by(Case::method)
        .forEach(
            (method, some) -> {
              independent.add(independence(method, some.ofPart(INDEPENDENT), rows));
              processed.add(ratios(method, some, PROCESSED, 1, rows));
              added.add(ratios(method, some, ADDED, 2, rows));
            });
    Axis n = Axis.of("rows").within(0, 510);
    return new Outcome(
        rows,
        "2 to 8 columns a side; the grey line is right",
        List.of(
            List.of(
                Panel.of(INDEPENDENT, n, Axis.of("mean estimate, nats"), independent),
                Panel.of(PROCESSED, n, Axis.of("I(X, f(X); Y) / I(X; Y), median"), processed),
                Panel.of(ADDED, n, Axis.of("I of two copies / I of one, median"), added))));
  }

  private static Series independence(String method, Cases some, List<Map<String, Object>> rows) {
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    new TreeMap<>(some.by(Case::n))
        .forEach(
            (n, at) -> {
              x.add((double) n);
              y.add(at.mean(Case::value));
              rows.add(
                  row(INDEPENDENT, method, n, at.size(), 0, at.mean(Case::value), at.coverage()));
            });
    return Series.line(method, x, y);
  }

  /** An estimate and that of the law's own rows. */
  private record Pair(Case of, Case base) {
    double ratio() {
      return of.value() / base.value();
    }

    boolean holds(double right) {
      double most = base.lower() > 0 ? of.upper() / base.lower() : Double.POSITIVE_INFINITY;
      return Math.max(0, of.lower()) / base.upper() <= right && right <= most;
    }
  }

  private static Series ratios(
      String method, Cases some, String part, double right, List<Map<String, Object>> rows) {
    Map<Long, Cases> bases = some.ofPart(BASE).by(Case::index);
    Map<Integer, List<Pair>> pairs = new TreeMap<>();
    for (Case one : some.ofPart(part).answered().all()) {
      Case base = bases.get(one.index()).all().get(0);
      if (base.truth() >= LEAST && base.isAnswered()) {
        pairs.computeIfAbsent(one.n(), n -> new ArrayList<>()).add(new Pair(one, base));
      }
    }
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    pairs.forEach(
        (n, at) -> {
          double[] sorted = at.stream().mapToDouble(Pair::ratio).sorted().toArray();
          double median = sorted[sorted.length / 2];
          double held =
              at.get(0).of().hasInterval()
                  ? at.stream()
                      .mapToDouble(p -> p.holds(right) ? 1 : 0)
                      .average()
                      .orElse(Double.NaN)
                  : Double.NaN;
          x.add((double) n);
          y.add(median);
          rows.add(row(part, method, n, at.size(), right, median, held));
        });
    return Series.line(method, x, y);
  }

  private static Map<String, Object> row(
      String test, String method, int n, int laws, double right, double value, double held) {
    return Outcome.row(
        "test", test,
        "method", method,
        "n", n,
        "laws", laws,
        "right", right,
        "value", value,
        "within_interval", held,
        "reported_value", Double.NaN);
  }
}
