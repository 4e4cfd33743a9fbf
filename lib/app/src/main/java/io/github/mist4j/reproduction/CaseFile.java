package io.github.mist4j.reproduction;

import static io.github.mist4j.sample.Checks.require;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.CsvFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The file of a run's cases, which grows dataset by dataset; what a killed run has left behind the
 * last whole dataset is cut off.
 */
final class CaseFile implements AutoCloseable {
  static final String ENDING = ".estimates.csv";

  private static final int LONGEST_LINE = 1 << 16; // bytes, of names and numbers far fewer
  private static final long BETWEEN_NANOS = 2_000_000_000L; // little is lost, little written

  private final Path file;
  private final List<Case> all;
  private final Writer writer;
  private long writtenAt = System.nanoTime();

  private CaseFile(Path file, List<Case> all) throws IOException {
    this.file = file;
    this.all = all;
    writer = Files.newBufferedWriter(file, UTF_8, StandardOpenOption.APPEND);
  }

  /** A new file. */
  static CaseFile begin(Path file, CopyOption... options) {
    return of(file, new ArrayList<>(), options);
  }

  /**
   * Goes on with a file; begins it where there is none.
   *
   * @param each the cases of a dataset
   * @throws IllegalArgumentException with one sentence if it is no such file
   */
  static CaseFile resume(Path file, int each) {
    if (!Files.exists(file)) {
      return begin(file);
    }
    List<Case> whole = read(file);
    return of(
        file, new ArrayList<>(whole.subList(0, whole.size() / each * each)), REPLACE_EXISTING);
  }

  private static CaseFile of(Path file, List<Case> cases, CopyOption... options) {
    try {
      AtomicFile.write(
          file,
          out -> {
            out.write(Case.header().getBytes(UTF_8));
            for (Case one : cases) {
              out.write(one.line().getBytes(UTF_8));
            }
          },
          options);
      return new CaseFile(file, cases);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be written".formatted(file), e);
    }
  }

  /** The cases of all lines that are whole. */
  private static List<Case> read(Path file) {
    cut(file);
    CsvFile csv = CsvFile.read(file);
    int columns = csv.header().size();
    return IntStream.range(0, csv.rows())
        .mapToObj(
            r -> Case.read(IntStream.range(0, columns).mapToObj(c -> csv.cell(r, c)).toList()))
        .toList();
  }

  /** Cuts off a last line that has no end. */
  private static void cut(Path file) {
    try (var open = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long start = Math.max(0, open.size() - LONGEST_LINE);
      var last = ByteBuffer.allocate((int) (open.size() - start));
      while (last.hasRemaining() && open.read(last, start + last.position()) > 0) {}
      int end = last.position();
      while (end > 0 && last.get(end - 1) != '\n') {
        end--;
      }
      require(end > 0, "%s is no file of estimates: its last line has no end", file);
      open.truncate(start + end);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be read".formatted(file), e);
    }
  }

  /** Those there are, from the first on. */
  List<Case> all() {
    return Collections.unmodifiableList(all);
  }

  /** Adds all cases of the next dataset. */
  void add(List<Case> cases) throws IOException {
    all.addAll(cases);
    for (Case one : cases) {
      writer.write(one.line());
    }
    if (System.nanoTime() - writtenAt > BETWEEN_NANOS) {
      writer.flush();
      writtenAt = System.nanoTime();
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** Its name. */
  @Override
  public String toString() {
    return file.toString();
  }
}
