package io.github.mist4j.deep;

import static org.bytedeco.pytorch.global.torch.addcmul;
import static org.bytedeco.pytorch.global.torch.baddbmm;
import static org.bytedeco.pytorch.global.torch.bmm;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.layer_norm;
import static org.bytedeco.pytorch.global.torch.matmul;
import static org.bytedeco.pytorch.global.torch.softmax;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The operations by libtorch. Rows are (datasets, most rows of one, channels), of which those
 * beyond a dataset's own are left out by masks; what has no rows is (datasets, channels).
 */
final class TorchGraph implements Graph<Tensor> {
  private static final double EPSILON = 1e-5;
  private static final double NEVER = -1e30; // of a softmax: its exponential is 0

  private final Device device;
  private final float[] gradientTo;
  private final Map<Integer, Tensor> weights = new HashMap<>(); // by place
  private final PointerScope scope;
  private final Tensor gradient; // of all weights; null: forward only
  private PointerScope pass;

  TorchGraph(Device device, Layout layout, float[] flat, float[] gradientTo) {
    this.device = device;
    this.gradientTo = gradientTo;
    scope = new PointerScope();
    Tensor all = put(flat, flat.length);
    gradient = gradientTo == null ? null : torch.zeros_like(all);
    for (Layout.Linear linear : layout.linears().values()) {
      weight(all, linear.at(), linear.in(), linear.out());
      if (linear.biasAt() >= 0) {
        weight(all, linear.biasAt(), linear.out());
      }
    }
    for (Layout.Table table : layout.tables().values()) {
      weight(all, table.at(), table.channels(), table.count());
    }
    for (Layout.Norm norm : layout.norms().values()) {
      weight(all, norm.at(), norm.channels());
      weight(all, norm.at() + norm.channels(), norm.channels());
    }
    pass = new PointerScope();
  }

  /** A part of all weights, whose gradient is the same part of their gradient. */
  private void weight(Tensor all, int at, long... shape) {
    long count = 1;
    for (long length : shape) {
      count *= length;
    }
    Tensor part = all.narrow(0, at, count).view(shape);
    if (gradient != null) {
      part.set_requires_grad(true);
      part.mutable_grad().put(gradient.narrow(0, at, count).view(shape));
    }
    weights.put(at, part);
  }

  private Tensor put(float[] values, long... shape) {
    return Tensor.create(values, shape).to(device, torch.ScalarType.Float);
  }

  @Override
  public Tensor table(Layout.Table table) {
    return weights.get(table.at()).t().unsqueeze(0); // (1, count, channels)
  }

  @Override
  public Tensor linear(Layout.Linear layer, Tensor x) {
    var bias =
        layer.biasAt() < 0 ? new TensorOptional() : new TensorOptional(weights.get(layer.biasAt()));
    return torch.linear(x, weights.get(layer.at()).t(), bias);
  }

  @Override
  public Tensor plus(Tensor x, Tensor y) {
    return x.add(y);
  }

  @Override
  public Tensor gelu(Tensor x) {
    return torch.gelu(x);
  }

  @Override
  public Tensor normalize(Layout.Norm norm, Tensor x, Sets sets) {
    Tensor unit = x; // (datasets, rows, channels)
    if (equal(sets)) {
      unit = layer_norm(x, x.size(1), x.size(2));
    } else {
      Tensor there = there(sets);
      var count = new float[sets.count()];
      for (int b = 0; b < count.length; b++) {
        count[b] = 1f / ((float) sets.size(b) * x.size(2));
      }
      Tensor share = put(count, count.length, 1, 1);
      Tensor centered = x.sub(x.mul(there).sum(new long[] {1, 2}, true, ofFloats()).mul(share));
      Tensor kept = centered.mul(there);
      Tensor variance = kept.mul(kept).sum(new long[] {1, 2}, true, ofFloats()).mul(share);
      unit = kept.mul(variance.add(new Scalar(EPSILON)).rsqrt());
    }
    return addcmul(weights.get(norm.at() + norm.channels()), unit, weights.get(norm.at()));
  }

  @Override
  public Tensor repeat(Tensor x, int times) {
    return x.expand(times, -1, -1);
  }

  @Override
  public Tensor mean(Tensor x, Sets sets) {
    if (!equal(sets)) {
      throw new IllegalArgumentException("sets of one size are averaged, were " + sets);
    }
    return x.mean(1);
  }

  @Override
  public Tensor below(Tensor x, float[] channel) {
    return cat(new TensorVector(x, put(channel, channel.length, 1)), 1);
  }

