package io.github.mist4j.table;

import io.github.mist4j.sample.Warning;
import io.github.mist4j.table.PairQuestions.Answer;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of all pairs of columns, as numbers: two thousand columns have two million pairs.
 *
 * <p>A pair (a, b), a &lt; b, stands where it comes in the order (0, 1), (0, 2), …, (1, 2), …
 *
 * @param columns how many there are
 * @param n the rows of a pair; {@link #OPEN} where it has not been asked, {@link #NONE} where it
 *     has no answer, (pairs)
 * @param value the estimates, nats, (pairs)
 * @param pValue the p-values, (pairs)
 * @param warnings the kinds of warnings, a bit for each by its place among the kinds, (pairs)
 */
record PairAnswers(int columns, int[] n, double[] value, double[] pValue, int[] warnings) {
  static final int OPEN = 0;
  static final int NONE = -1;
  private static final List<Warning.Kind> KINDS = List.of(Warning.Kind.values());

  /** Nothing yet. */
  static PairAnswers open(int columns) {
    int pairs = pairs(columns);
    return new PairAnswers(
        columns, new int[pairs], new double[pairs], new double[pairs], new int[pairs]);
  }

  /** How many pairs so many columns have. */
  static int pairs(int columns) {
    return Math.multiplyExact(columns, columns - 1) / 2;
  }

  int place(int a, int b) {
    return a * (2 * columns - a - 1) / 2 + b - a - 1;
  }

  boolean isOpen(int a, int b) {
    return n[place(a, b)] == OPEN;
  }

  /** Keeps an answer; its rows come last, so that one that is seen is whole. */
  void keep(Answer answer) {
    int place = place(answer.pair().x(), answer.pair().y());
    value[place] = answer.estimate().value();
    pValue[place] = answer.pValue();
    warnings[place] =
        answer.estimate().warnings().stream()
            .mapToInt(w -> 1 << KINDS.indexOf(w.kind()))
            .reduce(0, (a, b) -> a | b);
    n[place] = answer.estimate().n();
  }

  /** Whether the answer at a place has a warning of a kind. */
  boolean has(int place, Warning.Kind kind) {
    return (warnings[place] >> KINDS.indexOf(kind) & 1) == 1;
  }

  /** Keeps that a pair has no answer. */
  void keepNone(int a, int b) {
    n[place(a, b)] = NONE;
  }

  /** How many pairs have been asked. */
  int asked() {
    return n.length - count(OPEN);
  }

  /** How many pairs have these rows, or none. */
  int count(int rows) {
    return (int) Arrays.stream(n).filter(r -> r == rows).count();
  }
}
