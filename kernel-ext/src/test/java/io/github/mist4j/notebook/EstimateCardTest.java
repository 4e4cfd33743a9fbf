package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.sample.Warning;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class EstimateCardTest {
  private static Estimate estimate(double value, double lower, double upper, String... warnings) {
    return Estimate.of(sample(342, 2, 1), "mist", value)
        .withEvidence(
            Optional.of(new Interval(lower, upper, 0.9)),
            Optional.of(new IndependenceTest(0.005, 199, -0.02, 0.03)))
        .withModel("elliptical-512k")
        .withWarnings(Stream.of(warnings).map(w -> new Warning(Warning.Kind.NOVEL, w)).toList());
  }

  private static Sample sample(int n, int dx, int dy) {
    double[] rows = IntStream.range(0, n).asDoubleStream().toArray();
    return Sample.ofColumns(
        Collections.nCopies(dx, rows).toArray(double[][]::new),
        Collections.nCopies(dy, rows).toArray(double[][]::new));
  }

  @Test
  void whatOtherMethodsSayStandsBelowTheMethodAndInTheSameUnit() {
    Estimate estimate =
        estimate(0.531, 0.46, 0.61)
            .withReferences(
                List.of(
                    new Estimate.Reference("Gaussian copula", 0.2464),
                    new Estimate.Reference("nearest neighbours", 0.5)));
    assertThat(EstimateCard.html(estimate))
        .contains("0.25 by Gaussian copula, 0.50 by nearest neighbours");
    assertThat(EstimateCard.html(estimate.inBits())).contains("0.72 by nearest neighbours");
    assertThat(EstimateCard.html(estimate(0.531, 0.46, 0.61))).doesNotContain("Others say");
  }

  private static Estimate bare(double value) {
    return Estimate.of(sample(20, 1, 3), "ksg", value * Math.log(2)).inBits();
  }

  static Stream<Estimate> estimates() {
    return Stream.of(
        estimate(0.531, 0.46, 0.61),
        estimate(0.003, 0, 0.02),
        estimate(-0.012, 0, 0.05, "one", "two"),
        estimate(40.3, 12, 77.5),
        bare(0),
        bare(1.5),
        bare(-0.2));
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  /** All that stands in a document between its tags. */
  private static String words(Document document) {
    return document.getDocumentElement().getTextContent();
  }

  @Test
  @DisplayName("the card shows every part of the estimate, read from top to bottom")
  void cardShowsEveryPart() throws Exception {
    String card = words(parsed(EstimateCard.html(estimate(0.531, 0.46, 0.61, "be careful"))));
    assertThat(card.replaceAll("\\s+", " "))
        .containsSubsequence(
            "0.53 nats (0.77 bits)",
            "90% interval 0.46 to 0.61 nats",
            "Independence p = 0.005: of 199 shuffles of the rows, none showed as much",
            "Sample 342 rows; X: 2 columns; Y: 1 column",
            "Method mist, model elliptical-512k",
            "Warning be careful");
  }

  @Test
  @DisplayName("what an estimate lacks does not stand on its card")
  void absentPartsAreAbsent() throws Exception {
    String card = words(parsed(EstimateCard.html(bare(1.5))));
    assertThat(card)
        .contains("1.50", "bits", "(1.04 nats)", "ksg")
        .doesNotContain("interval", "shuffles", "Warning", "model");
  }

  @Test
  @DisplayName("the picture is an image with words in its stead, which pages keep that remove SVG")
  void pictureIsAnImage() throws Exception {
    Estimate estimate = estimate(0.531, 0.46, 0.61);
    Document card = parsed(EstimateCard.html(estimate));
    var image = (Element) card.getElementsByTagName("img").item(0);
    String svg =
        new String(
            Base64.getDecoder().decode(image.getAttribute("src").replaceFirst(".*base64,", "")),
            StandardCharsets.UTF_8);
    assertThat(svg).isEqualTo(Pictures.of(estimate).fluidSvg().orElseThrow());
    assertThat(image.getAttribute("alt"))
        .startsWith(estimate.summary())
        .endsWith("shuffled rows give −0.020 to 0.030");
    for (String removed : List.of("svg", "style", "script")) {
      assertThat(card.getElementsByTagName(removed).getLength()).isZero();
    }
  }

  @Test
  @DisplayName("the sample stands on the card, by the names of its columns and as a picture")
  void sampleIsShown() throws Exception {
    double[][] x = new double[6][50];
    double[][] y = new double[1][50];
    for (int r = 0; r < 50; r++) {
      y[0][r] = r * 0.5;
      for (int c = 0; c < 6; c++) {
        x[c][r] = Math.sin(r + c);
      }
    }
    Sample sample =
        Sample.ofColumns(List.of("a", "b", "c", "<d>", "e", "f"), x, List.of("y"), y).swapped();
    Estimate estimate = estimate(0.531, 0.46, 0.61);
    Document card = parsed(EstimateCard.html(estimate.withSample(sample)));
    assertThat(words(card)).contains("rows; X: y; Y: a, b, c, <d> and 2 more");
    assertThat(((Element) card.getElementsByTagName("img").item(0)).getAttribute("alt"))
        .endsWith("a, b, c, <d> against y, 50 rows shown; the first 4 of 6 columns of Y");
  }

  @Test
  @DisplayName("a p-value that speaks for independence says so")
  void largePValueIsPutInWords() {
    var test = new IndependenceTest(0.42, 99, -0.1, 0.1);
    Estimate e = estimate(0.01, 0, 0.1);
    var independent =
        Estimate.of(sample(50, 1, 1), "mist", e.value())
            .withEvidence(e.interval(), Optional.of(test));
    assertThat(EstimateCard.html(independent))
        .contains("p = 0.42: of 99 shuffles of the rows, 41 showed as much; consistent with");
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 999, 'p = 0.001: of 999 shuffles of the rows, none showed as much'",
    "0.03, 99, 'p = 0.03: of 99 shuffles of the rows, 2 showed as much'",
    "0.1, 9, 'p = 0.1: of 9 shuffles of the rows, none showed as much, but they are too few to"
        + " tell'",
    "1, 9, 'p = 1: of 9 shuffles of the rows, all showed as much; consistent with independence'"
  })
  @DisplayName("a p-value is put in words")
  void pValueInWords(double pValue, int shuffles, String words) {
    assertThat(EstimateCard.inWords(new IndependenceTest(pValue, shuffles, 0, 0), false))
        .isEqualTo(words);
  }

  @Test
  @DisplayName("names in warnings are escaped")
  void warningsAreEscaped() {
    assertThat(EstimateCard.html(estimate(1, 0, 2, "column '<script>alert(1)</script>' & co")))
        .contains("column &#39;&lt;script&gt;alert(1)&lt;/script&gt;&#39; &amp; co")
        .doesNotContain("<script");
  }

  @ParameterizedTest
  @MethodSource("estimates")
  @DisplayName("the card is well-formed")
  void theCardIsWellFormed(Estimate estimate) throws Exception {
    assertThat(parsed(EstimateCard.html(estimate)).getDocumentElement().getTagName())
        .isEqualTo("div");
  }

  @Test
  void aLargePValueIsNotConsistentWithAnIntervalAboveZero() {
    var test = new IndependenceTest(0.2, 99, 0, 0);
    assertThat(EstimateCard.inWords(test, true))
        .doesNotContain("consistent")
        .endsWith("though the interval lies above 0: more rows would tell");
  }
}
