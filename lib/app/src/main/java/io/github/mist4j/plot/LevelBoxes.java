package io.github.mist4j.plot;

import io.github.mist4j.plot.Mark.Anchor;
import io.github.mist4j.sample.Sample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column of numbers by the levels of a column of names: the middle half of each as a box with its
 * median, the middle 90% as a line, the highest medians first unless the levels have an order.
 */
final class LevelBoxes {
  private static final int MOST = 12; // levels; a longer picture is read as a list
  private static final int MOST_IN_ORDER = 24; // the hours of a day
  private static final int ROW = 22; // pixels
  private static final int TOP = 20; // under the headings
  private static final double LEFT = 24; // percent
  private static final double RIGHT = 90;
  private static final int LETTERS = 20; // of a name, in the place left of the boxes

  private final ShownLevels levels;
  private final String number;
  private final List<Level> boxes;
  private final TickAxis axis;

  /** A level and its quantiles. */
  private record Level(String name, int count, double[] quantiles) {
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

    static Level of(String name, double[] values) {
      double[] sorted = Arrays.stream(values).sorted().toArray();
      return new Level(
          name,
          values.length,
          Arrays.stream(LEVELS).map(level -> quantile(sorted, level)).toArray());
    }

    double median() {
      return quantiles[2];
    }
  }

  private LevelBoxes(ShownLevels levels, String number, double[] values) {
    this.levels = levels;
    this.number = number;
    boxes =
        IntStream.range(0, levels.count())
            .mapToObj(
                place ->
                    Level.of(
                        levels.names().get(place),
                        IntStream.range(0, values.length)
                            .filter(row -> levels.places()[row] == place)
                            .mapToDouble(row -> values[row])
                            .toArray()))
            .sorted(
                levels.inOrder()
                    ? Comparator.comparingInt(box -> 0)
                    : Comparator.comparingDouble(Level::median).reversed())
            .toList();
    double low = boxes.stream().mapToDouble(box -> box.quantiles[0]).min().orElseThrow();
    double high = boxes.stream().mapToDouble(box -> box.quantiles[4]).max().orElseThrow();
    axis = TickAxis.between(low, high > low ? high : low + 1, 5);
  }

  private static double quantile(double[] sorted, double level) {
    double at = level * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** Of a sample whose X is one column of names and whose Y is one of numbers. */
  static Sketch of(Sample sample) {
    return new LevelBoxes(
            ShownLevels.of(sample, MOST, MOST_IN_ORDER), sample.yNames().get(0), sample.y(0))
        .sketch();
  }

  private String title() {
    return "%s by %s".formatted(number, levels.column());
  }

  private String description() {
    return title()
        + ", medians: "
        + boxes.stream()
            .map(box -> "%s %s".formatted(box.name, label(box.median())))
            .collect(Collectors.joining(", "));
  }

  private static String label(double value) {
    return Figures.rounded(value, 4);
  }

  private Sketch sketch() {
    int bottom = TOP + ROW * boxes.size() + 4;
    var sketch = new Sketch(bottom + 22, title(), description());
    sketch.text(0, 13, Anchor.START, Figures.shortened(levels.column(), LETTERS));
    sketch.text(LEFT, 13, Anchor.START, Figures.shortened(number, 2 * LETTERS));
    sketch.text(100, 13, Anchor.END, "rows");
    sketch.scale(axis, LEFT, RIGHT, bottom);
    for (int k = 0; k < boxes.size(); k++) {
      Level box = boxes.get(k);
      int middle = TOP + ROW * k + ROW / 2;
      double[] at = Arrays.stream(box.quantiles).map(this::place).toArray();
      sketch.text(0, middle + 4, Anchor.START, Figures.abridged(box.name, LETTERS));
      sketch.box(at, middle, ROW / 2 - 4);
      sketch.text(100, middle + 4, Anchor.END, Integer.toString(box.count));
    }
    return sketch;
  }

  private double place(double value) {
    return LEFT + (RIGHT - LEFT) * axis.position(value);
  }
}
