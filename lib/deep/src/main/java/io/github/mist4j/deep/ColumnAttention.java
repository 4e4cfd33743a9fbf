package io.github.mist4j.deep;

import io.github.mist4j.deep.Blas.Part;
import java.util.List;

/**
 * Learned queries attend to the columns of every row. The token of a value v at position j is
 * linear in v, so its key is v·k_j + k′_j and its value v·u_j + u′_j with vectors of the position
 * alone, and nothing as wide as a token is formed for a value.
 */
final class ColumnAttention implements Operation {
  private static final int POSITION_VALUES = 0; // u and u′ of a head, (width, 2d)
  private static final int SHARES = 1; // p·v and p, query by query and head by head, (2d, n)
  private static final int OUTPUT = 2;
  private static final int SLOPES = 3;
  private static final int VALUE_SLOPES = 4;

  private final Tensor query; // (channels, queries)
  private final Tensor keys; // k, (channels, positions)
  private final Tensor keyShifts;
  private final Tensor values; // u
  private final Tensor valueShifts;
  private final List<SetColumns> datasets;
  private final Sets rows;
  private final int heads;
  private final int width;
  private final float scale;
  private final float[][] shares; // by dataset
  private SetColumns ofValues; // slopes by the values of the only dataset; null: none are wanted

  ColumnAttention(
      Graph.ColumnVectors<Tensor> vectors, List<SetColumns> datasets, Sets rows, int heads) {
    query = vectors.query();
    keys = vectors.key();
    keyShifts = vectors.keyShift();
    values = vectors.value();
    valueShifts = vectors.valueShift();
    this.datasets = datasets;
    this.rows = rows;
    this.heads = heads;
    width = query.channels() / heads;
    scale = (float) (1 / Math.sqrt(width));
    shares = new float[datasets.size()][];
  }

  /**
   * Adds the slopes by the values of the only dataset, when gradients flow back.
   *
   * @param slopes in the shape of the columns
   */
  void slopesTo(SetColumns slopes) {
    ofValues = slopes;
  }

  /** The outputs of all queries, one below the other, (queries · channels, rows). */
  @Override
  public void forward(float[] output) {
    Blas blas = Blas.ofThread();
    blas.room(OUTPUT, output.length);
    for (int b = 0; b < datasets.size(); b++) {
      SetColumns columns = datasets.get(b);
      int n = columns.n();
      int d = columns.d();
      shares[b] = shares(columns);
      blas.load(SHARES, shares[b]);
      for (int h = 0; h < heads; h++) {
        blas.load(POSITION_VALUES, positionValues(columns, h));
        for (int c = 0; c < query.rows(); c++) {
          blas.product(
              width,
              n,
              2 * d,
              1,
              Part.of(POSITION_VALUES, 0, 2 * d),
              Part.of(SHARES, (c * heads + h) * 2 * d * n, n),
              0,
              output(OUTPUT, b, c, h));
        }
      }
    }
    blas.store(OUTPUT, output);
  }

  @Override
  public void backward(float[] gradient) {
    Blas blas = Blas.ofThread();
    blas.load(OUTPUT, gradient);
    for (int b = 0; b < datasets.size(); b++) {
      SetColumns columns = datasets.get(b);
      int n = columns.n();
      int d = columns.d();
      blas.load(SHARES, shares[b]);
      blas.room(SLOPES, shares[b].length);
      for (int h = 0; h < heads; h++) {
        blas.load(POSITION_VALUES, positionValues(columns, h));
        blas.room(VALUE_SLOPES, width * 2 * d);
        for (int c = 0; c < query.rows(); c++) {
          int at = (c * heads + h) * 2 * d * n;
          blas.product(
              width,
              2 * d,
              n,
              1,
              output(OUTPUT, b, c, h),
              Part.of(SHARES, at, n).turned(),
              c == 0 ? 0 : 1,
              Part.of(VALUE_SLOPES, 0, 2 * d));
          blas.product(
              2 * d,
              n,
              width,
              1,
              Part.of(POSITION_VALUES, 0, 2 * d).turned(),
              output(OUTPUT, b, c, h),
              0,
              Part.of(SLOPES, at, n));
        }
        var valueSlopes = new float[width * 2 * d];
        blas.store(VALUE_SLOPES, valueSlopes);
        addPositionValues(columns, h, valueSlopes);
      }
      var slopes = new float[shares[b].length];
      blas.store(SLOPES, slopes);
      addLogits(columns, shares[b], slopes);
    }
  }

  private Part output(int place, int b, int c, int h) {
    int channel = c * query.channels() + h * width;
    return Part.of(place, channel * rows.rows() + rows.from(b), rows.rows());
  }

  /** For each query and head the shares times the values of the columns and then the shares. */
  private float[] shares(SetColumns columns) {
    int n = columns.n();
    int d = columns.d();
    var all = new float[query.rows() * heads * 2 * d * n];
    var logits = new float[d][n];
    var most = new float[n];
    var sum = new float[n];
    for (int c = 0; c < query.rows(); c++) {
      for (int h = 0; h < heads; h++) {
        for (int j = 0; j < d; j++) {
          int position = columns.position(j);
          logits(
              logits[j],
              columns.values(j),
              logit(keys, c, h, position),
              logit(keyShifts, c, h, position));
        }
        softmax(logits, most, sum);
        int at = (c * heads + h) * 2 * d * n;
        for (int j = 0; j < d; j++) {
          System.arraycopy(logits[j], 0, all, at + (d + j) * n, n);
          multiply(logits[j], columns.values(j));
          System.arraycopy(logits[j], 0, all, at + j * n, n);
        }
      }
    }
    return all;
  }

