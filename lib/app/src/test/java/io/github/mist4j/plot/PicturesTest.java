package io.github.mist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.distribution.ContingencyTable;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Student;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.GaussianCopula;
import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.evaluation.Calibration;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.suite.BenchmarkSuite;
import io.github.mist4j.suite.BenchmarkTable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PicturesTest {
  private static final Distribution PAIR = new Normal(Dispersion.dense(1, 1, 0.75));

  private static long coloured(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .filter(rgb -> (rgb & 0xFF) - (rgb >> 16 & 0xFF) > 40) // bluer than red
        .count();
  }

  @Test
  void theTitleHasTheInformation() {
    assertThat(Pictures.of(PAIR, 1)).hasToString("1 × 1 columns, MI = 0.413 nats");
    assertThat(Pictures.of(PAIR.sample(20, new SplittableRandom(1))))
        .hasToString("20 rows, 1 × 1 columns");
  }

  @Test
  void thePngIsAPictureWithPointsInItAndTheSameForTheSameSeed() throws IOException {
    byte[] png = Pictures.of(PAIR, 1).png();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(coloured(image)).isGreaterThan(10_000);
    assertThat(Pictures.of(PAIR, 1).png()).isEqualTo(png);
    assertThat(Pictures.of(PAIR, 2).png()).isNotEqualTo(png);
  }

  @Test
  void theSvgHoldsTheTitleAndTheName(@TempDir Path folder) throws IOException {
    Picture picture = Pictures.of(PAIR, 1);
    Path file = folder.resolve("pair.svg");
    picture.save(file);
    assertThat(Files.readString(file))
        .startsWith("<?xml")
        .contains("<svg", "1 × 1 columns, MI = 0.413 nats")
        .isEqualTo(new String(picture.svg(), StandardCharsets.UTF_8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> picture.save(folder.resolve("pair.jpg")))
        .withMessageStartingWith("a picture's name must end in .png or .svg, was ");
  }

  @Test
  void manyColumnsShowFourOfEachSideHeavyTailsAndFewLevelsStayReadable() {
    var wide = Pictures.of(new Normal(Dispersion.identity(40, 40)), 1).image();
    var four = Pictures.of(new Normal(Dispersion.identity(4, 4)), 1).image();
    assertThat(wide.getWidth()).isEqualTo(four.getWidth());
    assertThat(wide.getHeight()).isEqualTo(four.getHeight());
    var cauchy = Pictures.of(new Student(Dispersion.identity(1, 1), 1), 1).image();
    assertThat(coloured(cauchy)).isGreaterThan(5_000);
    var levels = Pictures.of(ContingencyTable.of(new double[][] {{2, 1}, {1, 2}}), 1).image();
    assertThat(coloured(levels)).isGreaterThan(5_000);
  }

  @Test
  void aDistributionOverDatasetsIsAHistogramForEachFamily() {
    Picture picture = Pictures.of(MetaDistributions.broad(), 300, 1);
    assertThat(picture.title()).isEqualTo("broad: 300 datasets by family and mutual information");
    assertThat(coloured(picture.image())).isGreaterThan(20_000);
  }

  @Test
  void aBenchmarkIsARowForEveryTaskWithItsTruthAndTheEstimates() {
    var tasks =
        List.of(
            new BenchmarkSuite.Task("strong", PAIR),
            new BenchmarkSuite.Task("none", new Normal(Dispersion.identity(1, 1))));
    Picture one = Pictures.of(table(tasks.subList(0, 1)));
    Picture both = Pictures.of(table(tasks));
    assertThat(both.title()).isEqualTo("own: estimates (dots) and truths (bars), nats");
    assertThat(both.height()).isEqualTo(one.height() + 16); // two lanes and a margin
    assertThat(coloured(both.image())).isGreaterThan(coloured(one.image()));
    assertThat(new String(both.svg(), StandardCharsets.UTF_8))
        .contains("strong", "none", "gaussian-copula: mean |error| 0.", "ksg: mean |error| 0.");
  }

  @Test
  void anEvaluationHasAPanelForEveryMethodAndEveryCalibration() {
    var data =
        new BenchmarkSuite("any", List.of(new BenchmarkSuite.Task("pair", PAIR))).drawn(50, 20);
    var options =
        EvaluationOptions.withDefaults()
            .withEstimates(EstimateOptions.withDefaults().withHalves(20));
    var copula = new GaussianCopula();
    Evaluation evaluation = Evaluation.of(data, List.of(copula), options, progress -> {});
    Calibration calibration = Calibration.of(data, copula, options, progress -> {});
    Picture both = Pictures.of(evaluation, List.of(calibration));
    Picture one = Pictures.of(evaluation, List.of());
    assertThat(both.title()).isEqualTo("any");
    assertThat(both.height() - one.height()).isEqualTo(280);
    assertThat(both.width()).isEqualTo(one.width());
  }

  private static BenchmarkTable table(List<BenchmarkSuite.Task> tasks) {
    var suite = new BenchmarkSuite("own", tasks);
    var evaluation =
        Evaluation.of(
            suite.drawn(50, 3),
            List.of(new GaussianCopula(), new Ksg()),
            EvaluationOptions.withDefaults(),
            progress -> {});
    return BenchmarkTable.of(suite, evaluation);
  }

  @Test
  void panelsHaveOneLegendAndMapsTheirValues() {
    var x = List.of(10.0, 100.0, 0.0);
    Panel lines =
        Panel.of(
            "error by rows",
            Panel.Axis.of("rows").logarithmic(), // which 0 has no place on
            Panel.Axis.of("nats"),
            List.of(
                Panel.Series.reference(10, 0, 100, 0),
                Panel.Series.line("one", x, List.of(1.0, 2.0, 3.0)),
                Panel.Series.points("two", x, List.of(1.0, Double.NaN, 3.0))));
    double[][] cells = {{0.25, Double.NaN}};
    Panel map = Panel.map("map", "n", "d", List.of("a", "b"), List.of("c"), cells, Panel.Ink.ERROR);
    Picture picture = Pictures.of("A figure", "", List.of(List.of(lines, lines), List.of(map)));
    String svg = new String(picture.svg(), StandardCharsets.UTF_8);
    assertThat(svg).contains("A figure", ">0.25<").containsOnlyOnce(">two<");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Panel.Series.line("one", x, List.of(1.0)))
        .withMessage("series 'one' needs as many x as y, were 3 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Panel.map("map", "n", "d", List.of("a"), List.of("c"), cells, Panel.Ink.BIAS))
        .withMessage("map 'map' needs 1 rows of 1 values");
  }
}
