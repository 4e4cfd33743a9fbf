package io.github.mist4j.deep;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.deep.CriticOptions.Bound;
import io.github.mist4j.deep.CriticOptions.Climb;
import io.github.mist4j.deep.CriticOptions.Form;
import io.github.mist4j.estimator.DifferentiableEstimator;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.MethodOption;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.estimator.SampleEvidence;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * Neural critics: a network learns to tell rows as they are from rows whose Y is another's, and a
 * bound of the mutual information is read off it.
 *
 * <p>The network is fitted to the sample itself: three fifths of the rows are trained on, a fifth
 * says when to stop, and a fifth that had no part in that gives the estimate. So it is not fooled
 * by what the network has learnt by heart; of few rows it finds nothing. Every value lies from 0 to
 * the most that the held-out rows can show.
 *
 * <pre>{@code
 * var options = CriticOptions.of(CriticOptions.Bound.SMILE);
 * Estimate smile = new NeuralCritic(options).estimate(sample);
 * Estimate mine = Estimators.named("mine:steps=500:folds=5").estimate(sample);
 * }</pre>
 */
public final class NeuralCritic implements DifferentiableEstimator {
  private final CriticOptions options;
  private final Optional<MultiLayerConfiguration> network;

  /** MINE, with its defaults. */
  public NeuralCritic() {
    this(CriticOptions.of(Bound.MINE));
  }

  /** With options. */
  public NeuralCritic(CriticOptions options) {
    this(options, Optional.empty());
  }

  private NeuralCritic(CriticOptions options, Optional<MultiLayerConfiguration> network) {
    require(options != null, "options must be given, was null");
    this.options = options;
    this.network = network;
  }

  /**
   * MINE with a network of your own in Deeplearning4j.
   *
   * @throws IllegalArgumentException as {@link #of(MultiLayerConfiguration, CriticOptions)}
   */
  public static NeuralCritic of(MultiLayerConfiguration network) {
    return of(network, CriticOptions.of(Bound.MINE));
  }

  /**
   * A bound with a network of your own in Deeplearning4j, which scores a pair by the columns of X
   * and then those of Y. Its layers and the initialization of its weights are used; steps, stopping
   * and estimate are those of every neural critic, and the loss is the bound.
   *
   * <pre>{@code
   * MultiLayerConfiguration network = new NeuralNetConfiguration.Builder()
   *     .weightInit(WeightInit.XAVIER)
   *     .list()
   *     .layer(new DenseLayer.Builder().nOut(64).activation(Activation.ELU).build())
   *     .layer(new DenseLayer.Builder().nIn(64).nOut(1).activation(Activation.IDENTITY).build())
   *     .build();
   * Estimate estimate = NeuralCritic.of(network).estimate(sample);
   * }</pre>
   *
   * <p>A first layer without a number of inputs takes as many as there are columns. The estimate is
   * refused with one sentence where the network does not suit the columns, gives more than one
   * number, ends in an output layer or normalizes batches.
   *
   * <p>Deeplearning4j ({@code deeplearning4j-nn} and {@code nd4j-native}) is the caller's to bring.
   *
   * @param options the bound and the steps; form, activation, width and layers are the network's
   */
  public static NeuralCritic of(MultiLayerConfiguration network, CriticOptions options) {
    require(network != null, "network must be given, was null");
    return new NeuralCritic(options, Optional.of(network.clone()));
  }

