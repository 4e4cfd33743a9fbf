package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Draws the datasets of a sequence in parallel and writes them in their order into a folder, which
 * a later call goes on with if this one is stopped. Memory does not grow with their number.
 */
public final class Generation {
  private static final int AHEAD = 4; // datasets a thread may be ahead of the writing

  private final DatasetSequence sequence;
  private final GenerationOptions options;
  private volatile boolean stopped;

  private Generation(DatasetSequence sequence, GenerationOptions options) {
    this.sequence = sequence;
    this.options = options;
  }

  /** The datasets of a sequence that the options' seed names. */
  public static Generation of(DatasetSequence sequence, GenerationOptions options) {
    return new Generation(sequence, options);
  }

  /** Ends {@link #write} after the dataset being written; may be called from any thread. */
  public void stop() {
    stopped = true;
  }

  /**
   * Writes the folder, or what is missing of it where an earlier call was stopped. Until it is
   * whole it stands beside, as {@code FOLDER.part}.
   *
   * @return where it ended: finished, or stopped by {@link #stop}
   * @throws IllegalArgumentException if the folder exists, or the one beside was begun for other
   *     datasets or is damaged
   */
  public GenerationProgress write(Path folder, GenerationListener listener) {
    try (var writer = MetaDatasetWriter.resume(folder, recipe())) {
      checkLast(writer, folder);
      GenerationProgress progress = add(writer, listener);
      if (progress.finished()) {
        writer.finish();
      }
      return progress;
    }
  }

  /** Names the datasets: what is drawn, and the seed. */
  private String recipe() {
    return sequence.describe() + "\nseed " + options.seed() + "\n";
  }

  private void checkLast(MetaDatasetWriter writer, Path folder) {
    long count = writer.count();
    require(
        count == 0 || (count <= sequence.size() && writer.endsWith(bytes(count - 1))),
        "%s is damaged or of another version: dataset %d is not the one that is drawn here; delete"
            + " the folder to begin again",
        UnfinishedFolder.beside(folder).folder(),
        count - 1);
  }

  private GenerationProgress add(MetaDatasetWriter writer, GenerationListener listener) {
    long start = System.nanoTime();
    long before = writer.count();
    long next = before;
    var drawn = new ArrayDeque<CompletableFuture<DatasetBytes>>();
    ExecutorService threads = Executors.newFixedThreadPool(options.threads(), Generation::daemon);
    try {
      while (writer.count() < sequence.size() && !stopped) {
        while (next < sequence.size() && drawn.size() < AHEAD * options.threads()) {
          long index = next++;
          drawn.add(CompletableFuture.supplyAsync(() -> bytes(index), threads));
        }
        writer.add(drawn.remove().join());
        listener.progress(progress(writer, before, start));
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    } finally {
      threads.shutdownNow();
    }
    return progress(writer, before, start);
  }

  private GenerationProgress progress(MetaDatasetWriter writer, long before, long start) {
    return GenerationProgress.of(
        writer.count(), before, sequence.size(), (System.nanoTime() - start) / 1e9);
  }

  private DatasetBytes bytes(long index) {
    return DatasetBytes.of(sequence.draw(options.seed(), index), sequence.split());
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "mist4j-generation");
    thread.setDaemon(true);
    return thread;
  }
}