  /** What a vector of a position adds to the logit of a query in a head. */
  private float logit(Tensor vectors, int c, int h, int position) {
    double sum = 0;
    for (int k = h * width; k < (h + 1) * width; k++) {
      sum += query.value()[k * query.rows() + c] * vectors.value()[k * vectors.rows() + position];
    }
    return (float) (scale * sum);
  }

  private static void logits(float[] logits, float[] v, float slope, float shift) {
    for (int r = 0; r < logits.length; r++) {
      logits[r] = slope * v[r] + shift;
    }
  }

  /** Over the columns, row by row. */
  private static void softmax(float[][] logits, float[] most, float[] sum) {
    System.arraycopy(logits[0], 0, most, 0, most.length);
    for (int j = 1; j < logits.length; j++) {
      raise(most, logits[j]);
    }
    java.util.Arrays.fill(sum, 0);
    for (float[] column : logits) {
      lower(column, most);
      Elementwise.expOfMinus(column);
      Elementwise.add(sum, column);
    }
    for (float[] column : logits) {
      divide(column, sum);
    }
  }

  private static void raise(float[] most, float[] column) {
    for (int r = 0; r < most.length; r++) {
      most[r] = 0.5f * (most[r] + column[r] + Math.abs(most[r] - column[r]));
    }
  }

  private static void lower(float[] column, float[] most) {
    for (int r = 0; r < column.length; r++) {
      column[r] = most[r] - column[r];
    }
  }

  private static void divide(float[] column, float[] sum) {
    for (int r = 0; r < column.length; r++) {
      column[r] /= sum[r];
    }
  }

  private static void multiply(float[] a, float[] b) {
    for (int r = 0; r < a.length; r++) {
      a[r] *= b[r];
    }
  }

  /** u and u′ of the positions of the columns in a head, (width, 2d). */
  private float[] positionValues(SetColumns columns, int h) {
    int d = columns.d();
    var both = new float[width * 2 * d];
    for (int k = 0; k < width; k++) {
      for (int j = 0; j < d; j++) {
        int at = (h * width + k) * values.rows() + columns.position(j);
        both[k * 2 * d + j] = values.value()[at];
        both[k * 2 * d + d + j] = valueShifts.value()[at];
      }
    }
    return both;
  }

  private void addPositionValues(SetColumns columns, int h, float[] slopes) {
    int d = columns.d();
    for (int k = 0; k < width; k++) {
      for (int j = 0; j < d; j++) {
        int at = (h * width + k) * values.rows() + columns.position(j);
        values.gradient()[at] += slopes[k * 2 * d + j];
        valueShifts.gradient()[at] += slopes[k * 2 * d + d + j];
      }
    }
  }

  /** Carries the gradient of the shares back through the softmax to queries and keys. */
  private void addLogits(SetColumns columns, float[] all, float[] slopes) {
    int n = columns.n();
    int d = columns.d();
    var p = new float[d][n];
    var dp = new float[d][n];
    var more = new float[n];
    var mean = new float[n];
    for (int c = 0; c < query.rows(); c++) {
      for (int h = 0; h < heads; h++) {
        int at = (c * heads + h) * 2 * d * n;
        java.util.Arrays.fill(mean, 0);
        for (int j = 0; j < d; j++) {
          System.arraycopy(all, at + (d + j) * n, p[j], 0, n);
          System.arraycopy(slopes, at + j * n, dp[j], 0, n);
          System.arraycopy(slopes, at + (d + j) * n, more, 0, n);
          shareSlopes(dp[j], columns.values(j), more, p[j], mean);
        }
        for (int j = 0; j < d; j++) {
          logitSlopes(dp[j], p[j], mean);
          int position = columns.position(j);
          if (ofValues != null) {
            float[] into = ofValues.values(j);
            float ofLogit = logit(keys, c, h, position);
            for (int r = 0; r < n; r++) {
              into[r] += dp[j][r] * ofLogit + slopes[at + j * n + r] * p[j][r];
            }
          }
          float slope = (float) Elementwise.dot(dp[j], columns.values(j), 0, n);
          addLogit(keys, c, h, position, scale * slope);
          addLogit(keyShifts, c, h, position, scale * (float) Elementwise.sum(dp[j], 0, n));
        }
      }
    }
  }

  private static void shareSlopes(float[] dp, float[] v, float[] more, float[] p, float[] mean) {
    for (int r = 0; r < dp.length; r++) {
      float slope = dp[r] * v[r] + more[r];
      dp[r] = slope;
      mean[r] += slope * p[r];
    }
  }

  private static void logitSlopes(float[] dp, float[] p, float[] mean) {
    for (int r = 0; r < dp.length; r++) {
      dp[r] = p[r] * (dp[r] - mean[r]);
    }
  }

  private void addLogit(Tensor vectors, int c, int h, int position, float slope) {
    for (int k = h * width; k < (h + 1) * width; k++) {
      int ofQuery = k * query.rows() + c;
      int ofKey = k * vectors.rows() + position;
      query.gradient()[ofQuery] += slope * vectors.value()[ofKey];
      vectors.gradient()[ofKey] += slope * query.value()[ofQuery];
    }
  }
}
