package io.github.mist4j.deep;

import io.github.mist4j.deep.CriticOptions.Bound;
import io.github.mist4j.deep.CriticOptions.Inputs;
import io.github.mist4j.deep.FitOptions.Batches;
import io.github.mist4j.sample.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The other side of {@code critic_steps.py}, in the package of what it times: for every line {@code
 * BOUND columns steps} on the standard input so many steps of the bound's usual critic, and one
 * line with their processor seconds, those of the compiler and the collector included, and the
 * resident memory in MB.
 */
final class CriticTimer {
  private static final int ROWS = 4096;
  private static final int BATCH = 256;

  private CriticTimer() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", -1);
      int steps = Integer.parseInt(words[2]);
      System.out.println(
          seconds(Bound.valueOf(words[0]), Integer.parseInt(words[1]), steps) + " " + megabytes());
    }
  }

  private static double seconds(Bound bound, int columns, int steps) {
    CriticOptions options = CriticOptions.of(bound);
    FitOptions fit = options.fit();
    Critic critic =
        bound == Bound.MINE
            ? new JointCritic(columns, columns, fit)
            : new SeparableCritic(columns, columns, fit);
    var rng = new SplittableRandom(1);
    var model =
        new CriticModel(SampleMatrix.of(sample(columns), Inputs.STANDARDIZED), critic, options);
    float[] weights = model.initialWeights(rng);
    var gradient = new float[weights.length];
    var adam = new Adam(weights, fit.rate(), model.largestNorm());
    int[] rows = IntStream.range(0, ROWS).toArray();
    var batches = new Batcher(rows, BATCH, Batches.WITHOUT_REPLACEMENT, rng);
    long start = processorNanos();
    for (int step = 0; step < steps; step++) {
      Arrays.fill(gradient, 0);
      model.addGradient(weights, gradient, batches.next());
      adam.ascend(gradient);
    }
    return (processorNanos() - start) / 1e9;
  }

  /** Normal pairs with correlation 0.8. */
  private static Sample sample(int columns) {
    var rng = new SplittableRandom(2);
    var x = new double[columns][ROWS];
    var y = new double[columns][ROWS];
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < ROWS; r++) {
        x[c][r] = rng.nextGaussian();
        y[c][r] = 0.8 * x[c][r] + 0.6 * rng.nextGaussian();
      }
    }
    return Sample.ofColumns(x, y);
  }

  private static long processorNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long megabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findAny()
        .orElseThrow();
  }
}
