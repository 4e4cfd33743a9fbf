package io.github.mist4j.plot;

import io.github.mist4j.sample.Sample;
import java.util.Optional;

/** What two columns say about each other where one of them holds names, level by level. */
final class LevelPicture {
  private LevelPicture() {}

  /** Empty unless each side is one column and one of them holds names or true and false. */
  static Optional<Sketch> of(Sample sample) {
    boolean namesInX = ShownLevels.isOne(sample);
    boolean namesInY = ShownLevels.isOne(sample.swapped());
    if (sample.dx() > 1 || sample.dy() > 1 || !(namesInX || namesInY)) {
      return Optional.empty();
    }
    return Optional.of(
        namesInX && namesInY
            ? LevelTable.of(sample)
            : LevelBoxes.of(namesInX ? sample : sample.swapped()));
  }
}
