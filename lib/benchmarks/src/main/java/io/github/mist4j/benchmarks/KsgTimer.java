package io.github.mist4j.benchmarks;

import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.sample.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The other side of {@code ksg_against_python.py}: for every line {@code FILE n dx dy} on the
 * standard input, whose file holds the columns as little-endian doubles, one line with the seconds
 * of an estimate and its value.
 */
final class KsgTimer {
  private KsgTimer() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var ksg = new Ksg();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Sample sample = sample(line.split(" ", -1));
      long start = System.nanoTime();
      double value = ksg.estimate(sample).value();
      System.out.println((System.nanoTime() - start) / 1e9 + " " + value);
    }
  }

  private static Sample sample(String[] words) throws IOException {
    int n = Integer.parseInt(words[1]);
    var numbers =
        ByteBuffer.wrap(Files.readAllBytes(Path.of(words[0])))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asDoubleBuffer();
    var sides = new double[2][][];
    for (int side = 0; side < 2; side++) {
      sides[side] = new double[Integer.parseInt(words[2 + side])][n];
      for (double[] column : sides[side]) {
        numbers.get(column);
      }
    }
    return Sample.ofColumns(sides[0], sides[1]);
  }
}
