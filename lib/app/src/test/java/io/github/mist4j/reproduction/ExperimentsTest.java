package io.github.mist4j.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.estimator.Estimators;
import io.github.mist4j.meta.Dataset;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.reproduction.Reproduction.Options;
import io.github.mist4j.reproduction.Reproduction.Scale;
import io.github.mist4j.sample.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExperimentsTest {
  static List<Experiment> possible() {
    return Experiments.possible();
  }

  @ParameterizedTest
  @MethodSource("possible")
  @DisplayName("a description has data and contenders at every scale, more at each")
  void everyDescriptionIsWhole(Experiment experiment) {
    assertThat(experiment.name()).matches("[a-z]+[0-9]*(-[a-z]+)?");
    assertThat(List.of(experiment.title(), experiment.needs(), experiment.reported()))
        .noneMatch(String::isBlank);
    assertThat(experiment.difference()).endsWith(".");
    long before = 0;
    for (Scale scale : Scale.values()) {
      Design design = experiment.design().apply(scale);
      assertThat(design.datasets()).isGreaterThan(before);
      assertThat(design.contenders()).extracting(Contender::method).doesNotHaveDuplicates();
      assertThat(design.contenders()).allMatch(c -> !c.identity().isBlank());
      before = design.datasets();
    }
  }

  @Test
  @DisplayName("names are different, and another one is refused with the list")
  void namesAreDifferent() {
    assertThat(Experiments.all()).extracting(Experiment::name).doesNotHaveDuplicates();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reproduction.named("fig33"))
        .withMessageMatching("experiment must be one of table1, fig2, .*, was 'fig33'");
  }

  @Test
  @DisplayName("the full lattice of figure 3 is the extended test set of the paper")
  void theExtendedTestSet() {
    Design full = ErrorMaps.fig3().design().apply(Scale.FULL);
    assertThat(full.datasets()).isEqualTo(806_000);
  }

  @Test
  @DisplayName("where networks are trained, no methods can be named")
  void trainedOnesAreFixed(@TempDir Path folder) {
    var ksg = List.of(Estimators.named("ksg"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Reproduction.named("fig6")
                    .begin(
                        folder, Options.withDefaults().withEstimators(ksg), ProgressListener.NONE))
        .withMessage("fig6 asks methods of its own, so no others can be named");
  }

  @Test
  @DisplayName("rows needed are read off between the sizes, on logarithms")
  void rowsNeeded() {
    var errors = new TreeMap<>(Map.of(10, 1.0, 100, 0.1));
    assertThat(RowsNeeded.needed(errors, Math.sqrt(0.1))).isCloseTo(Math.sqrt(1000), within(1e-9));
    assertThat(RowsNeeded.needed(errors, 2)).isEqualTo(10);
    assertThat(RowsNeeded.needed(errors, 0.05)).isNaN();
  }

  @Test
  @DisplayName("the forms of a law have the information that they are said to have")
  void formsOfALaw() {
    Design design = SelfConsistency.consistency().design().apply(Scale.TINY);
    List<Dataset> forms = design.parts().stream().map(p -> p.datasets().draw(3, 4)).toList();
    double base = forms.get(0).mutualInformation();
    assertThat(forms)
        .extracting(Dataset::mutualInformation)
        .containsExactly(base, 0.0, base, 2 * base);
    Sample rows = forms.get(0).sample();
    assertThat(forms.get(1).sample().x(0)).isEqualTo(rows.x(0));
    assertThat(forms.get(1).sample().y(0)).isNotEqualTo(rows.y(0));
    assertThat(forms.get(2).sample().dx()).isEqualTo(2 * rows.dx());
    assertThat(forms.get(3).sample().dy()).isEqualTo(2 * rows.dy());
  }

  @Test
  @DisplayName("a case is read as it was written, and its interval scales with the level")
  void caseAndLine() {
    var one = new Case("a, b", 3, "f", 20, 2, 0.5, "ksg", 0.9, 0.25, 0.1, 0.4, 0.001);
    List<String> cells =
        List.of("a, b", "3", "f", "20", "2", "0.5", "ksg", "0.9", "0.25", "0.1", "0.4", "0.001000");
    assertThat(Case.read(cells)).isEqualTo(one);
    assertThat(one.line()).startsWith("\"a, b\",3,f,20,2,0.5,ksg,0.9,0.25,0.1,0.4,");
    Case half = one.atLevel(0.5);
    assertThat(half.upper() - half.value()).isCloseTo(0.15 * 0.6744898 / 1.6448536, within(1e-6));
  }

  @Test
  @DisplayName("both informative columns of 32 are found in all tiny datasets")
  void bothFeaturesAreFound(@TempDir Path folder) {
    Reproduction.Result result =
        Reproduction.named("feature-selection")
            .begin(folder, Options.withDefaults().withScale(Scale.TINY), ProgressListener.NONE);
    assertThat(result.text()).containsPattern("mist-select +100 +3 +1\\.00");
    assertThat(folder.resolve("feature-selection.svg")).content().contains("Appendix E");
  }

  @Test
  @DisplayName("of the chosen columns those count that are informative, the last ones")
  void informativeColumnsCount() {
    Sample sample =
        FeatureSelection.featureSelection()
            .design()
            .apply(Scale.TINY)
            .parts()
            .get(0)
            .datasets()
            .draw(1, 0)
            .sample();
    assertThat(sample.dx()).isEqualTo(32);
    assertThat(new FoundFeatures("one", 2, s -> List.of(0, 31)).estimate(sample).value()).isOne();
    assertThat(new FoundFeatures("all", 2, s -> List.of(30, 31)).estimate(sample).value())
        .isEqualTo(2);
    assertThat(new FoundFeatures("none", 2, s -> List.of()).estimate(sample).value()).isZero();
    var third = new FoundFeatures("third", 2, s -> List.of(31, 0, 30)).estimate(sample);
    assertThat(third.value()).isOne();
    assertThat(third.interval().orElseThrow().lower()).isOne();
    assertThat(third.interval().orElseThrow().upper()).isEqualTo(3);
  }

  @Test
  @DisplayName("the tiny datasets of an experiment can all be drawn")
  void datasetsCanBeDrawn() {
    var rng = new SplittableRandom(1);
    for (Experiment experiment : Experiments.possible()) {
      for (Part part : experiment.design().apply(Scale.TINY).parts()) {
        long index = rng.nextLong(part.datasets().size());
        assertThat(part.datasets().draw(1, index).sample().n()).isGreaterThanOrEqualTo(10);
      }
    }
  }
}
