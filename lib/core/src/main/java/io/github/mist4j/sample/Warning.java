package io.github.mist4j.sample;

import static io.github.mist4j.sample.Checks.require;

/**
 * What a reader must know before believing a number: of which kind it is, for programs, and a
 * sentence, for people.
 *
 * <pre>{@code
 * if (estimate.warnings().stream().anyMatch(w -> w.kind() == Warning.Kind.NOVEL)) {
 *   // ask another estimator
 * }
 * }</pre>
 *
 * @param kind what the warning is about
 * @param sentence the same for a reader, with names and numbers
 */
public record Warning(Kind kind, String sentence) {
  /** What warnings are about: first what was done to the data, then what a method finds. */
  public enum Kind {
    /** Rows were left out before the sample was made, those with a missing cell for instance. */
    ROWS_DROPPED("rows with a missing cell were left out"),
    /** Rows that stand again as a whole were counted once. */
    ROWS_COUNTED_ONCE(
        "rows that stand again as a whole were counted once; if they are draws of their own, as"
            + " sales of articles are, take the columns as names"),
    /** Rows that stand again as a whole were taken as draws of their own, which they may not be. */
    ROWS_STAND_AGAIN("rows stand again as a whole and were taken as draws of their own"),
    /** Neighbouring rows are alike on both sides, as in a series, and were taken as independent. */
    NEIGHBOURING_ROWS_ALIKE(
        "neighbouring rows are alike on both sides and were taken as independent; in a series they"
            + " are not: EstimateOptions.withBlockLength (--block) keeps them together"),
    /** A column was left out, as it follows from others of its side. */
    COLUMN_LEFT_OUT("a column follows from others and was left out"),
    /** A measure follows from columns of the other side without scatter. */
    FOLLOWS_EXACTLY("a measure follows from the other side without scatter"),
    /** A column of names has so many levels that most are hardly seen. */
    MANY_LEVELS("a column of names has so many levels that most are hardly seen"),
    /** The rare levels of a column were taken as one. */
    LEVELS_POOLED("rare levels were taken as one"),
    /** A column of whole numbers may be one of codes, which have no order. */
    LOOKS_LIKE_CODES("whole numbers may be codes, which have no order"),
    /** A number far from all others may stand for a missing value. */
    LOOKS_LIKE_MISSING("a number far from all others may stand for a missing value"),
    /** Most values of a column stand more than once, and the method is not made for that. */
    MANY_TIES("most values stand more than once, for which the method is not made"),
    /** There are hardly more rows than columns, or fewer. */
    FEW_ROWS_FOR_COLUMNS("there are hardly more rows than columns"),
    /** There are fewer rows than a model was trained on. */
    FEWER_ROWS_THAN_TRAINED("there are fewer rows than the model was trained on"),
    /** There are more columns on a side than a model was trained on. */
    MORE_COLUMNS_THAN_TRAINED("there are more columns than the model was trained on"),
    /** The sample is unlike those that a model was trained on. */
    NOVEL("the data is unlike what the model was trained on"),
    /** A model finds information in shuffled rows, where there is none. */
    SHUFFLES_SAY_SOMETHING("the model finds information in shuffled rows, where there is none"),
    /** The nearest neighbours of a row are so far away that fine dependence does not show. */
    FAR_NEIGHBOURS("neighbours are so far away that fine dependence does not show"),
    /** The estimate is near the most that so many rows can show. */
    NEAR_THE_MOST("the estimate is near the most that so many rows can show"),
    /** The estimate has no interval, though one was asked for. */
    NO_INTERVAL("there is no interval, though one was asked for"),
    /** An estimate comes from few rows, as a network was fitted to the others. */
    FEW_ROWS_HELD_OUT("the estimate comes from few rows"),
    /** A network that was fitted found nothing that holds on other rows. */
    NOTHING_FOUND("the network that was fitted found nothing that holds on other rows"),
    /** The fit of a network was stopped before its end. */
    FIT_STOPPED("the fit of a network was stopped before its end"),
    /** The work was stopped before all that was asked for was there. */
    STOPPED("the work was stopped before its end");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What is wrong, in some words, where it is said of many estimates at once. */
    public String words() {
      return words;
    }
  }

  /** Checks that both are given. */
  public Warning {
    require(kind != null, "kind must be given, was null");
    require(sentence != null && !sentence.isBlank(), "a warning needs a sentence");
  }

  /** The sentence. */
  @Override
  public String toString() {
    return sentence;
  }
}
