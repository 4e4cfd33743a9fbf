package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MethodOption;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.estimator.SampleEvidence;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Estimators that learn how the rows come about, by flows, diffusion or codes, and read the
 * information off that.
 *
 * <p>The columns enter as normal scores, equal values in an order at random. Three fifths of the
 * rows are trained on, a fifth says when to stop, and a fifth gives the estimate.
 *
 * <pre>{@code
 * Estimate flows = new GenerativeEstimator(GenerativeEstimator.Kind.MIENF).estimate(sample);
 * Estimate same = Estimators.named("mienf:steps=500:folds=5").estimate(sample);
 * Estimate joint = Estimators.named("minde:form=joint").estimate(sample);
 * }</pre>
 */
public final class GenerativeEstimator implements MutualInformationEstimator {
  private static final int STEPS = 3000;

  /** Weak dependence shows after thousands of steps only. */
  private static final int STEPS_OF_DIFFUSION = 8000;

  private final Kind kind;
  private final Asked asked;

  /** Which densities the information is the difference of, for {@code minde} and {@code fmmi}. */
  public enum Form {
    /** That of Y and that of Y given X. */
    CONDITIONAL,
    /** That of X and Y, and those of each side: given the other one, or alone. */
    JOINT
  }

  /** How {@code minde} reads the information off the noise ε̂ that its network tells. */
  public enum Scores {
    /** From squared errors: |ε − ε̂_Y|² − |ε − ε̂_{Y|X}|². */
    ERRORS,
    /** From the difference within: |ε̂_Y − ε̂_{Y|X}|², which no scatter makes negative. */
    INSIDE,
    /** From distances to the noise of normal columns: |ε̂_{Y|X} − σ y|² − |ε̂_Y − σ y|². */
    SIGMA
  }

  /** What can be set; some kinds take note of the fit only. */
  private record Asked(FitOptions fit, Form form, Scores scores) {}

  /** What is learnt, and how the information is read off. */
  public enum Kind {
    /**
     * A flow f of X and g of Y for which f(X) and g(Y) are jointly normal, with pairs of
     * correlation ρ_j: −½ Σ log(1 − ρ_j²), as the mean log ratio of densities on held-out rows
     * (Butakov et al., 2024). Starts at the Gaussian copula; of affine couplings, so one column
     * stays as it is.
     */
    MIENF(
        "mienf",
        "flows of both sides to a joint normal law (Butakov et al., 2024)",
        "flows of few rows do not undo what is far from normal",
        (columns, training, asked, seed) -> new JointNormalModel(columns, training, asked.fit)),
    /**
     * The mean of log p(x, y) − log p(x) − log p(y), each density a flow (Song and Ermon, 2020).
     */
    GM_FLOW(
        "gm-flow",
        "three flows for the densities of X, Y and both (Song and Ermon, 2020)",
        "three densities of few rows are far from the true ones",
        (columns, training, asked, seed) ->
            new DensitiesModel(columns, training, FlowDensity::of, asked.fit, seed)),
    /** The same, each density a variational autoencoder. */
    GM_VAE(
        "gm-vae",
        "three variational autoencoders for the densities of X, Y and both (Song and Ermon, 2020)",
        "codes of few rows, and bounds of three densities, are far from the true ones",
        (columns, training, asked, seed) ->
            new DensitiesModel(columns, training, CodeDensity::new, asked.fit, seed)),
    /**
     * ½ ∫ β(t)/σ²(t) E|ε_Y − ε_{Y|X}|² dt of a network that takes noise off Y, with X or without
     * (Franzese et al., 2024), or the same in the joint form. On held-out rows the square is the
     * difference of two squared errors, |ε − ε_Y|² − |ε − ε_{Y|X}|², which is no larger where the
     * network has learnt its rows by heart.
     */
    MINDE(
        "minde",
        "a diffusion of Y, with X and without (Franzese et al., 2024)",
        "a diffusion needs thousands of rows and steps to see weak dependence",
        (columns, training, asked, seed) ->
            new DiffusionModel(columns, training, asked.form, asked.scores, asked.fit, seed)),
    /**
     * −∫ E div v(z_t, t | x) dt of the velocity v that carries another row's Y to the own one
     * (Butakov et al., 2025), or in the joint form X and Y of different rows to those of one.
     */
    FMMI(
        "fmmi",
        "a flow that carries another row's Y to the own one (Butakov et al., 2025)",
        "a velocity that is learnt from few rows spreads too wide",
        (columns, training, asked, seed) ->
            new VelocityModel(columns, training, asked.form, asked.fit, seed)),
    /**
     * Nearest neighbours on codes of up to eight columns that tell the own side and the other one
     * (Gowri et al., 2024): for tables of hundreds of columns.
     */
    LMI(
        "lmi",
        "nearest neighbours on codes that tell both sides (Gowri et al., 2024)",
        "what codes of a few columns leave out is lost, and so is what neighbours do not see",
        (columns, training, asked, seed) -> new CodesModel(columns, asked.fit)),
    /**
     * Each side carried to vector ranks by a velocity of its own, and a mixture q of normal vectors
     * for the normal scores v, w of both: the mean of log q(v, w) − log q(v) − log q(w) (Chen et
     * al., 2025).
     */
    VCE(
        "vce",
        "a mixture of normal copulas for the vector ranks of both sides (Chen et al., 2025)",
        "velocities of few rows do not undo what is far from normal within a side",
        (columns, training, asked, seed) ->
            new VectorCopulaModel(columns, training, asked.fit, seed));

