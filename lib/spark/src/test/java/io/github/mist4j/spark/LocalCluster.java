package io.github.mist4j.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * A cluster of processes on this machine. Spark starts executors from the jars of its home, which
 * {@code SPARK_HOME} names and this fills with links to the class path of the driver.
 */
final class LocalCluster {
  private LocalCluster() {}

  /** A session on so many executors of one core and so much memory. */
  static SparkSession start(int executors, int megabytes) {
    String classPath = System.getProperty("java.class.path");
    try {
      Path jars = Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
      for (String entry : classPath.split(File.pathSeparator, -1)) {
        Path link = jars.resolve(Path.of(entry).getFileName());
        if (entry.endsWith(".jar") && !Files.exists(link)) {
          Files.createSymbolicLink(link, Path.of(entry).toAbsolutePath());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return builder("local-cluster[%s,1,%s]".formatted(executors, megabytes))
        .config("spark.executor.memory", megabytes + "m")
        .config("spark.executor.extraClassPath", classPath) // what is compiled here, without a jar
        .config(
            "spark.executor.extraJavaOptions",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
        .getOrCreate();
  }

  /** A session in this process. */
  static SparkSession alone() {
    return builder("local[1]").getOrCreate();
  }

  private static SparkSession.Builder builder(String master) {
    return SparkSession.builder()
        .master(master)
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 4)
        .config("spark.sql.extensions", MistExtensions.class.getName());
  }

  /** Whether a process is an executor: nothing else here is another Java. */
  static boolean isExecutor(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("java");
  }
}
