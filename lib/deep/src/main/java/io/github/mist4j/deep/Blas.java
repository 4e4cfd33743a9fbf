package io.github.mist4j.deep;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Matrix products of one thread, in native memory: arrays are loaded into numbered places, products
 * are made between parts of those, results are stored. Matrices lie row by row.
 */
final class Blas {
  private static final int PLACES = 10;
  private static final double ROOM = 1.25; // times what is needed

  private static final ThreadLocal<Blas> OF_THREAD = ThreadLocal.withInitial(Blas::new);

  static {
    openblas.blas_set_num_threads(1); // the caller has threads of its own
  }

  private final FloatPointer[] places = new FloatPointer[PLACES];
  private FloatPointer ones = new FloatPointer(1);

  private Blas() {
    Arrays.setAll(places, p -> new FloatPointer(1));
  }

  /** The calling thread's own. */
  static Blas ofThread() {
    return OF_THREAD.get();
  }

  /** Loads an array into a place. */
  void load(int place, float[] array) {
    load(place, array, 0, array.length);
  }

  /** Loads a part of an array into a place. */
  void load(int place, float[] array, int from, int length) {
    room(place, length);
    places[place].put(array, from, length);
  }

  /** Makes room for so many values at a place, with anything in them. */
  void room(int place, int length) {
    if (places[place].capacity() < length) {
      places[place].close();
      places[place] = new FloatPointer((long) (length * ROOM) + 16);
    }
  }

  /** Stores the first values of a place. */
  void store(int place, float[] array) {
    store(place, array, 0, array.length);
  }

  /** Stores the first values of a place into a part of an array. */
  void store(int place, float[] array, int from, int length) {
    places[place].get(array, from, length);
  }

  /**
   * A matrix at a place, whether it is to be transposed.
   *
   * @param place which
   * @param at where in the place it starts
   * @param stride from row to row
   * @param transposed whether its transpose is meant
   */
  record Part(int place, int at, int stride, boolean transposed) {
    static Part of(int place, int at, int stride) {
      return new Part(place, at, stride, false);
    }

    Part turned() {
      return new Part(place, at, stride, !transposed);
    }
  }

  /** c ← factor · a b + kept · c, with a (m, k) and b (k, n) as they are after transposition. */
  void product(int m, int n, int k, float factor, Part a, Part b, float kept, Part c) {
    openblas.cblas_sgemm(
        CblasRowMajor,
        a.transposed ? CblasTrans : CblasNoTrans,
        b.transposed ? CblasTrans : CblasNoTrans,
        m,
        n,
        k,
        factor,
        pointer(a),
        a.stride,
        pointer(b),
        b.stride,
        kept,
        pointer(c),
        c.stride);
  }

  /** y ← y + the sums of the rows of a, with a (m, n) as it lies and y at the start of a place. */
  void addRowSums(int m, int n, Part a, int y) {
    if (ones.capacity() < n) {
      ones.close();
      var values = new float[(int) (n * ROOM) + 16];
      Arrays.fill(values, 1);
      ones = new FloatPointer(values);
    }
    openblas.cblas_sgemv(
        CblasRowMajor, CblasNoTrans, m, n, 1, pointer(a), a.stride, ones, 1, 1, places[y], 1);
  }

  private FloatPointer pointer(Part part) {
    return part.at == 0 ? places[part.place] : places[part.place].getPointer(part.at);
  }
}
