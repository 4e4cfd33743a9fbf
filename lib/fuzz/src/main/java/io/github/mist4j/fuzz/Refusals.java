package io.github.mist4j.fuzz;

/** How a reader may refuse. */
final class Refusals {
  // Names of columns and files are in it as they are; the command line cuts it at 500.
  private static final int MOST_LETTERS = 2000;

  private Refusals() {}

  /** Reads something. */
  @FunctionalInterface
  interface Reading {
    void read() throws Exception;
  }

  /**
   * Reads, or is refused by an {@code IllegalArgumentException} with a sentence.
   *
   * @return whether it was read
   * @throws IllegalStateException if it is refused in another way
   */
  static boolean readOrRefused(Reading reading) {
    try {
      reading.read();
      return true;
    } catch (IllegalArgumentException e) {
      String sentence = e.getMessage();
      if (sentence == null || sentence.length() > MOST_LETTERS) {
        throw new IllegalStateException("not a sentence: " + sentence, e);
      }
      return false;
    } catch (Exception e) {
      throw new IllegalStateException("not refused: " + e, e);
    }
  }
}
