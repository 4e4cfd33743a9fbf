package io.github.mist4j.deep;

import io.github.mist4j.deep.Layout.Linear;
import io.github.mist4j.deep.Layout.Norm;
import io.github.mist4j.deep.Layout.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A perceiver that reads rows of ranks and answers with the table of a critic: learned latent
 * vectors attend to the rows, then to each other; the nodes of the table attend to them.
 */
final class InfoNet {
  /** Of the waves by which places are told, half turns across the square. */
  private static final int[] WAVES = {1, 2, 4, 8};

  private static final int CHANNELS = 2 + 4 * WAVES.length;

  private final InfoNetArchitecture size;
  private final Layout layout = new Layout();
  private final Linear row1;
  private final Linear row2;
  private final Norm rowNorm;
  private final Table latents;
  private final AttentionBlock read;
  private final List<Norm> norms = new ArrayList<>();
  private final List<AttentionBlock> layers = new ArrayList<>();
  private final Linear node1;
  private final Linear node2;
  private final Norm latentNorm;
  private final AttentionBlock answer;
  private final Linear last;

  InfoNet(InfoNetArchitecture size) {
    this.size = size;
    int w = size.width();
    row1 = layout.linear("row.1", CHANNELS, w);
    row2 = layout.linear("row.2", w, w);
    rowNorm = layout.norm("row.norm", w);
    latents = layout.table("latents", w, size.latents());
    read = AttentionBlock.of(layout, "read", w, w);
    for (int l = 0; l < size.layers(); l++) {
      norms.add(layout.norm("layer." + l + ".norm", w));
      layers.add(AttentionBlock.of(layout, "layer." + l, w, 2 * w));
    }
    node1 = layout.linear("node.1", CHANNELS, w);
    node2 = layout.linear("node.2", w, w);
    latentNorm = layout.norm("latents.norm", w);
    answer = AttentionBlock.of(layout, "answer", w, w);
    last = layout.linear("last", w, 1);
  }

  Layout layout() {
    return layout;
  }

  /** Random weights, the last layer small, so that tables begin near 0. */
  float[] initialWeights(RandomGenerator rng) {
    return layout.randomWeights(InfoNet::shrink, rng);
  }

  private static double shrink(String name) {
    if (name.equals("last")) {
      return 0.1;
    }
    return name.endsWith(".out") || name.endsWith(".ff2") ? 0.5 : 1;
  }

  /** The tables of some datasets, one after the other, (1, datasets · side · side). */
  Tensor tables(Tape tape, List<RankedRows> datasets) {
    int count = datasets.size();
    Sets rows = Sets.of(datasets.stream().map(RankedRows::n).toList());
    Sets ofLatents = Sets.of(count, size.latents());
    Tensor x = tape.linear(row2, tape.gelu(tape.linear(row1, places(datasets, rows))));
    Tensor z = tape.repeat(tape.table(latents), count);
    z = read.attend(tape, z, ofLatents, tape.normalize(rowNorm, x, rows), rows, size.heads());
    for (int l = 0; l < layers.size(); l++) {
      Tensor set = tape.normalize(norms.get(l), z, ofLatents);
      z = layers.get(l).attend(tape, z, ofLatents, set, ofLatents, size.heads());
    }
    RankedRows grid = nodes();
    Sets ofNodes = Sets.of(count, grid.n());
    Tensor places = places(List.of(grid), Sets.of(1, grid.n()));
    Tensor nodes = tape.linear(node2, tape.gelu(tape.linear(node1, places)));
    Tensor set = tape.normalize(latentNorm, z, ofLatents);
    Tensor y =
        answer.attend(tape, tape.repeat(nodes, count), ofNodes, set, ofLatents, size.heads());
    return tape.linear(last, y);
  }

  private RankedRows nodes() {
    int side = size.side();
    var grid = new RankedRows(new float[side * side], new float[side * side]);
    for (int i = 0; i < side; i++) {
      for (int j = 0; j < side; j++) {
        grid.u()[i * side + j] = (float) i / (side - 1);
        grid.v()[i * side + j] = (float) j / (side - 1);
      }
    }
    return grid;
  }

  /** Both ranks from −1 to 1, with their waves, (channels, rows). */
  private static Tensor places(List<RankedRows> datasets, Sets sets) {
    int rows = sets.rows();
    var places = new float[CHANNELS * rows];
    for (int b = 0; b < datasets.size(); b++) {
      for (int side = 0; side < 2; side++) {
        float[] ranks = side == 0 ? datasets.get(b).u() : datasets.get(b).v();
        int channel = side * CHANNELS / 2;
        for (int r = 0; r < ranks.length; r++) {
          int at = channel * rows + sets.from(b) + r;
          double place = 2 * ranks[r] - 1;
          places[at] = (float) place;
          for (int wave : WAVES) {
            places[at += rows] = (float) Math.sin(0.5 * Math.PI * wave * place);
            places[at += rows] = (float) Math.cos(0.5 * Math.PI * wave * place);
          }
        }
      }
    }
    return Tape.input(places, CHANNELS, rows);
  }
}
