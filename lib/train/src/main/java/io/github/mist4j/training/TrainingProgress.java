package io.github.mist4j.training;

import io.github.mist4j.model.HeldOutError;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.Progress.Count;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a training stands.
 *
 * <pre>{@code
 * trainer.start(file, ProgressListener.of(TrainingProgress.class, p -> losses.add(p.loss())));
 * }</pre>
 *
 * @param count the datasets learnt from, and how many there will be, estimated where the time
 *     decides; the rate of late; the time spent, earlier runs included
 * @param step the steps done
 * @param loss the mean loss of late
 * @param heldOut the error on held-out datasets when last measured
 */
public record TrainingProgress(Count count, long step, double loss, Optional<HeldOutError> heldOut)
    implements Progress {
  /** The datasets learnt from. */
  public long datasets() {
    return count.done();
  }

  /** One line: datasets, rate, time left, loss, held-out error. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s, loss %.4f", count, loss)
        + heldOut.map(h -> ", held out: " + h).orElse("");
  }
}
