package io.github.mist4j.plot;

import io.github.mist4j.plot.Mark.Anchor;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some rows of a sample as points: columns of Y against columns of X, at most {@value #MOST} of
 * each, within the middle 98% of each column.
 */
final class RowPoints {
  private static final int MOST = 4; // columns of a side
  private static final int POINTS = 600; // in all panels together
  private static final int TALL = 170; // pixels, of a panel that is alone
  private static final int LOW = 90;
  private static final int GAP = 10; // pixels, between panels one below the other
  private static final double BETWEEN = 2; // percent, between panels side by side
  private static final double LEFT = 14; // percent, for the names of Y
  private static final double RIGHT = 98;
  private static final int FOOT = 32; // pixels, for the ends of the axis and the names of X
  private static final int NOTE = 18; // pixels, for how many columns are not drawn
  private static final double TAIL = 0.01;
  private static final double PART = 0.125; // differences of the largest numbers stay finite
  private static final int FEW = 20; // values of a column whose points are spread a little
  private static final double ROOM = 5; // percent, beside the middle of a number at an edge
  private static final int LETTERS = 12; // of a name, in the place left of the panels

  private final List<Axis> x;
  private final List<Axis> y;
  private final int[] rows;
  private final String left; // which columns are not drawn, empty if all are

  private RowPoints(Sample sample) {
    int panels = Math.min(MOST, sample.dx()) * Math.min(MOST, sample.dy());
    int shown = Math.min(sample.n(), POINTS / panels);
    rows = IntStream.range(0, shown).map(k -> (int) ((long) k * sample.n() / shown)).toArray();
    var rng = new SplittableRandom(1);
    x = axes(sample.xNames(), sample::x, rng);
    y = axes(sample.yNames(), sample::y, rng);
    left =
        Stream.concat(share(x.size(), sample.dx(), "X"), share(y.size(), sample.dy(), "Y"))
            .collect(Collectors.joining(", "));
  }

  private static Stream<String> share(int shown, int all, String side) {
    return shown == all
        ? Stream.empty()
        : Stream.of("the first %s of %s columns of %s".formatted(shown, all, side));
  }

  static Sketch of(Sample sample) {
    return new RowPoints(sample).sketch();
  }

  private List<Axis> axes(List<String> names, IntFunction<double[]> column, SplittableRandom rng) {
    return IntStream.range(0, Math.min(MOST, names.size()))
        .mapToObj(c -> Axis.of(names.get(c), column.apply(c), rows, rng))
        .toList();
  }

  /**
   * A column along an axis.
   *
   * @param low what stands at its beginning, or is its first level
   * @param high what stands at its end, or is its last level
   * @param end of few levels, where the first one stands, within [0, 1]; else 0
   * @param places of the rows shown, within [0, 1] where they are inside
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn, never compared
  private record Axis(String name, double low, double high, double end, double[] places) {
    static Axis of(String name, double[] values, int[] rows, SplittableRandom rng) {
      double[] column = Arrays.stream(values).map(v -> PART * v + 0.0).toArray(); // no −0
      double[] sorted = Arrays.stream(column).sorted().toArray();
      double[] levels = Arrays.stream(sorted).distinct().limit(FEW + 1L).toArray();
      boolean few = levels.length <= FEW;
      int cut = few ? 0 : (int) (TAIL * sorted.length);
      int tail = sorted[cut] < sorted[sorted.length - 1 - cut] ? cut : 0;
      double low = sorted[tail];
      double high = sorted[sorted.length - 1 - tail];
      double step =
          IntStream.range(1, levels.length)
              .mapToDouble(i -> levels[i] - levels[i - 1])
              .min()
              .orElse(1);
      double pad = few ? 0.5 * step : 0.02 * (high - low);
      double range = high - low + 2 * pad;
      double[] places =
          Arrays.stream(rows)
              .mapToDouble(
                  r -> {
                    double spread = few ? 0.5 * step * (rng.nextDouble() - 0.5) : 0;
                    return (column[r] + spread - low + pad) / range;
                  })
              .toArray();
      return new Axis(name, low / PART, high / PART, few ? pad / range : 0, places);
    }

    private boolean shows(int point) {
      return places[point] >= 0 && places[point] <= 1;
    }

    private String shortName() {
      return Figures.shortened(name, LETTERS);
    }
  }

  private static String names(List<Axis> axes) {
    return axes.stream().map(Axis::name).collect(Collectors.joining(", "));
  }

  private Sketch sketch() {
    int height = x.size() * y.size() == 1 ? TALL : LOW;
    double width = (RIGHT - LEFT - BETWEEN * (x.size() - 1)) / x.size();
    int bottom = y.size() * (height + GAP) - GAP;
    String what = "%s against %s".formatted(names(y), names(x));
    int foot = left.isEmpty() ? FOOT : FOOT + NOTE;
    String shown = "%s, %s rows shown".formatted(what, rows.length);
    var sketch =
        new Sketch(bottom + foot, what, left.isEmpty() ? shown : "%s; %s".formatted(shown, left));
    if (!left.isEmpty()) {
      sketch.text(LEFT, bottom + FOOT + 2, Anchor.START, left);
    }
    for (int j = 0; j < y.size(); j++) {
      Axis up = y.get(j);
      int top = j * (height + GAP);
      sketch.text(0, top + height / 2 + 4, Anchor.START, up.shortName());
      if (height == TALL) {
        int end = (int) Math.round(up.end * height);
        sketch.text(LEFT - 1, top + Math.max(12, end + 4), Anchor.END, Figures.rounded(up.high, 4));
        sketch.text(
            LEFT - 1, top + height - Math.max(0, end - 4), Anchor.END, Figures.rounded(up.low, 4));
      }
      for (int i = 0; i < x.size(); i++) {
        panel(sketch, x.get(i), up, LEFT + i * (width + BETWEEN), width, top, height);
      }
    }
    for (int i = 0; i < x.size(); i++) {
      Axis across = x.get(i);
      double left = LEFT + i * (width + BETWEEN);
      if (height == TALL) {
        double end = across.end * width;
        boolean inside = end > ROOM;
        sketch.text(
            left + (inside ? end : 0),
            bottom + 15,
            inside ? Anchor.MIDDLE : Anchor.START,
            Figures.rounded(across.low, 4));
        sketch.text(
            left + width - (inside ? end : 0),
            bottom + 15,
            inside ? Anchor.MIDDLE : Anchor.END,
            Figures.rounded(across.high, 4));
      }
      sketch.text(left + width / 2, bottom + 15, Anchor.MIDDLE, across.shortName());
    }
    return sketch;
  }

  private void panel(
      Sketch sketch, Axis across, Axis up, double left, double width, int top, int height) {
    sketch.rule(left, left + width, top + height);
    int[] inside =
        IntStream.range(0, rows.length).filter(k -> across.shows(k) && up.shows(k)).toArray();
    sketch.points(
        Arrays.stream(inside).mapToDouble(k -> left + width * across.places[k]).toArray(),
        Arrays.stream(inside)
            .map(k -> top + (int) Math.round(height * (1 - up.places[k])))
            .toArray());
  }
}
