package io.github.mist4j.fuzz;

import java.util.Arrays;

/**
 * Bytes in two parts, so that both grow by themselves.
 *
 * @param first as many as the first two bytes say, or all
 * @param second those behind them
 */
@SuppressWarnings("ArrayRecordComponent") // written to files, never compared
record Parts(byte[] first, byte[] second) {
  private static final int PREFIX = 2;

  static Parts of(byte[] bytes) {
    if (bytes.length < PREFIX) {
      return new Parts(bytes, new byte[0]);
    }
    int length = Byte.toUnsignedInt(bytes[0]) << Byte.SIZE | Byte.toUnsignedInt(bytes[1]);
    int end = Math.min(bytes.length, PREFIX + length);
    return new Parts(
        Arrays.copyOfRange(bytes, PREFIX, end), Arrays.copyOfRange(bytes, end, bytes.length));
  }

  /** The bytes of which these are the parts. */
  byte[] joined() {
    byte[] bytes = new byte[PREFIX + first.length + second.length];
    bytes[0] = (byte) (first.length >> Byte.SIZE);
    bytes[1] = (byte) first.length;
    System.arraycopy(first, 0, bytes, PREFIX, first.length);
    System.arraycopy(second, 0, bytes, PREFIX + first.length, second.length);
    return bytes;
  }
}