  /** The name of the bound: {@code "mine"}, {@code "js-nwj"}, {@code "infonce-anchor"}. */
  @Override
  public String method() {
    return options.bound().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The mutual information of the sample, in nats, with an interval where there are folds or half
   * samples. The p-value is that of a test of ranks; a few fits to shuffled rows give its band.
   *
   * @throws IllegalArgumentException if a batch was asked for that is larger than the rows that are
   *     trained on, or more folds than pairs of rows
   */
  @Override
  public Estimate estimate(Sample sample, EstimateOptions asked) {
    return new HeldOutEstimate(method(), options.fit(), this::prepared).of(sample, asked);
  }

  private RowModel.Source prepared(Sample sample, long seed) {
    SampleMatrix columns = SampleMatrix.of(sample, options.inputs());
    return training -> new CriticModel(columns, critic(sample.dx(), sample.dy()), options);
  }

  /**
   * What is climbed, nats for the bounds of the information itself, on all rows, by a network that
   * has made as many steps there from random weights as the options say, and its slopes by the
   * cells.
   *
   * <p>On the rows that it has learnt it is too high, and the more so the longer it climbs.
   *
   * @throws IllegalArgumentException if there are names, or the network is one of Deeplearning4j,
   *     which gives no slopes by its inputs
   * @throws ArithmeticException if the network runs away
   */
  @Override
  public Gradient gradient(Sample sample) {
    return climb().gradient(sample, options.fit().steps());
  }

  /** It keeps its network, and goes on by one step for each gradient, unless it is to converge. */
  @Override
  public DifferentiableEstimator ofClimb() {
    return options.climb() == Climb.CONTINUAL ? climb() : this;
  }

  private CriticClimb climb() {
    return new CriticClimb(this, this::slopedCritic, options);
  }

  private Critic slopedCritic(int dx, int dy) {
    require(network.isEmpty(), "a network of Deeplearning4j gives no slopes by its inputs");
    return critic(dx, dy);
  }

  private Critic critic(int dx, int dy) {
    if (network.isPresent()) {
      return new NetworkCritic(network.get(), dx, dy);
    }
    return options.form() == Form.JOINT
        ? new JointCritic(dx, dy, options.fit())
        : new SeparableCritic(dx, dy, options.fit());
  }

  @Override
  public String description() {
    return switch (options.bound()) {
      case MINE -> "a network climbs the Donsker-Varadhan bound (Belghazi et al., 2018)";
      case DV -> "the same without MINE's correction of the gradient";
      case NWJ -> "a network climbs the bound of Nguyen, Wainwright and Jordan (2010)";
      case JS_NWJ -> "the same bound, of a network that tells pairs apart (Poole et al., 2019)";
      case SMILE -> "Donsker-Varadhan with clamped scores (Song and Ermon, 2020)";
      case INFONCE -> "a network tells a row from others (van den Oord et al., 2018)";
      case INFONCE_ANCHOR -> "the same with none as an answer, so that it has no cap";
    };
  }

  @Override
  public List<MethodOption> options() {
    return Stream.concat(
            Stream.of(
                MethodOption.choice(
                    "critic",
                    options.form(),
                    "one network of a pair, or one a side",
                    form -> with(options.withForm(form))),
                MethodOption.choice(
                    "others",
                    options.others(),
                    "rows of Y for independence beside a row of X",
                    others -> with(options.withOthers(others))),
                MethodOption.choice(
                    "inputs",
                    options.inputs(),
                    "in which form columns reach the network",
                    inputs -> with(options.withInputs(inputs))),
                MethodOption.number(
                    "clamp",
                    options.clamp(),
                    "scores of smile beyond it count as it",
                    clamp -> with(options.withClamp(clamp))),
                MethodOption.choice(
                    "climb",
                    options.climb(),
                    "a step of the network for each gradient, or all its steps",
                    climb -> with(options.withClimb(climb)))),
            FitMethodOptions.of(options.fit(), fit -> with(options.withFit(fit))).stream())
        .toList();
  }

  private NeuralCritic with(CriticOptions other) {
    return new NeuralCritic(other, network);
  }

  /** The other bounds. */
  @Override
  public List<MutualInformationEstimator> variants() {
    return Arrays.stream(Bound.values())
        .filter(bound -> bound != Bound.MINE)
        .<MutualInformationEstimator>map(bound -> new NeuralCritic(CriticOptions.of(bound)))
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
        less
            ? "a network is fitted to part of the rows, and what it cannot learn from them it does"
                + " not show on the others"
            : "it is read off a fifth of the rows, and scatters");
  }
}
