package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.GaussianCopula;
import io.github.mist4j.estimator.Histogram;
import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.evaluation.EvaluationData;
import io.github.mist4j.evaluation.EvaluationOptions;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.Progress.Count;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import io.github.mist4j.suite.BenchmarkSuite;
import io.github.mist4j.suite.BenchmarkTable;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ComparisonCardTest {

  private static Document parsed(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static Comparison comparison(int columns, String name) {
    var rng = new SplittableRandom(2);
    var x = new double[columns][200];
    var y = new double[1][200];
    for (int r = 0; r < 200; r++) {
      for (double[] column : x) {
        column[r] = rng.nextGaussian();
      }
      y[0][r] = x[0][r] * x[0][r] + 0.1 * rng.nextGaussian();
    }
    List<String> names = new java.util.ArrayList<>(List.of(name));
    for (int c = 1; c < columns; c++) {
      names.add("noise" + c);
    }
    return Comparison.of(
        List.of(new Ksg(), new GaussianCopula(), new Histogram()),
        Sample.ofColumns(names, x, List.of("y"), y),
        EstimateOptions.withDefaults().withHalves(20));
  }

  @Test
  @DisplayName("what is to be known of the sample, and every method warns of, stands once")
  void warningsOfTheSample() {
    Comparison bare = comparison(2, "a");
    var dropped = new Warning(Warning.Kind.ROWS_DROPPED, "2 of 202 rows dropped: <a> was missing");
    Comparison warned =
        new Comparison(
            bare.estimates().stream()
                .map(
                    e ->
                        e.withWarnings(
                            Stream.concat(Stream.of(dropped), e.warnings().stream()).toList()))
                .toList(),
            bare.refusals(),
            bare.explanations());
    assertThat(ComparisonCard.html(warned))
        .containsOnlyOnce("2 of 202 rows dropped: &lt;a&gt; was missing");
    assertThat(ComparisonCard.html(bare)).doesNotContain("rows dropped");
  }

  @Test
  @DisplayName("every method that answered has a line with its value, the others a reason")
  void everyMethodHasALine() throws Exception {
    Comparison comparison = comparison(9, "a");
    String svg = Pictures.of(comparison).fluidSvg().orElseThrow();
    assertThat(parsed(svg).getElementsByTagName("circle").getLength()).isEqualTo(2);
    assertThat(svg).contains(">ksg</text>", ">gaussian-copula</text>").doesNotContain("histogram");
    assertThat(ComparisonCard.html(comparison))
        .contains("histogram refuses: method histogram needs 5 rows a cell")
        .contains("200 rows, 9 columns of X, 1 column of Y");
  }

  @Test
  @DisplayName("while methods are asked, the answers until now stand over those still to come")
  void answersFillThePicture() throws Exception {
    var one = new Comparison(comparison(1, "a").estimates().subList(0, 1), Map.of(), List.of());
    Count steps = Count.of("steps", 250, 0, 2000, Duration.ofSeconds(5));
    var soFar = new Comparison.SoFar(one, "mine", List.of("minde"), Optional.of(steps));
    String svg = Pictures.of(soFar).fluidSvg().orElseThrow();
    assertThat(parsed(svg).getElementsByTagName("circle").getLength()).isEqualTo(1);
    assertThat(svg).contains(">ksg</text>", ">mine</text>", ">…</text>", ">minde</text>");
    assertThat(ComparisonCard.html(soFar))
        .contains("<progress value=\"250\" max=\"2000\"")
        .contains("mine, 2 of 3 methods: 250 of 2,000 steps, 50.0/s, 0 min 35 s left");
    var none = new Comparison(List.of(), Map.of(), List.of());
    assertThat(ComparisonCard.html(new Comparison.SoFar(none, "mine", List.of(), Optional.empty())))
        .contains("mine, 1 of 1 methods");
  }

  @Test
  @DisplayName("explanations stand on the card, with the columns' names escaped")
  void explanationsAreEscaped() throws Exception {
    String html = ComparisonCard.html(comparison(1, "<b>"));
    assertThat(html).contains("is curved against &#39;&lt;b&gt;&#39;").doesNotContain("<b>");
    assertThat(parsed(html).getDocumentElement().getTagName()).isEqualTo("div");
  }

  @Test
  @DisplayName("an evaluation shows a picture and a table of every method and group")
  void evaluationsShowATable() {
    Evaluation evaluation =
        Evaluation.of(
            EvaluationData.of(MetaDistributions.elliptical(), 12, 1),
            List.of(new GaussianCopula()),
            EvaluationOptions.withDefaults(),
            progress -> {});
    String html = EvaluationCard.html(evaluation);
    assertThat(html).contains("src=\"data:image/png;base64,", "alt=\"elliptical\"");
    assertThat(html.split("<tr>")).hasSize(2 + evaluation.errors().rows().size());
    assertThat(html).contains(">gaussian-copula</td>", ">all</td>");
  }

  @Test
  @DisplayName("a benchmark shows its tasks as a picture and a table of every method and task")
  void benchmarksShowTheirTasks() {
    BenchmarkSuite suite = BenchmarkSuite.named("levels");
    Evaluation evaluation =
        Evaluation.of(
            suite.drawn(20, 1),
            List.of(new GaussianCopula()),
            EvaluationOptions.withDefaults(),
            progress -> {});
    var table = new BenchmarkTable(suite, evaluation.methods(), evaluation.errors());
    String html = EvaluationCard.html(table);
    assertThat(html).contains("alt=\"levels: estimates (dots) and truths (bars), nats\"");
    assertThat(html.split("<tr>")).hasSize(2 + evaluation.errors().rows().size());
  }
}
