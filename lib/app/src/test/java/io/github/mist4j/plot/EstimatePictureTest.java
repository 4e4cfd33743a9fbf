package io.github.mist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.Estimate.Fit;
import io.github.mist4j.estimator.Estimate.Look;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.sample.Sample;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class EstimatePictureTest {
  private static Estimate estimate(
      double value, Optional<Interval> interval, Optional<IndependenceTest> independence) {
    double[] rows = IntStream.range(0, 342).asDoubleStream().toArray();
    Sample sample = Sample.ofColumns(new double[][] {rows, rows}, new double[][] {rows});
    return Estimate.of(sample, "mist", value)
        .withEvidence(interval, independence)
        .withModel("elliptical-512k");
  }

  private static Estimate estimate(double value, double lower, double upper) {
    return estimate(
        value,
        Optional.of(new Interval(lower, upper, 0.9)),
        Optional.of(new IndependenceTest(0.005, 199, -0.02, 0.03)));
  }

  private static Estimate bare(double value) {
    return estimate(value, Optional.empty(), Optional.empty());
  }

  /** Two networks, of which one ran away and one was never looked at. */
  private static Estimate fitted(double value) {
    return bare(value)
        .withFits(
            List.of(
                new Fit(
                    List.of(
                        new Look(10, 0.2, 0.1),
                        new Look(20, 3e9, value),
                        new Look(30, Double.NaN, -1e12),
                        new Look(31, Double.POSITIVE_INFINITY, Double.NaN)),
                    20),
                new Fit(List.of(), 0)));
  }

  static Stream<Estimate> estimates() {
    return Stream.of(
        estimate(0.531, 0.46, 0.61),
        estimate(0.531, 0.46, 0.61).inBits(),
        estimate(0.003, 0, 0.02),
        estimate(-0.012, 0, 0.05),
        estimate(40.3, 12, 77.5),
        bare(0),
        bare(1.5),
        bare(-0.2),
        fitted(0.4),
        fitted(0),
        estimate(0.531, 0.46, 0.61).withFits(fitted(0.5).fits()).inBits());
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @MethodSource("estimates")
  void theDrawingIsWellFormedAndNothingStandsOutsideIt(Estimate estimate) throws Exception {
    String svg = EstimatePicture.of(estimate).svg();
    NodeList shapes = parsed(svg).getElementsByTagName("*");
    assertThat(shapes.getLength()).isGreaterThan(5);
    for (int s = 1; s < shapes.getLength(); s++) {
      var shape = (Element) shapes.item(s);
      for (String place : List.of("x", "x1", "x2", "cx")) {
        assertThat(number(shape, place)).isBetween(0.0, 100.0);
      }
      assertThat(number(shape, "x") + number(shape, "width")).isLessThanOrEqualTo(100);
      for (String place : List.of("y", "y1", "y2", "cy")) {
        assertThat(number(shape, place))
            .isBetween(0.0, number(shape.getOwnerDocument().getDocumentElement(), "height"));
      }
    }
    assertThat(svg).contains(">0 " + estimate.unit().symbol() + "</text>");
  }

  /** An attribute's number, in percent of the width or in pixels; 0 where there is none. */
  private static double number(Element shape, String attribute) {
    String value = shape.getAttribute(attribute).replace("%", "");
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }

  @ParameterizedTest
  @MethodSource("estimates")
  void anAxisHoldsZeroAndItsValuesWithTwoToSixRoundTicks(Estimate estimate) {
    TickAxis axis = TickAxis.holding(estimate.value(), 0.5 * estimate.value());
    assertThat(axis.position(0)).isBetween(0.0, 1.0);
    assertThat(axis.position(estimate.value())).isBetween(0.0, 1.0);
    assertThat(axis.ticks()).hasSizeBetween(2, 6).contains(0.0);
  }

  @Test
  void whatAnEstimateLacksIsNotDrawn() {
    assertThat(EstimatePicture.of(estimate(0.5, 0.4, 0.6)).svg())
        .contains("if independent", "<rect");
    assertThat(EstimatePicture.of(bare(1.5)).svg()).doesNotContain("if independent", "<rect");
  }

  @Test
  void whatTheNetworkLearntStandsBelow() {
    String svg = EstimatePicture.of(fitted(0.4)).svg();
    assertThat(svg)
        .contains("on rows held out", "on rows learnt from", "<polyline")
        .contains("the network learnt for 31 steps and is taken as it was after 20");
    assertThat(EstimatePicture.of(bare(0.4)).svg()).doesNotContain("<polyline");
    assertThat(EstimatePicture.of(fitted(0.4)).height())
        .isEqualTo(EstimatePicture.of(bare(0.4)).height() + FitPanel.HEIGHT + 14);
  }

  @Test
  void theFileSaysTheNumberAndItsEvidenceAboveTheDrawing(@TempDir Path folder) throws Exception {
    Picture picture = Pictures.of(estimate(0.531, 0.46, 0.61));
    assertThat(picture).hasToString("Mutual information: 0.53 nats");
    Path file = folder.resolve("estimate.svg");
    picture.save(file);
    assertThat(Files.readString(file, StandardCharsets.UTF_8))
        .contains(
            "Mutual information: 0.53 nats",
            "90% interval [0.460, 0.610], p = 0.005, n = 342, 2 x 1 columns, mist elliptical-512k",
            "if independent",
            "0 nats");
  }

  @Test
  void thePixelsShowTheDotWhereTheDrawingHasIt(@TempDir Path folder) throws Exception {
    Estimate estimate = estimate(0.5, 0.4, 0.6);
    Path file = folder.resolve("estimate.png");
    Pictures.of(estimate).save(file);
    BufferedImage image = ImageIO.read(file.toFile());
    Element dot =
        (Element) parsed(EstimatePicture.of(estimate).svg()).getElementsByTagName("circle").item(0);
    double place = Double.parseDouble(dot.getAttribute("cx").replace("%", "")) / 100;
    int x = (int) Math.round(2 * (Page.MARGIN + place * (640 - 2 * Page.MARGIN)));
    long blue =
        IntStream.range(0, image.getHeight())
            .filter(y -> (image.getRGB(x, y) & 0xFFFFFF) == 0x2D86C8)
            .count();
    assertThat(blue).isBetween(15L, 22L); // the dot is ten wide, two pixels each
  }

  @Test
  void theDrawingIsDescribedForThoseWhoDoNotSeeIt() {
    Estimate estimate = estimate(0.531, 0.46, 0.61);
    assertThat(Pictures.of(estimate).description())
        .startsWith(estimate.summary())
        .endsWith("shuffled rows give −0.020 to 0.030");
  }
}
