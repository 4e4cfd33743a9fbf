package io.github.mist4j.distribution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * A line in small cells, and which of them are written down as the same: each atom of a recording
 * is a class, and so is each cell whose values stay as they are.
 */
final class RecordedCells {
  private final double[] edges; // rising; the first and the last cell reach beyond them
  private final Recording recording;
  private final int[][] ofCell; // the class of each cell under each rule, (rules, cells)
  private final int classes;

  private RecordedCells(double[] edges, Recording recording) {
    this.edges = edges;
    this.recording = recording;
    int cells = edges.length - 1;
    ofCell = new int[recording.rules()][cells];
    Map<Double, Integer> atoms = new HashMap<>();
    for (int rule = 0; rule < ofCell.length; rule++) {
      for (int i = 0; i < cells; i++) {
        double atom = recording.atom(rule, middle(i));
        ofCell[rule][i] =
            Double.isNaN(atom) ? i : atoms.computeIfAbsent(atom, a -> cells + atoms.size());
      }
    }
    classes = cells + atoms.size();
  }

  /** Between edges, cut where the recording changes. */
  static RecordedCells of(double[] edges, Recording recording) {
    double[] cuts = recording.cuts(edges[0], edges[edges.length - 1]);
    double[] all =
        DoubleStream.concat(Arrays.stream(edges), Arrays.stream(cuts))
            .sorted()
            .distinct()
            .toArray();
    return new RecordedCells(all, recording);
  }

  /** So many cells of one width, cut where the recording changes. */
  static RecordedCells between(double low, double high, int count, Recording recording) {
    var edges = new double[count + 1];
    double step = (high - low) / count;
    Arrays.setAll(edges, j -> low + step * j);
    return of(edges, recording);
  }

  /** The number of cells. */
  int cells() {
    return edges.length - 1;
  }

  /** The number of classes. */
  int classes() {
    return classes;
  }

  double low(int cell) {
    return edges[cell];
  }

  double high(int cell) {
    return edges[cell + 1];
  }

  /** A value in a cell. */
  double middle(int cell) {
    return 0.5 * (edges[cell] + edges[cell + 1]);
  }

  /** The class of a cell under a rule. */
  int classOf(int rule, int cell) {
    return ofCell[rule][cell];
  }

  /**
   * Adds so much of the law of f + σ·noise to the classes in which its cells are recorded.
   *
   * @param ofClasses added to, (classes)
   */
  void add(double[] ofClasses, double weight, double f, double sigma, Noise noise) {
    double inverse = 1 / sigma;
    int last = edges.length - 2;
    int first = Math.max(0, Math.min(last, Cells.place(edges, f + sigma * noise.low()) - 1));
    double before = 0;
    for (int j = first; j <= last && before < 1; j++) {
      double now = j == last ? 1 : noise.below((edges[j + 1] - f) * inverse);
      for (int rule = 0; rule < ofCell.length; rule++) {
        ofClasses[ofCell[rule][j]] += weight * recording.share(rule) * (now - before);
      }
      before = now;
    }
  }
}
