package io.github.mist4j.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Numbers as little-endian 32-bit floats in a stream.
 *
 * <pre>{@code
 * Floats.write(out, weights);
 * Floats.read(in, weights); // as many as there are places
 * }</pre>
 */
public final class Floats {
  private Floats() {}

  /** Writes the array. */
  public static void write(OutputStream out, float[] values) throws IOException {
    out.write(bytes(values));
  }

  /** The bytes that {@link #write} writes. */
  public static byte[] bytes(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /**
   * Fills the array.
   *
   * @throws java.io.EOFException if the stream ends before
   */
  public static void read(InputStream in, float[] values) throws IOException {
    read(in, values, values.length);
  }

  /** Fills so many places at the beginning of the array, as {@link #read(InputStream, float[])}. */
  public static void read(InputStream in, float[] values, int count) throws IOException {
    byte[] bytes = in.readNBytes(count * Float.BYTES);
    if (bytes.length < count * Float.BYTES) {
      throw new java.io.EOFException(
          "%s of %s weights are there".formatted(bytes.length / Float.BYTES, count));
    }
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values, 0, count);
  }
}
