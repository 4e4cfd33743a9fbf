package io.github.mist4j.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.Families;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.network.CopulaNetwork;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.network.Recalibration;
import io.github.mist4j.plot.Panel;
import io.github.mist4j.plot.Panel.Axis;
import io.github.mist4j.plot.Panel.Series;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.reproduction.Reproduction.Options;
import io.github.mist4j.reproduction.Reproduction.Scale;
import io.github.mist4j.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExperimentRunTest {
  private static final List<String> METHODS = List.of("gaussian-copula", "cca");
  private static final Experiment TWELVE =
      new Experiment(
          "twelve",
          "Twelve datasets",
          "a moment",
          METHODS,
          scale ->
              new Design(
                  List.of(
                      new Part(
                          "normal",
                          new Lattice(
                              List.of(Families.named("multi_normal-dense")),
                              List.of(20, 30),
                              List.of(1, 2),
                              3))),
                  Contender.named(METHODS)),
          cases ->
              new Outcome(
                  cases.all().stream()
                      .map(
                          c ->
                              Outcome.row(
                                  "index", c.index(), "method", c.method(), "nats", c.value()))
                      .toList(),
                  "",
                  List.of(
                      List.of(
                          Panel.of(
                              "nats",
                              Axis.of("true"),
                              Axis.of("estimate"),
                              List.of(
                                  Series.points(
                                      "all",
                                      cases.all().stream().map(Case::truth).toList(),
                                      cases.all().stream().map(Case::value).toList())))))),
          "nothing",
          "It is not in the paper.");
  private static final Options OPTIONS = Options.withDefaults().withScale(Scale.TINY);

  @TempDir private Path folder;

  private ExperimentRun in(String name, Options options) {
    return new ExperimentRun(TWELVE, options, folder.resolve(name), ProgressListener.NONE);
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  @DisplayName(
      "the numbers, the picture twice, the estimates and of what they are lie in the folder")
  void theFilesAreThere() throws IOException {
    Reproduction.Result result = in("a", OPTIONS).begin();
    assertThat(folder.resolve("a"))
        .isDirectoryContaining("glob:**/twelve.csv")
        .isDirectoryContaining("glob:**/twelve.svg")
        .isDirectoryContaining("glob:**/twelve.png");
    assertThat(text("a/twelve.csv").lines()).hasSize(1 + 12 * 2);
    assertThat(text("a/twelve.estimates.csv").lines()).hasSize(1 + 12 * 2);
    assertThat(text("a/twelve.json")).contains("\"reported\"", "gaussian-copula", "tiny");
    assertThat(result.toString())
        .startsWith("Twelve datasets")
        .contains("The paper: nothing", "The difference: It is not in the paper.");
  }

  @Test
  @DisplayName("a run that was killed within a line and goes on ends like one that was not")
  void resumedEqualsUninterrupted() throws IOException {
    in("whole", OPTIONS.withThreads(1)).begin();
    in("killed", OPTIONS.withThreads(2)).begin();
    Path estimates = folder.resolve("killed/twelve.estimates.csv");
    String all = Files.readString(estimates);
    Files.writeString(estimates, all.substring(0, all.length() * 2 / 5));
    Files.delete(folder.resolve("killed/twelve.csv"));
    in("killed", OPTIONS.withThreads(2)).resume();
    assertThat(text("killed/twelve.csv")).isEqualTo(text("whole/twelve.csv"));
  }

  @Test
  @DisplayName("a run that its listener stops keeps its estimates, and another goes on with them")
  void stoppedAndResumed() throws IOException {
    var asked = new AtomicInteger();
    ProgressListener stopping = ProgressListener.NONE.stoppedBy(() -> asked.incrementAndGet() > 6);
    var run = new ExperimentRun(TWELVE, OPTIONS, folder.resolve("stopped"), stopping);
    assertThatThrownBy(run::begin).isInstanceOf(CancellationException.class);
    in("stopped", OPTIONS).resume();
    in("whole", OPTIONS).begin();
    assertThat(text("stopped/twelve.csv")).isEqualTo(text("whole/twelve.csv"));
  }

  @Test
  @DisplayName("files that exist are refused, replaced where asked for, and not mixed with others")
  void oneRuleOfOutputs() {
    in("b", OPTIONS).begin();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in("b", OPTIONS).begin())
        .withMessageContaining("twelve.csv exists already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in("b", OPTIONS.withSeed(2)).resume())
        .withMessageContaining("is of a run with other options or methods");
    in("b", OPTIONS.withSeed(2)).begin(StandardCopyOption.REPLACE_EXISTING);
    assertThat(in("b", OPTIONS.withSeed(2)).resume().title()).isEqualTo("Twelve datasets");
  }

  @Test
  @DisplayName("two models of the same name are told apart, by their weights")
  void ofAnotherModel() {
    in("d", OPTIONS.withEstimators(List.of(model(1)))).begin();
    in("d", OPTIONS.withEstimators(List.of(model(1)))).resume();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in("d", OPTIONS.withEstimators(List.of(model(2)))).resume())
        .withMessageContaining("is of a run with other options or methods");
  }

  private static MutualInformationEstimator model(long seed) {
    var size = CopulaArchitecture.withDefaults();
    float[] weights = new CopulaNetwork(size).initialWeights(new SplittableRandom(seed));
    var range = Checkpoint.shipped().card().provenance().range();
    return new MistEstimator(size, weights, Recalibration.none(), "mine", range);
  }

  @Test
  @DisplayName("a run that replaces an older one and is stopped leaves none of its networks")
  void noStaleNetworks() throws IOException {
    var learns =
        new Contender.Trained(
            "net", MetaDistributions.elliptical(), TrainingOptions.withDefaults());
    var trains =
        new Experiment(
            "trains",
            "A network",
            "a moment",
            List.of("net"),
            scale -> new Design(List.of(Part.testGrids(1).get(0)), List.of(learns)),
            cases -> new Outcome(List.of(), "", List.of()),
            "nothing",
            "It is not in the paper.");
    Path model = folder.resolve("trains-net.mist");
    Path state = folder.resolve("trains-net.mist.state");
    Files.writeString(model, "an older one");
    Files.writeString(state, "an older one");
    var run =
        new ExperimentRun(trains, OPTIONS, folder, ProgressListener.NONE.stoppedBy(() -> true));
    assertThatIllegalArgumentException().isThrownBy(run::begin);
    assertThat(model).exists();
    assertThatThrownBy(() -> run.begin(StandardCopyOption.REPLACE_EXISTING))
        .isInstanceOf(CancellationException.class);
    assertThat(model).doesNotExist();
    assertThat(state).doesNotExist();
  }

  @Test
  @DisplayName("others are asked where they are named")
  void otherMethods() throws IOException {
    in("c", OPTIONS.withEstimators(List.of(new Ksg()))).begin();
    assertThat(text("c/twelve.csv")).contains("ksg").doesNotContain("cca");
  }
}
