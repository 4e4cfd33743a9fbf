package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.network.CopulaArchitecture;
import io.github.mist4j.progress.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training in a program that is stopped or killed at any time and begun again; {@code
 * -Dmist4j.trained=2000000 -Dmist4j.interrupts=50} is the long form.
 */
final class InterruptedTrainingTest {
  private static final int FEW = 2;
  private static final long DATASETS = Long.getLong("mist4j.trained", 6_400);
  private static final int INTERRUPTS = Integer.getInteger("mist4j.interrupts", FEW);
  private static final double KILOBYTES = 1024; // of a megabyte

  @TempDir Path folder;
  private final Random random = new Random(33);
  private final List<Double> megabytes = new ArrayList<>();

  /** A training of a small network on small datasets, begun or gone on with. */
  static final class Program {
    private Program() {}

    /** Trains the model of a path; a signal to end is heard at the next step. */
    public static void main(String[] args) {
      Path out = Path.of(args[0]);
      var trainer =
          Trainer.of(
              MetaDistributions.elliptical(10, 12, 2),
              TrainingOptions.withDefaults()
                  .withArchitecture(new CopulaArchitecture(8, 6, 4, 4, 4, 8, 1, 8))
                  .withDatasets(DATASETS)
                  .withThreads(1));
      var stop = new AtomicBoolean();
      Thread training = Thread.currentThread();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    stop.set(true);
                    try {
                      training.join();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
      ProgressListener listener = ProgressListener.NONE.stoppedBy(stop::get);
      if (Trainer.canResume(out)) {
        trainer.resume(out, listener);
      } else {
        trainer.start(out, listener);
      }
    }
  }

  private JavaProgram program() {
    return new JavaProgram(
        List.of(
            "-Xmx160m",
            "-XX:+UseSerialGC",
            INTERRUPTS > FEW ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
            "-Dmist4j.trained=" + DATASETS),
        Program.class,
        folder.resolve("err.txt"));
  }

  /** Runs it to its end; the seconds that it took. */
  private double whole(String name) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = program().start(folder, List.of(name));
    while (!process.waitFor(1, TimeUnit.SECONDS)) {
      look(process);
    }
    assertThat(process.exitValue()).as(program()::complaint).isZero();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Notes the memory of a program, where the system tells it and the program is still there. */
  private void look(Process process) {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES)
          .forEach(megabytes::add);
    } catch (IOException | UncheckedIOException e) {
      // it has just ended, or there is no such file on this system
    }
  }

  @Test
  @DisplayName("a training that is stopped and killed again and again ends with the same weights")
  void endsTheSame() throws IOException, InterruptedException {
    double seconds = whole("whole.mist");
    List<Double> ofWhole = List.copyOf(megabytes);
    int killed = 0;
    for (int k = 0; k < INTERRUPTS; k++) {
      Process process = program().start(folder, List.of("parts.mist"));
      double wait = seconds * 2 / INTERRUPTS * random.nextDouble() + 1;
      if (!process.waitFor((long) (1000 * wait), TimeUnit.MILLISECONDS)) {
        if (random.nextBoolean()) {
          process.destroy(); // a signal, at which it keeps how far it is
          process.waitFor();
        } else {
          process.destroyForcibly().waitFor();
        }
        killed++;
      }
    }
    whole("parts.mist");
    Checkpoint one = Checkpoint.open(folder.resolve("whole.mist"));
    Checkpoint other = Checkpoint.open(folder.resolve("parts.mist"));
    assertThat(other.weights()).containsExactly(one.weights());
    if (INTERRUPTS > FEW) {
      System.out.printf(
          Locale.ROOT,
          "campaign: %,d datasets in %.0f s, interrupted %d times, the same weights; %.0f MB after"
              + " 10 s, %.0f MB at the end%n",
          DATASETS,
          seconds,
          killed,
          ofWhole.get(Math.min(10, ofWhole.size() - 1)),
          ofWhole.get(ofWhole.size() - 1));
    }
  }
}
