package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

/**
 * Which bound {@link NeuralCritic} climbs, and by which critic.
 *
 * <pre>{@code
 * CriticOptions.of(CriticOptions.Bound.SMILE)
 *     .withClamp(1)
 *     .withFit(FitOptions.withDefaults().withSteps(500))
 * }</pre>
 *
 * @param bound what is maximized and read off
 * @param form how a critic scores a pair of rows
 * @param others the rows of Y that stand for independence beside each row of X in a step
 * @param inputs in which form the columns reach the critic
 * @param clamp τ of SMILE: scores beyond ±τ count as ±τ where Y is another row's; no other bound
 *     uses it
 * @param fit the network and its steps
 * @param climb what the network does while its estimate is climbed
 */
public record CriticOptions(
    Bound bound,
    Form form,
    Others others,
    Inputs inputs,
    double clamp,
    FitOptions fit,
    Climb climb) {
  /**
   * The bounds, with T the score of a pair, E the mean over pairs as they are, E' over pairs of
   * different rows.
   */
  public enum Bound {
    /** E T − log E' exp T, its gradient corrected by a moving average (Belghazi et al., 2018). */
    MINE,
    /** The same without the correction (Donsker and Varadhan, 1983). */
    DV,
    /** 1 + E T − E' exp T (Nguyen, Wainwright and Jordan, 2010). */
    NWJ,
    /** NWJ read off a critic that was trained to tell pairs apart (Poole et al., 2019). */
    JS_NWJ,
    /** DV with clamped scores, read off such a critic (Song and Ermon, 2020). */
    SMILE,
    /** E T − log of the mean of exp T over a row's own and others (van den Oord et al., 2018). */
    INFONCE,
    /** E T of a critic that tells the own row from others and from none: no bound, no cap. */
    INFONCE_ANCHOR
  }

  /** How a critic scores a pair of rows. */
  public enum Form {
    /** f(x, y). */
    JOINT,
    /** ⟨g(x), h(y)⟩, with vectors of 32. */
    SEPARABLE
  }

  /** The rows of Y that stand for independence beside a row of X. */
  public enum Others {
    /** That of one other row of the batch: a shuffle. */
    ONE,
    /** Those of all other rows of the batch. */
    ALL
  }

  /** In which form the columns reach the critic. */
  public enum Inputs {
    /** Φ⁻¹ of the ranks, equal values alike: nothing depends on the scale of a column. */
    NORMAL_SCORES,
    /** Less their mean, by their standard deviation. */
    STANDARDIZED
  }

  /** What the network does while its estimate is climbed. */
  public enum Climb {
    /** It goes on by a step for each gradient, as in MINE's paper. */
    CONTINUAL,
    /** It is fitted anew for each gradient, by all its steps. */
    CONVERGED
  }

  /** Checks that all is given. */
  public CriticOptions {
    require(
        bound != null && form != null && others != null, "bound, form and others must be given");
    require(inputs != null && fit != null && climb != null, "inputs, fit and climb must be given");
    require(clamp > 0, "clamp must be positive, was %s", clamp);
  }

  /**
   * The defaults of a bound: MINE with a joint critic and one other row a row, as in its paper; the
   * others with a separable critic and all other rows of a batch.
   */
  public static CriticOptions of(Bound bound) {
    boolean mine = bound == Bound.MINE;
    return new CriticOptions(
        bound,
        mine ? Form.JOINT : Form.SEPARABLE,
        mine ? Others.ONE : Others.ALL,
        Inputs.NORMAL_SCORES,
        5, // between bias and variance in Song and Ermon's figures
        FitOptions.withDefaults(),
        Climb.CONTINUAL);
  }

  /** The same with a critic of another form. */
  public CriticOptions withForm(Form newForm) {
    return new CriticOptions(bound, newForm, others, inputs, clamp, fit, climb);
  }

  /** The same with other rows for independence. */
  public CriticOptions withOthers(Others newOthers) {
    return new CriticOptions(bound, form, newOthers, inputs, clamp, fit, climb);
  }

  /** The same with columns in another form. */
  public CriticOptions withInputs(Inputs newInputs) {
    return new CriticOptions(bound, form, others, newInputs, clamp, fit, climb);
  }

  /** The same with another τ of SMILE. */
  public CriticOptions withClamp(double newClamp) {
    return new CriticOptions(bound, form, others, inputs, newClamp, fit, climb);
  }

  /** The same with another network or other steps. */
  public CriticOptions withFit(FitOptions newFit) {
    return new CriticOptions(bound, form, others, inputs, clamp, newFit, climb);
  }

  /** The same with a network that does something else while its estimate is climbed. */
  public CriticOptions withClimb(Climb newClimb) {
    return new CriticOptions(bound, form, others, inputs, clamp, fit, newClimb);
  }
}
