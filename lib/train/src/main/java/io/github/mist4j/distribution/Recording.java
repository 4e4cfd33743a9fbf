package io.github.mist4j.distribution;

import static io.github.mist4j.sample.Checks.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * How a value comes to stand in a table: rounded, heaped at round numbers, cut off at a limit, in
 * levels, with a share of zeros.
 *
 * <pre>{@code
 * Recording price = Recording.rounded(0.1).withLimits(0, 99.9).inflated(0, 0.3);
 * }</pre>
 *
 * <p>A recording is a mixture of rules, one of which is chosen for each row, whatever the values
 * are. Rules map an interval of values to one number, an atom, or leave values as they are.
 */
public final class Recording {
  private static final int MOST_CUTS = 1 << 14;
  private static final double EXACT = 0; // the step of values that are left as they are

  private final List<Part> parts;

  private Recording(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A rule and how often it is chosen. */
  private record Part(double share, Rule rule) {}

  /** From a value to what is written down. */
  private sealed interface Rule {
    /** The atom of a value, NaN if it stays as it is. */
    double atom(double value);

    /** The places in (low, high) at which the atom changes, in any order. */
    DoubleStream cuts(double low, double high);

    String describe();
  }

  /** Always the same number. */
  private record Constant(double atom) implements Rule {
    @Override
    public double atom(double value) {
      return atom;
    }

    @Override
    public DoubleStream cuts(double low, double high) {
      return DoubleStream.empty();
    }

    @Override
    public String describe() {
      return "always " + Curve.number(atom);
    }
  }

  /** The number of cuts below. */
  private record Levels(double[] cuts) implements Rule {
    @Override
    public double atom(double value) {
      return Cells.place(cuts, value);
    }

    @Override
    public DoubleStream cuts(double low, double high) {
      return Arrays.stream(cuts).filter(cut -> low < cut && cut < high);
    }

    @Override
    public String describe() {
      return (cuts.length + 1) + " levels";
    }
  }

  /** Intervals between cuts, of each of which all values are the same number or stay. */
  private record Intervals(double[] cuts, double[] atoms) implements Rule {
    @Override
    public double atom(double value) {
      return atoms[Cells.place(cuts, value)];
    }

    @Override
    public DoubleStream cuts(double low, double high) {
      return Arrays.stream(cuts).filter(cut -> low < cut && cut < high);
    }

    @Override
    public String describe() {
      long count = Arrays.stream(atoms).filter(atom -> !Double.isNaN(atom)).count();
      return "%s numbers%s".formatted(count, count < atoms.length ? " and what is between" : "");
    }
  }

  /**
   * To the nearest multiple, within limits.
   *
   * @param step of which multiples are written; 0: values between the limits stay
   * @param times every so many steps only
   */
  private record Rounding(double step, int times, double lowest, double highest) implements Rule {
    @Override
    public double atom(double value) {
      if (value <= lowest || value >= highest) {
        return value <= lowest ? lowest : highest;
      }
      if (step == EXACT) {
        return Double.NaN;
      }
      double rounded = step * (times * Math.floor(value / (step * times) + 0.5));
      return Math.max(lowest, Math.min(highest, rounded));
    }

    @Override
    public DoubleStream cuts(double low, double high) {
      DoubleStream limits =
          DoubleStream.of(lowest, highest).filter(limit -> low < limit && limit < high);
      if (step == EXACT) {
        return limits;
      }
      double width = step * times;
      long first = (long) Math.ceil(low / width - 0.5);
      long last = (long) Math.floor(high / width - 0.5);
      require(
          last - first < MOST_CUTS,
          "step %s rounds values from %s to %s to more than %d numbers",
          width,
          low,
          high,
          MOST_CUTS);
      return DoubleStream.concat(
          limits, LongStream.rangeClosed(first, last).mapToDouble(k -> (k + 0.5) * width));
    }

    @Override
    public String describe() {
      String limits =
          Double.isInfinite(lowest) && Double.isInfinite(highest)
              ? ""
              : " within %s and %s".formatted(Curve.number(lowest), Curve.number(highest));
      return (step == EXACT ? "as it is" : "rounded to " + Curve.number(step * times)) + limits;
    }
  }

  private static Recording of(Rule rule) {
    return new Recording(List.of(new Part(1, rule)));
  }

  /** Values as they are. */
  public static Recording exact() {
    return of(new Rounding(EXACT, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
  }

  /**
   * Values rounded to multiples of a step.
   *
   * @param step positive
   */
  public static Recording rounded(double step) {
    checkStep(step);
    return of(new Rounding(step, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
  }

  /**
   * Values rounded to multiples of a step, by a share of those who write them down only to every so
   * many steps, as ages to fives and prices to hundreds.
   *
   * @param step positive
   * @param times of the step, from 2 on
   * @param share in (0, 1)
   */
  public static Recording heaped(double step, int times, double share) {
    checkStep(step);
    require(times > 1, "times must be at least 2, was %d", times);
    checkShare(share);
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    return new Recording(
        List.of(
            new Part(1 - share, new Rounding(step, 1, low, high)),
            new Part(share, new Rounding(step, times, low, high))));
  }

  /**
   * The number of cuts below a value: answers in levels 0, 1, 2, ….
   *
   * @param cuts rising, one or more
   */
  public static Recording levels(double... cuts) {
    require(cuts.length > 0, "levels need at least one cut, had none");
    Cells.checkCuts(cuts);
    return of(new Levels(cuts.clone()));
  }

  /**
   * One number for all values of an interval.
   *
   * @param cuts between the intervals, rising
   * @param atoms the number of each, NaN where values stay as they are, (cuts + 1)
   */
  static Recording intervals(double[] cuts, double[] atoms) {
    Cells.checkCuts(cuts);
    return of(new Intervals(cuts, atoms));
  }

  /**
   * The same with values cut off at limits, which stand for all beyond them: a detection limit, a
   * highest answer.
   *
   * @param lowest may be −∞
   * @param highest above lowest, may be ∞
   * @throws IllegalStateException if the values are in levels, which have their limits
   */
  public Recording withLimits(double lowest, double highest) {
    require(lowest < highest, "limits must be in order, were %s and %s", lowest, highest);
    var limited = new ArrayList<Part>();
    for (Part part : parts) {
      if (part.rule instanceof Levels || part.rule instanceof Intervals) {
        throw new IllegalStateException("values in levels have no other limits");
      }
      limited.add(
          part.rule instanceof Rounding rounding
              ? new Part(part.share, new Rounding(rounding.step, rounding.times, lowest, highest))
              : part);
    }
    return new Recording(limited);
  }

  /**
   * The same with a share of rows that hold one number, whatever the value is: zeros, defaults.
   *
   * @param atom the number
   * @param share of the rows, in (0, 1)
   */
  public Recording inflated(double atom, double share) {
    require(Double.isFinite(atom), "atom must be finite, was %s", atom);
    checkShare(share);
    var inflated = new ArrayList<Part>();
    parts.forEach(part -> inflated.add(new Part((1 - share) * part.share, part.rule)));
    inflated.add(new Part(share, new Constant(atom)));
    return new Recording(inflated);
  }

  /** What is written down of a value. */
  public double record(double value, RandomGenerator rng) {
    double atom = rule(rng).atom(value);
    return Double.isNaN(atom) ? value : atom;
  }

  private Rule rule(RandomGenerator rng) {
    if (parts.size() == 1) {
      return parts.get(0).rule;
    }
    double mark = rng.nextDouble();
    for (Part part : parts) {
      mark -= part.share;
      if (mark < 0) {
        return part.rule;
      }
    }
    return parts.get(parts.size() - 1).rule;
  }

  /** The number of rules. */
  int rules() {
    return parts.size();
  }

  /** How often a rule is chosen. */
  double share(int rule) {
    return parts.get(rule).share;
  }

  /** The atom of a value under a rule, NaN if it stays as it is. */
  double atom(int rule, double value) {
    return parts.get(rule).rule.atom(value);
  }

  /** Whether some values stay as they are. */
  boolean keepsValues() {
    return parts.stream()
        .anyMatch(
            part ->
                (part.rule instanceof Rounding rounding && rounding.step == EXACT)
                    || (part.rule instanceof Intervals between
                        && Arrays.stream(between.atoms).anyMatch(Double::isNaN)));
  }

  /** The places in (low, high) at which an atom changes, rising, each once. */
  double[] cuts(double low, double high) {
    return parts.stream()
        .flatMapToDouble(part -> part.rule.cuts(low, high))
        .sorted()
        .distinct()
        .toArray();
  }

  /** In words. */
  public String describe() {
    return parts.size() == 1
        ? parts.get(0).rule.describe()
        : parts.stream()
            .map(part -> Curve.number(part.share) + " " + part.rule.describe())
            .collect(Collectors.joining(", "));
  }

  private static void checkStep(double step) {
    require(step > 0 && Double.isFinite(step), "step must be positive, was %s", step);
  }

  private static void checkShare(double share) {
    require(share > 0 && share < 1, "share must be in (0, 1), was %s", share);
  }
}