  @Override
  public Tensor attend(Tensor query, Sets of, Tensor key, Tensor value, Sets to, int heads) {
    double scale = Math.sqrt((double) heads / query.size(2));
    Tensor q = heads(query.mul(new Scalar(scale)), heads); // (datasets, heads, queries, width)
    Tensor k = heads(key, heads);
    Tensor logits = matmul(q, k.transpose(2, 3)); // (datasets, heads, queries, keys)
    if (!equal(to)) {
      logits = logits.add(never(there(to)).view(to.count(), 1, 1, -1));
    }
    Tensor attended = matmul(softmax(logits, 3), heads(value, heads));
    return attended.transpose(1, 2).flatten(2, 3);
  }

  private static Tensor heads(Tensor x, int heads) {
    return x.unflatten(2, heads, -1).transpose(1, 2);
  }

  @Override
  public Tensor attendToColumns(
      ColumnVectors<Tensor> vectors, List<SetColumns> datasets, Sets rows, int heads) {
    PaddedColumns columns = PaddedColumns.of(datasets);
    int batch = datasets.size();
    int n = columns.n();
    int d = columns.dx() + columns.dy();
    long queries = vectors.query().size(1);
    Tensor v = put(columns.values(), 1, batch, n, 1, d);
    double scale = Math.sqrt((double) heads / vectors.query().size(2));
    Tensor query = byHead(vectors.query().mul(new Scalar(scale)), heads); // (heads, queries, width)
    Tensor k = byHead(here(vectors.key(), columns), heads).transpose(1, 2); // (heads, width, d)
    Tensor kShift = byHead(here(vectors.keyShift(), columns), heads).transpose(1, 2);
    Tensor slope = bmm(query, k).view(heads, 1, 1, queries, d);
    Tensor shift = bmm(query, kShift).view(heads, 1, 1, queries, d);
    Tensor logits = addcmul(shift, v, slope); // (heads, datasets, n, queries, d)
    if (columns.padded()) {
      logits = logits.add(put(columns.never(NEVER), 1, batch, 1, 1, d));
    }
    Tensor p = softmax(logits, 4);
    Tensor u = byHead(here(vectors.value(), columns), heads); // (heads, d, width)
    Tensor uShift = byHead(here(vectors.valueShift(), columns), heads);
    Tensor attended =
        baddbmm(bmm(p.flatten(1, 3), uShift), p.mul(v).flatten(1, 3), u); // (heads, all, width)
    return attended.view(heads, batch, n, queries, -1).permute(1, 2, 3, 0, 4).reshape(batch, n, -1);
  }

  /** The vectors of the positions at which there are columns, (1, dx + dy, channels). */
  private static Tensor here(Tensor positions, PaddedColumns columns) {
    return cat(
        new TensorVector(
            positions.narrow(1, 0, columns.dx()),
            positions.narrow(1, SetColumns.MOST, columns.dy())),
        1);
  }

  /** (1, vectors, channels) as (heads, vectors, width). */
  private static Tensor byHead(Tensor x, int heads) {
    return x.squeeze(0).unflatten(1, heads, -1).transpose(0, 1);
  }

  private static boolean equal(Sets sets) {
    for (int b = 1; b < sets.count(); b++) {
      if (sets.size(b) != sets.size(0)) {
        return false;
      }
    }
    return true;
  }

  /** 1 where a dataset has a row, else 0, (datasets, most rows, 1). */
  private Tensor there(Sets sets) {
    int most = 0;
    for (int b = 0; b < sets.count(); b++) {
      most = Math.max(most, sets.size(b));
    }
    var there = new float[sets.count() * most];
    for (int b = 0; b < sets.count(); b++) {
      Arrays.fill(there, b * most, b * most + sets.size(b), 1);
    }
    return put(there, sets.count(), most, 1);
  }

  private static Tensor never(Tensor there) {
    return there.sub(new Scalar(1)).mul(new Scalar(-NEVER));
  }

  private static ScalarTypeOptional ofFloats() {
    return new ScalarTypeOptional(torch.ScalarType.Float);
  }

  @Override
  public float[] values(Tensor x) {
    return read(x.detach().t()); // (channels, datasets)
  }

  private static float[] read(Tensor x) {
    FloatBuffer buffer = x.cpu().contiguous().createBuffer();
    var values = new float[Math.toIntExact(x.numel())];
    buffer.get(values);
    return values;
  }

  /** The tensors of the pass are freed. */
  @Override
  public void backward(Tensor x, float[] slopes) {
    Tensor outer = put(slopes, x.size(1), x.size(0)).t();
    x.backward(outer, new BoolOptional(), false, new TensorArrayRefOptional());
    pass.close();
    pass = new PointerScope();
  }

  @Override
  public void close() {
    pass.close();
    try {
      if (gradient != null) {
        Elementwise.add(gradientTo, read(gradient));
      }
    } finally {
      scope.close();
    }
  }
}
