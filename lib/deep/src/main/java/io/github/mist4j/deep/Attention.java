package io.github.mist4j.deep;

import io.github.mist4j.deep.Blas.Part;

/**
 * Multihead attention of sets of rows to sets of rows, set by set and head by head: P = softmax
 * over the keys of QᵀK/√width, output V Pᵀ.
 */
final class Attention implements Operation {
  private static final int QUERY = 0;
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int SHARE = 3;
  private static final int RESULT = 4;
  private static final int RESULT_TOO = 5;

  private final Tensor query;
  private final Sets querySets;
  private final Tensor key;
  private final Tensor value;
  private final Sets keySets;
  private final int heads;
  private final int width; // of a head
  private final float scale;
  private final float[] shares; // P, set by set, head by head, (queries, keys)
  private final int[] sharesAt; // by set

  Attention(Tensor query, Sets querySets, Tensor key, Tensor value, Sets keySets, int heads) {
    this.query = query;
    this.querySets = querySets;
    this.key = key;
    this.value = value;
    this.keySets = keySets;
    this.heads = heads;
    width = query.channels() / heads;
    scale = (float) (1 / Math.sqrt(width));
    sharesAt = new int[querySets.count() + 1];
    for (int b = 0; b < querySets.count(); b++) {
      sharesAt[b + 1] = sharesAt[b] + heads * querySets.size(b) * keySets.size(b);
    }
    shares = new float[sharesAt[querySets.count()]];
  }

  /** The output, (channels · queries). */
  @Override
  public void forward(float[] output) {
    Blas blas = Blas.ofThread();
    blas.load(QUERY, query.value());
    blas.load(KEY, key.value());
    blas.load(VALUE, value.value());
    blas.room(SHARE, shares.length);
    blas.room(RESULT, output.length);
    forEach(
        (b, h) ->
            blas.product(
                querySets.size(b),
                keySets.size(b),
                width,
                scale,
                queries(QUERY, b, h).turned(),
                keys(KEY, b, h),
                0,
                shares(SHARE, b, h)));
    blas.store(SHARE, shares);
    forEachRow((from, to) -> Elementwise.belowLargest(shares, from, to));
    Elementwise.expOfMinus(shares);
    forEachRow((from, to) -> Elementwise.share(shares, from, to));
    blas.load(SHARE, shares);
    forEach(
        (b, h) ->
            blas.product(
                width,
                querySets.size(b),
                keySets.size(b),
                1,
                keys(VALUE, b, h),
                shares(SHARE, b, h).turned(),
                0,
                queries(RESULT, b, h)));
    blas.store(RESULT, output);
  }

  @Override
  public void backward(float[] gradient) {
    Blas blas = Blas.ofThread();
    blas.load(QUERY, gradient);
    blas.load(VALUE, value.value());
    blas.load(SHARE, shares);
    blas.room(RESULT, value.value().length);
    blas.room(RESULT_TOO, shares.length);
    forEach(
        (b, h) -> {
          blas.product(
              width,
              keySets.size(b),
              querySets.size(b),
              1,
              queries(QUERY, b, h),
              shares(SHARE, b, h),
              0,
              keys(RESULT, b, h));
          blas.product(
              querySets.size(b),
              keySets.size(b),
              width,
              1,
              queries(QUERY, b, h).turned(),
              keys(VALUE, b, h),
              0,
              shares(RESULT_TOO, b, h));
        });
    add(blas, RESULT, value.gradient());
    var slopes = new float[shares.length];
    blas.store(RESULT_TOO, slopes);
    forEachRow((from, to) -> Elementwise.softmaxGradient(slopes, shares, from, to));
    blas.load(SHARE, slopes);
    blas.load(QUERY, query.value());
    blas.load(KEY, key.value());
    blas.room(RESULT_TOO, query.value().length);
    forEach(
        (b, h) -> {
          blas.product(
              width,
              querySets.size(b),
              keySets.size(b),
              scale,
              keys(KEY, b, h),
              shares(SHARE, b, h).turned(),
              0,
              queries(RESULT_TOO, b, h));
          blas.product(
              width,
              keySets.size(b),
              querySets.size(b),
              scale,
              queries(QUERY, b, h),
              shares(SHARE, b, h),
              0,
              keys(RESULT, b, h));
        });
    add(blas, RESULT_TOO, query.gradient());
    add(blas, RESULT, key.gradient());
  }

  private static void add(Blas blas, int place, float[] gradient) {
    var more = new float[gradient.length];
    blas.store(place, more);
    Elementwise.add(gradient, more);
  }

  private Part queries(int place, int b, int h) {
    return Part.of(place, h * width * query.rows() + querySets.from(b), query.rows());
  }

  private Part keys(int place, int b, int h) {
    return Part.of(place, h * width * key.rows() + keySets.from(b), key.rows());
  }

  private Part shares(int place, int b, int h) {
    int keys = keySets.size(b);
    return Part.of(place, sharesAt[b] + h * querySets.size(b) * keys, keys);
  }

  @FunctionalInterface
  private interface SetAndHead {
    void take(int b, int h);
  }

  private void forEach(SetAndHead action) {
    for (int b = 0; b < querySets.count(); b++) {
      for (int h = 0; h < heads; h++) {
        action.take(b, h);
      }
    }
  }

  /** Calls for the shares of every query in every head. */
  private void forEachRow(SetAndHead action) {
    for (int b = 0; b < querySets.count(); b++) {
      int keys = keySets.size(b);
      for (int from = sharesAt[b]; from < sharesAt[b + 1]; from += keys) {
        action.take(from, from + keys);
      }
    }
  }
}
