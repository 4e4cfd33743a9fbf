package io.github.mist4j.estimator;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.bound.LowerBound;
import io.github.mist4j.sample.Warning;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
 * @param interval an interval for the true value, where the method has one
 * @param independence the permutation test of independence, where one was asked for
 * @param n the number of rows
 * @param dx the number of columns of X
 * @param dy the number of columns of Y
 * @param unit the unit of {@code value} and of all the bounds
 * @param method the method's name as on the command line, {@code "mist"} for instance
 * @param model the name of the trained model, where the method has one
 * @param atLeast what the information is at least, whatever the law, where it was asked for
 * @param references what other methods say of the sample, where they come for nothing
 * @param fits how the networks that were fitted to the sample learnt, one for each fold
 * @param warnings what a reader must know before believing the number
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
    List<Reference> references,
    List<Fit> fits,
    List<Warning> warnings) {

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

  /** Checks that the value is a number and copies the lists. */
  public Estimate {
    require(Double.isFinite(value), "value must be finite, was %s", value);
    references = List.copyOf(references);
    fits = List.copyOf(fits);
    warnings = List.copyOf(warnings);
  }

  /** Without references and fits. */
  public Estimate(
      double value,
      Optional<Interval> interval,
      Optional<IndependenceTest> independence,
      int n,
      int dx,
      int dy,
      Unit unit,
      String method,
      Optional<String> model,
      List<Warning> warnings) {
    this(
        value,
        interval,
        independence,
        n,
        dx,
        dy,
        unit,
        method,
        model,
        Optional.empty(),
        List.of(),
        List.of(),
        warnings);
  }

  /** The same with what the information is at least, in the unit of the estimate. */
  public Estimate withAtLeast(LowerBound bound) {
    return with(method, Optional.of(bound), references, fits, warnings);
  }

  /** The same beside what other methods say. */
  public Estimate withReferences(List<Reference> newReferences) {
    return with(method, atLeast, newReferences, fits, warnings);
  }

  /** The same with how networks learnt, in the unit of the estimate. */
  public Estimate withFits(List<Fit> newFits) {
    return with(method, atLeast, references, newFits, warnings);
  }

  /** The same of a method of another name. */
  Estimate withMethod(String newMethod) {
    return with(newMethod, atLeast, references, fits, warnings);
  }

  /** The same with other warnings. */
  public Estimate withWarnings(List<Warning> newWarnings) {
    return with(method, atLeast, references, fits, newWarnings);
  }

  private Estimate with(
      String newMethod,
      Optional<LowerBound> newAtLeast,
      List<Reference> newReferences,
      List<Fit> newFits,
      List<Warning> newWarnings) {
    return new Estimate(
        value,
        interval,
        independence,
        n,
        dx,
        dy,
        unit,
        newMethod,
        model,
        newAtLeast,
        newReferences,
        newFits,
        newWarnings);
  }

  /** The same estimate in another unit. */
  public Estimate in(Unit other) {
    require(other != null, "unit must be given, was null");
    return new Estimate(
        convert(value, other),
        interval.map(
            i -> new Interval(convert(i.lower(), other), convert(i.upper(), other), i.level())),
        independence.map(
            t ->
                new IndependenceTest(
                    t.pValue(),
                    t.permutations(),
                    convert(t.bandLower(), other),
                    convert(t.bandUpper(), other))),
        n,
        dx,
        dy,
        other,
        method,
        model,
        atLeast.map(b -> new LowerBound(convert(b.value(), other), b.level(), b.n())),
        references.stream().map(c -> new Reference(c.method, convert(c.value, other))).toList(),
        fits.stream().map(fit -> convert(fit, other)).toList(),
        warnings);
  }

  /** The same estimate in bits. */
  public Estimate inBits() {
    return in(Unit.BITS);
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
