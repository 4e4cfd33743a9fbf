package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.bound.LowerBound;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A mutual information estimated from a sample, with its evidence.
 *
 * <pre>{@code
 * Estimate estimate = Checkpoint.shipped().estimator().estimate(sample);
 * System.out.println(estimate.summary()); // value, interval, rows and columns, method
 * double bits = estimate.inBits().value();
 * }</pre>
 *
 * @param value the estimate, in {@code unit}; a small negative value is possible and means none was
 *     found
 * @param interval an interval for the true value, where the method has one; it begins at 0 where
 *     the test finds nothing at the level of its lower end and shuffles are given as much
 * @param independence the permutation test of independence, where one was asked for
 * @param n the number of rows
 * @param dx the number of columns of X
 * @param dy the number of columns of Y
 * @param unit the unit of {@code value} and of all the bounds
 * @param method the method's name as on the command line, {@code "mist"} for instance
 * @param model the name of the trained model, where the method has one
 * @param atLeast what the information is at least, whatever the law, where it was asked for
 * @param entropies of a side that is one column of names, by the name of the column, in {@code
 *     unit}
 * @param references what other methods say of the sample, where they come for nothing
 * @param fits how the networks that were fitted to the sample learnt, one for each fold
 * @param warnings what a reader must know before believing the number
 * @param sample the sample, where its picture is to stand beside the number
 */
