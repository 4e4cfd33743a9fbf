package io.github.mist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.NamesEstimator;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class LevelPictureTest {
  private static final int ROWS = 200;

  private static Sample towns(int levels) {
    String[] names =
        IntStream.range(0, ROWS).mapToObj(r -> "<town> " + r % levels).toArray(String[]::new);
    double[] codes = IntStream.range(0, ROWS).mapToDouble(r -> r).toArray();
    double[] price = IntStream.range(0, ROWS).mapToDouble(r -> 10 * (r % levels) + r % 7).toArray();
    return Sample.ofColumns(
            List.of("town"), new double[][] {codes}, List.of("price"), new double[][] {price})
        .withNames("town", names);
  }

  @Test
  @DisplayName("numbers stand by level, the highest median first, with the rows of each")
  void boxes() {
    Picture picture = Pictures.of(towns(4));
    assertThat(picture.title()).isEqualTo("price by town");
    assertThat(picture.description())
        .isEqualTo("price by town, medians: <town> 3 33, <town> 2 23, <town> 1 13, <town> 0 3");
    assertThat(picture.fluidSvg().orElseThrow())
        .contains("&lt;town&gt; 3", ">50<")
        .doesNotContain("<town>");
    assertThat(Pictures.of(towns(4).swapped()).title()).isEqualTo("price by town");
  }

  @Test
  @DisplayName("rare levels stand as one, so that no table makes a long picture")
  void many() {
    assertThat(Pictures.of(towns(150)).description()).contains("139 others");
    assertThat(Pictures.of(towns(150)).height()).isLessThan(400);
  }

  @Test
  @DisplayName("two columns of names are the shares of one within the levels of the other")
  void table() {
    double[] kind = IntStream.range(0, ROWS).mapToDouble(r -> r % 4).toArray();
    double[] sold = IntStream.range(0, ROWS).mapToDouble(r -> r % 4 == 1 ? 1 : 0).toArray();
    Sample sample =
        Sample.ofColumns(
                List.of("sold"), new double[][] {sold}, List.of("kind"), new double[][] {kind})
            .withKinds(List.of(ColumnKind.BOOLEAN), List.of(ColumnKind.NOMINAL));
    assertThat(Pictures.of(sample).description())
        .isEqualTo(
            "sold by kind; 0: false 100%, true 0%; 1: false 0%, true 100%; 2: false 100%,"
                + " true 0%; 3: false 100%, true 0%");
  }

  @Test
  @DisplayName("the picture of an estimate shows the levels below where there are any")
  void belowTheEstimate() {
    Sample sample = towns(4);
    Estimate estimate = new NamesEstimator().estimate(sample);
    Picture alone = Pictures.of(estimate);
    Picture both = Pictures.of(estimate.withSample(sample));
    assertThat(both.title()).isEqualTo(alone.title());
    assertThat(both.height()).isGreaterThan(alone.height() + 80);
    assertThat(both.description()).startsWith(alone.description()).endsWith("<town> 0 3");
  }
}
