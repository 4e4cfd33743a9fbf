package io.github.mist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.estimator.Cca;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.NamesEstimator;
import io.github.mist4j.sample.ColumnKind;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  private static Sample days(List<String> levels) {
    var order = new Random(3);
    String[] names =
        IntStream.range(0, ROWS)
            .mapToObj(r -> levels.get(order.nextInt(levels.size())))
            .toArray(String[]::new);
    double[] codes = IntStream.range(0, ROWS).mapToDouble(r -> r).toArray();
    double[] visits =
        Stream.of(names).mapToDouble(name -> -levels.indexOf(name) % 5 + 10).toArray();
    visits[0] += 0.5;
    return Sample.ofColumns(
            List.of("day"), new double[][] {codes}, List.of("visits"), new double[][] {visits})
        .withNames("day", names);
  }

  @Test
  @DisplayName("days of the week, months and hours stand in their order, none of them missing")
  void calendar() {
    var hours = IntStream.range(0, 24).mapToObj("%02d"::formatted).toList();
    for (List<String> levels :
        List.of(
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
            List.of("January", "March", "May", "December"),
            List.of(
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            hours)) {
      String medians = Pictures.of(days(levels)).description().replaceFirst(".*medians: ", "");
      assertThat(Stream.of(medians.split(", ", -1)).map(part -> part.split(" ", -1)[0]))
          .containsExactlyElementsOf(levels);
    }
    Sample weeks = days(List.of("Sun", "Mon", "Sat", "Fri", "Wed", "Tue", "Thu"));
    double[] shifted = IntStream.range(0, ROWS).mapToDouble(r -> r % 8).toArray();
    Sample table =
        Sample.ofColumns(
                List.of("shift"),
                new double[][] {shifted},
                List.of("day"),
                new double[][] {weeks.x(0)})
            .withKinds(List.of(ColumnKind.NOMINAL), List.of(ColumnKind.NUMERIC))
            .withNames(
                "day",
                IntStream.range(0, ROWS)
                    .mapToObj(r -> weeks.xLevels(0).get((int) weeks.x(0)[r]))
                    .toArray(String[]::new));
    assertThat(Pictures.of(table).description())
        .containsPattern("0: Mon .*, Tue .*, Wed .*, Thu .*, Fri .*, Sat .*, Sun .*; ")
        .doesNotContain("others");
  }

  @Test
  @DisplayName("rows as points are of the first columns of a side, and the picture says so")
  void columnsThatAreNotDrawn() {
    var rng = new Random(4);
    double[][] x = new double[10][];
    Arrays.setAll(x, c -> rng.doubles(50).toArray());
    double[][] y = {rng.doubles(50).toArray()};
    Sample sample = Sample.ofColumns(x, y);
    Picture wide = Pictures.of(new Cca().estimate(sample).withSample(sample));
    assertThat(wide.description()).endsWith("; the first 4 of 10 columns of X");
    assertThat(wide.fluidSvg().orElseThrow()).contains(">the first 4 of 10 columns of X<");
    Sample narrow = Sample.ofColumns(new double[][] {x[0]}, y);
    assertThat(Pictures.of(new Cca().estimate(narrow).withSample(narrow)).description())
        .doesNotContain("the first");
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