public record Estimate(
    double value,
    Optional<Interval> interval,
    Optional<IndependenceTest> independence,
    int n,
    int dx,
    int dy,
    Unit unit,
    String method,
    Optional<String> model,
    Optional<LowerBound> atLeast,
    Map<String, Double> entropies,
    List<Reference> references,
    List<Fit> fits,
    List<Warning> warnings,
    Optional<Sample> sample) {

  /**
   * How a network learnt that was fitted to the sample.
   *
   * @param looks at what it had learnt, from before the first step to the last
   * @param best the step whose network gives the estimate; 0 for the one that had learnt nothing
   */
  public record Fit(List<Look> looks, int best) {
    /** Copies the list. */
    public Fit {
      looks = List.copyOf(looks);
    }
  }

  /**
   * A look at a network that learns.
   *
   * @param step after how many steps
   * @param training the information that the rows of the steps since the look before show, in the
   *     unit of the estimate: NaN before the first step, any number or none where the network has
   *     run away
   * @param heldOut the same on rows that no step has seen
   */
  public record Look(int step, double training, double heldOut) {}

  /**
   * What another method says.
   *
   * @param method its name in words
   * @param value its estimate, in the unit of the estimate it stands beside
   */
  public record Reference(String method, double value) {}

  /** Checks that the value is a number, lets interval and test agree, and copies the lists. */
  public Estimate {
    require(Double.isFinite(value), "value must be finite, was %s", value);
    if (interval.isPresent() && independence.isPresent()) {
      interval = Optional.of(independence.get().allowing(value, interval.get()));
    }
    entropies = Collections.unmodifiableMap(new LinkedHashMap<>(entropies)); // X first
    references = List.copyOf(references);
    fits = List.copyOf(fits);
    warnings = List.copyOf(warnings);
  }

  /**
   * An estimate without interval and test, with the warnings of its sample.
   *
   * <pre>{@code
   * Estimate.of(sample, "mine", 0.25).withInterval(new Interval(0.2, 0.3, 0.9))
   * }</pre>
   *
   * @param value nats
   */
  public static Estimate of(Sample sample, String method, double value) {
    return new Estimate(
        value,
        Optional.empty(),
        Optional.empty(),
        sample.n(),
        sample.dx(),
        sample.dy(),
        Unit.NATS,
        method,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        sample.warnings(),
        Optional.empty());
  }

  /** The same with an interval and a test, where there are any, in the unit of the estimate. */
  public Estimate withEvidence(
      Optional<Interval> newInterval, Optional<IndependenceTest> newIndependence) {
    return changed(
        draft -> {
          draft.interval = newInterval;
          draft.independence = newIndependence;
        });
  }

  /** The same with another interval, in the unit of the estimate. */
  public Estimate withInterval(Interval newInterval) {
    return withEvidence(Optional.of(newInterval), independence);
  }

  /** The same by a model of a name. */
  public Estimate withModel(String newModel) {
    return changed(draft -> draft.model = Optional.of(newModel));
  }

  /** The same with what the information is at least, in the unit of the estimate. */
  public Estimate withAtLeast(LowerBound bound) {
    return changed(draft -> draft.atLeast = Optional.of(bound));
  }

  /** The same beside what other methods say. */
  public Estimate withReferences(List<Reference> newReferences) {
    return changed(draft -> draft.references = newReferences);
  }

  /** The same with how networks learnt, in the unit of the estimate. */
  public Estimate withFits(List<Fit> newFits) {
    return changed(draft -> draft.fits = newFits);
  }

  /** The same of a method of another name. */
  public Estimate withMethod(String newMethod) {
    return changed(draft -> draft.method = newMethod);
  }

  /** The same with other warnings. */
  public Estimate withWarnings(List<Warning> newWarnings) {
    return changed(draft -> draft.warnings = newWarnings);
  }

  /**
   * The same, in nats, that knows the entropy of a side of its sample that is one column of names,
   * of which the information is a share ({@link #explained}).
   */
  public Estimate withEntropiesOf(Sample named) {
    require(unit == Unit.NATS, "an estimate must be in nats to be compared, was in %s", unit);
    return changed(draft -> draft.entropies = NameEntropies.of(named));
  }

  /** The same that shows the sample it is of. */
  public Estimate withSample(Sample shown) {
    return changed(draft -> draft.sample = Optional.of(shown));
  }

  /**
   * The same beside a test of its own: where that finds nothing at the level of the interval's
   * lower end, the interval begins at 0.
   *
   * @param pValue of independence
   */
  public Estimate beside(double pValue) {
    return changed(
        draft ->
            draft.interval = interval.map(i -> pValue > (1 - i.level()) / 2 ? i.fromZero() : i));
  }

  /** The same estimate in another unit. */
  public Estimate in(Unit other) {
    require(other != null, "unit must be given, was null");
    return changed(
        draft -> {
          draft.value = convert(value, other);
          draft.interval =
              interval.map(
                  i ->
                      new Interval(
                          convert(i.lower(), other), convert(i.upper(), other), i.level()));
          draft.independence =
              independence.map(
                  t ->
                      new IndependenceTest(
                          t.pValue(),
                          t.permutations(),
                          convert(t.bandLower(), other),
                          convert(t.bandUpper(), other)));
          draft.unit = other;
          draft.atLeast =
              atLeast.map(b -> new LowerBound(convert(b.value(), other), b.level(), b.n()));
          draft.entropies = converted(entropies, other);
          draft.references =
              references.stream()
                  .map(c -> new Reference(c.method, convert(c.value, other)))
                  .toList();
          draft.fits = fits.stream().map(fit -> convert(fit, other)).toList();
        });
  }

  private Estimate changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.estimate();
  }

  /** What can be changed of an estimate. */
  private static final class Draft {
    private final Estimate from;
    private double value;
    private Optional<Interval> interval;
    private Optional<IndependenceTest> independence;
    private Unit unit;
    private String method;
    private Optional<String> model;
    private Optional<LowerBound> atLeast;
    private Map<String, Double> entropies;
    private List<Reference> references;
    private List<Fit> fits;
    private List<Warning> warnings;
    private Optional<Sample> sample;

    private Draft(Estimate from) {
      this.from = from;
      value = from.value;
      interval = from.interval;
      independence = from.independence;
      unit = from.unit;
      method = from.method;
      model = from.model;
      atLeast = from.atLeast;
      entropies = from.entropies;
      references = from.references;
      fits = from.fits;
      warnings = from.warnings;
      sample = from.sample;
    }

    private Estimate estimate() {
      return new Estimate(
          value,
          interval,
          independence,
          from.n,
          from.dx,
          from.dy,
          unit,
          method,
          model,
          atLeast,
          entropies,
          references,
          fits,
          warnings,
          sample);
    }
  }

  /** The same estimate in bits. */
  public Estimate inBits() {
    return in(Unit.BITS);
  }

  private Map<String, Double> converted(Map<String, Double> amounts, Unit other) {
    var converted = new LinkedHashMap<String, Double>();
    amounts.forEach((column, amount) -> converted.put(column, convert(amount, other)));
    return converted;
  }

  /**
   * The correlation of two normal columns that share as much information, √(1 − e^(−2I)), in [0,
   * 1].
   */
  public double correlation() {
    return Math.sqrt(-Math.expm1(-2 * Math.max(0, unit.toNats(value))));
  }

  /**
   * The share of the entropy of a column of names that the other side explains, I/H in [0, 1] (the
   * uncertainty coefficient, Theil's U), by the name of the column; empty unless a side is one
   * column of names.
   *
   * <pre>{@code
   * estimate.explained() // {species=0.81}
   * }</pre>
   */
  public Map<String, Double> explained() {
    var shares = new LinkedHashMap<String, Double>();
    entropies.forEach(
        (column, entropy) ->
            shares.put(column, entropy > 0 ? Math.min(1, Math.max(0, value) / entropy) : 0));
    return shares;
  }

  /**
   * What the value amounts to, in words: a share of the entropy of a column of names, or else the
   * correlation with the same information.
   */
  public String meaning() {
    return entropies.isEmpty()
        ? String.format(Locale.ROOT, "as much as a correlation of %.2f", correlation())
        : explained().entrySet().stream()
            .map(
                share ->
                    String.format(
                        Locale.ROOT,
                        "%.0f%% of the entropy of '%s'",
                        100 * share.getValue(),
                        share.getKey()))
            .collect(Collectors.joining(", "));
  }

  private Fit convert(Fit fit, Unit other) {
    return new Fit(
        fit.looks.stream()
            .map(l -> new Look(l.step, convert(l.training, other), convert(l.heldOut, other)))
            .toList(),
        fit.best);
  }

  private double convert(double amount, Unit other) {
    return other.fromNats(unit.toNats(amount));
  }

  /** The {@link #summary} followed by the warnings. */
  @Override
  public String toString() {
    var line = new StringBuilder(summary());
    warnings.forEach(w -> line.append("; warning: ").append(w));
    return line.toString();
  }

  /**
   * One line: value, interval, p-value, shape and method, such as {@code "0.531 nats, 90% interval
   * [0.46, 0.61], p = 0.005, n = 342, 2 x 1 columns, mist copula-1"}.
   */
  public String summary() {
    var line = new StringBuilder(String.format(Locale.ROOT, "%.3f %s", value, unit.symbol()));
    interval.ifPresent(
        i ->
            line.append(
                String.format(
                    Locale.ROOT,
                    ", %s%% interval [%.3f, %.3f]",
                    percent(i.level()),
                    i.lower(),
                    i.upper())));
    independence.ifPresent(t -> line.append(", p = ").append(twoDigits(t.pValue())));
    atLeast.ifPresent(
        bound ->
            line.append(
                String.format(
                    Locale.ROOT, ", at least %.3f (%s%%)", bound.value(), percent(bound.level()))));
    line.append(String.format(Locale.ROOT, ", n = %d, %d x %d columns, %s", n, dx, dy, method));
    model.ifPresent(m -> line.append(' ').append(m));
    return line.toString();
  }

  private static String percent(double level) {
    return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private static String twoDigits(double p) {
    return BigDecimal.valueOf(p).round(new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
