package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.progress.Progress.Count;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.progress.Work;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * Draws the datasets of a sequence in parallel and writes them in their order into a folder, which
 * a later call goes on with if this one is stopped. Memory does not grow with their number.
 *
 * <pre>{@code
 * Generation.of(Grid.named("m-test-imd"), GenerationOptions.withDefaults().withSeed(5))
 *     .write(Path.of("imd"), System.out::println);
 * }</pre>
 */
public final class Generation {
  private static final int AHEAD = 4; // datasets a thread may be ahead of the writing

  private final DatasetSequence sequence;
  private final GenerationOptions options;
  private final LongSupplier clock;

  /** With a clock as {@link Work} has it. */
  Generation(DatasetSequence sequence, GenerationOptions options, LongSupplier clock) {
    this.sequence = sequence;
    this.options = options;
    this.clock = clock;
  }

  /** The datasets of a sequence that the options' seed names. */
  public static Generation of(DatasetSequence sequence, GenerationOptions options) {
    return new Generation(sequence, options, System::nanoTime);
  }

  /**
   * Writes the folder, or what is missing of it where an earlier call was stopped. Until it is
   * whole it stands beside, as {@code FOLDER.part}.
   *
   * @param listener hears how many datasets there are, earlier runs included; when it or an
   *     interrupt stops this, what is written stays for a later call
   * @return how far it came: finished, or stopped
   * @throws IllegalArgumentException if the folder exists, or the one beside was begun for other
   *     datasets or is damaged
   */
  public Count write(Path folder, ProgressListener listener) {
    try (var writer = MetaDatasetWriter.resume(folder, recipe())) {
      checkLast(writer, folder);
      Count end = add(writer, listener);
      if (end.finished()) {
        writer.finish();
      }
      return end;
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

  private Count add(MetaDatasetWriter writer, ProgressListener listener) {
    long next = writer.count();
    var work = Work.of("datasets", next, sequence.size(), listener, clock);
    var drawn = new ArrayDeque<CompletableFuture<DatasetBytes>>();
    ExecutorService threads = Executors.newFixedThreadPool(options.threads(), Generation::daemon);
    try {
      while (writer.count() < sequence.size()) {
        while (next < sequence.size() && drawn.size() < AHEAD * options.threads()) {
          long index = next++;
          drawn.add(CompletableFuture.supplyAsync(() -> bytes(index), threads));
        }
        writer.add(work.result(drawn.remove()));
        work.advance(1);
      }
    } catch (CancellationException e) {
      return work.count(); // a folder that is not whole is of use to a later call
    } finally {
      threads.shutdownNow();
    }
    return work.count();
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
