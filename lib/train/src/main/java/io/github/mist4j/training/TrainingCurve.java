package io.github.mist4j.training;

import io.github.mist4j.model.HeldOutError;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.progress.Progress.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a training has gone so far.
 *
 * <pre>{@code
 * training.curve().points().forEach(p -> System.out.println(p.datasets() + " " + p.loss()));
 * }</pre>
 *
 * @param name the distribution's
 * @param device what computes it, to complete "on …"
 * @param points where it stood, at most {@value #MOST} times, evenly spread; the last is the latest
 * @param measured where its error on held-out datasets was measured
 * @param shipped the error of the model that comes with the library on the same held-out datasets
 */
public record TrainingCurve(
    String name,
    String device,
    List<TrainingProgress> points,
    List<TrainingProgress> measured,
    Optional<HeldOutError> shipped)
    implements Progress {
  static final int MOST = 400;

  /** Copies the lists. */
  public TrainingCurve {
    points = List.copyOf(points);
    measured = List.copyOf(measured);
  }

  /** Nothing yet. */
  public static TrainingCurve empty(String name, String device, Optional<HeldOutError> shipped) {
    return new TrainingCurve(name, device, List.of(), List.of(), shipped);
  }

  /** The same and one more point. */
  public TrainingCurve with(TrainingProgress progress) {
    var more = new ArrayList<TrainingProgress>();
    boolean thinned = points.size() >= MOST;
    for (int k = 0; k < points.size(); k++) {
      if (!thinned || k % 2 == 0) {
        more.add(points.get(k));
      }
    }
    more.add(progress);
    boolean fresh =
        progress.heldOut().isPresent()
            && (measured.isEmpty()
                || !measured.get(measured.size() - 1).heldOut().equals(progress.heldOut()));
    var errors = new ArrayList<>(measured);
    if (fresh) {
      errors.add(progress);
    }
    return new TrainingCurve(name, device, more, errors, shipped);
  }

  /** The latest point. */
  public Optional<TrainingProgress> latest() {
    return points.isEmpty() ? Optional.empty() : Optional.of(points.get(points.size() - 1));
  }

  /** The count of the latest point; nothing of nothing before the first. */
  @Override
  public Count count() {
    return latest()
        .map(TrainingProgress::count)
        .orElseGet(() -> Count.of("datasets", 0, 0, 0, Duration.ZERO));
  }

  /** The latest point as one line. */
  @Override
  public String toString() {
    return latest().map(TrainingProgress::toString).orElse("before the first step");
  }
}
