package io.github.mist4j.training;

import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.Shapes;
import io.github.mist4j.network.TrainedRange;
import io.github.mist4j.progress.ProgressListener;
import java.util.stream.IntStream;

/** The range of a distribution over datasets. */
final class TrainedRangeFit {
  private static final int PILOT = 200;

  private TrainedRangeFit() {}

  /** Its shapes, whether it has columns of few levels, as a few draws tell, and its novelty. */
  static TrainedRange of(MetaDistribution distribution, ProgressListener listener) {
    Shapes shapes = distribution.shapes();
    boolean fewLevels =
        IntStream.range(0, PILOT)
            .mapToObj(i -> distribution.sample(0, i))
            .anyMatch(TrainedRange::hasFewLevels);
    return new TrainedRange(
        shapes.minRows(),
        shapes.mostRows(),
        shapes.mostColumns(),
        fewLevels,
        NoveltyFit.of(distribution, listener));
  }
}