    private final String method;
    private final String words;
    private final String less; // why it says less than others
    private final Source source;

    Kind(String method, String words, String less, Source source) {
      this.method = method;
      this.words = words;
      this.less = less;
      this.source = source;
    }

    private boolean hasForms() {
      return this == MINDE || this == FMMI;
    }
  }

  /** Makes a model of the rows that are trained on. */
  @FunctionalInterface
  private interface Source {
    RowModel of(SampleMatrix columns, int[] training, Asked asked, long seed);
  }

  /** MIENF, with its defaults. */
  public GenerativeEstimator() {
    this(Kind.MIENF);
  }

  /**
   * Another kind, with its defaults: two layers of 128 with GELU, up to 3,000 steps; for {@code
   * minde} three layers and up to 8,000 steps, twice as long ones.
   */
  public GenerativeEstimator(Kind kind) {
    this(kind, usual(kind));
  }

  private static FitOptions usual(Kind kind) {
    FitOptions usual =
        FitOptions.withDefaults()
            .withActivation(FitOptions.Activation.GELU)
            .withWidth(128)
            .withSteps(STEPS)
            .withRate(1e-3);
    return kind == Kind.MINDE
        ? usual.withLayers(3).withRate(2e-3).withSteps(STEPS_OF_DIFFUSION)
        : usual;
  }

  /** With another network or other steps. */
  public GenerativeEstimator(Kind kind, FitOptions fit) {
    this(kind, new Asked(fit, Form.CONDITIONAL, Scores.ERRORS));
    require(kind != null && fit != null, "kind and fit must be given, was null");
  }

  private GenerativeEstimator(Kind kind, Asked asked) {
    this.kind = kind;
    this.asked = asked;
  }

  private GenerativeEstimator with(Asked other) {
    return new GenerativeEstimator(kind, other);
  }

  /** In another form. */
  public GenerativeEstimator withForm(Form form) {
    require(form != null, "form must be given, was null");
    require(kind.hasForms(), "only minde and fmmi have forms, not %s", method());
    return with(new Asked(asked.fit, form, asked.scores));
  }

  /** With the information read off in another way. */
  public GenerativeEstimator withScores(Scores scores) {
    require(scores != null, "scores must be given, was null");
    require(kind == Kind.MINDE, "only minde has scores, not %s", method());
    return with(new Asked(asked.fit, asked.form, scores));
  }

  @Override
  public String method() {
    return kind.method;
  }

  /**
   * The mutual information of the sample, in nats; evidence as that of {@link NeuralCritic}.
   *
   * @throws IllegalArgumentException if a batch was asked for that is larger than the rows that are
   *     trained on, or more folds than pairs of rows
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions options) {
    return new HeldOutEstimate(method(), asked.fit, this::prepared).of(sample, options);
  }

  private RowModel.Source prepared(Sample sample, long seed) {
    SampleMatrix columns = SampleMatrix.withoutTies(sample, seed);
    return training -> model(columns, training, seed);
  }

  RowModel model(SampleMatrix columns, int[] training, long seed) {
    return kind.source.of(columns, training, asked, seed);
  }

  @Override
  public String description() {
    return kind.words;
  }

  @Override
  public List<MethodOption> options() {
    Stream<MethodOption> own = Stream.empty();
    if (kind.hasForms()) {
      own =
          Stream.of(
              MethodOption.choice(
                  "form",
                  asked.form,
                  "of Y given X and alone, or of both and each",
                  this::withForm));
    }
    if (kind == Kind.MINDE) {
      own =
          Stream.concat(
              own,
              Stream.of(
                  MethodOption.choice(
                      "scores",
                      asked.scores,
                      "errors, the difference within, or distances to normal noise",
                      this::withScores)));
    }
    Stream<MethodOption> common =
        FitMethodOptions.of(asked.fit, fit -> with(new Asked(fit, asked.form, asked.scores)))
            .stream();
    return Stream.concat(own, common).toList();
  }

  /** The other kinds. */
  @Override
  public List<MutualInformationEstimator> variants() {
    return Arrays.stream(Kind.values())
        .filter(other -> other != Kind.MIENF)
        .<MutualInformationEstimator>map(GenerativeEstimator::new)
        .toList();
  }

  /** Zero: a fit takes seconds. */
  @Override
  public int unaskedUpToRows() {
    return 0;
  }

  @Override
  public Optional<String> reason(SampleEvidence evidence, boolean less) {
    return Optional.of(
        less ? kind.less : "it is read off a fifth of the rows, and scatters or overfits");
  }
}
