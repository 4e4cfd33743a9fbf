package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.Unit;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class EstimateCardTest {
  private static final Pattern X = Pattern.compile(" (?:x|cx)='(-?[\\d.]+)'|[MH](-?[\\d.]+)");

  private static Estimate estimate(double value, double lower, double upper, String... warnings) {
    return new Estimate(
        value,
        Optional.of(new Interval(lower, upper, 0.9)),
        Optional.of(new IndependenceTest(0.005, 199, -0.02, 0.03)),
        342,
        2,
        1,
        Unit.NATS,
        "mist",
        Optional.of("elliptical-512k"),
        List.of(warnings));
  }

  private static Estimate bare(double value) {
    return new Estimate(
        value,
        Optional.empty(),
        Optional.empty(),
        20,
        1,
        3,
        Unit.BITS,
        "ksg",
        Optional.empty(),
        List.of());
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

  @Test
  @DisplayName("the card shows every part of the estimate")
  void cardShowsEveryPart() {
    assertThat(EstimateCard.html(estimate(0.531, 0.46, 0.61, "be careful")))
        .contains(
            "<b>0.53</b> nats <span>(0.77 bits)</span>",
            "90% interval",
            "0.46 to 0.61 nats",
            "p = 0.005: none of 199 shuffles of the rows came as high",
            "342 rows, 2 columns of X, 1 column of Y",
            "mist, model elliptical-512k",
            "<li>be careful</li>");
  }

  @Test
  @DisplayName("what an estimate lacks does not stand on its card")
  void absentPartsAreAbsent() {
    assertThat(EstimateCard.html(bare(1.5)))
        .contains("<b>1.50</b> bits <span>(1.04 nats)</span>", "ksg")
        .doesNotContain("interval", "shuffles", "if independent", "mist4j-warnings'", "model");
  }

  @Test
  @DisplayName("a p-value that speaks for independence says so")
  void largePValueIsPutInWords() {
    var test = new IndependenceTest(0.42, 99, -0.1, 0.1);
    Estimate e = estimate(0.01, 0, 0.1);
    var independent =
        new Estimate(
            e.value(),
            e.interval(),
            Optional.of(test),
            50,
            1,
            1,
            e.unit(),
            "mist",
            e.model(),
            List.of());
    assertThat(EstimateCard.html(independent))
        .contains("p = 0.42: 41 of 99 shuffles of the rows came as high; consistent with");
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
  @DisplayName("card and picture are well-formed, and nothing is drawn outside the picture")
  void everythingIsDrawnInside(Estimate estimate) throws Exception {
    String svg = EstimatePicture.of(estimate).svg();
    assertThat(parsed(svg).getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(parsed(EstimateCard.html(estimate)).getElementsByTagName("svg").getLength())
        .isEqualTo(1);
    var positions = new ArrayList<Double>();
    for (Matcher m = X.matcher(svg); m.find(); ) {
      positions.add(Double.valueOf(m.group(1) != null ? m.group(1) : m.group(2)));
    }
    assertThat(positions)
        .hasSizeGreaterThan(4)
        .allSatisfy(x -> assertThat(x).isBetween(0.0, 640.0));
    assertThat(svg).contains(">0</text>", "mutual information, " + estimate.unit().symbol());
  }

  @ParameterizedTest
  @MethodSource("estimates")
  @DisplayName("an axis holds zero and its values, with three to six round ticks")
  void axisHoldsItsValues(Estimate estimate) {
    Axis axis = Axis.holding(estimate.value(), 0.5 * estimate.value());
    assertThat(axis.position(0)).isBetween(0.0, 1.0);
    assertThat(axis.position(estimate.value())).isBetween(0.0, 1.0);
    assertThat(axis.ticks()).hasSizeBetween(2, 6).contains(0.0);
  }
}
