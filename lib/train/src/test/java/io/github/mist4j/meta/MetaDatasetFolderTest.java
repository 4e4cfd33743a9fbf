package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mist4j.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetaDatasetFolderTest {
  /** The test grids as the authors' generator drew them: 20 MB, not part of the project. */
  static final Path REFERENCE = Path.of("../../../shared/reference");

  static final String NO_REFERENCE =
      "not run: ../shared/reference, the reference meta-dataset, is not beside this clone";

  private static final long SEED = 7;
  private static final int COUNT = 6;

  @TempDir Path parent;

  private Dataset dataset(int index) {
    return MetaDistributions.elliptical().draw(SEED, index);
  }

  private Path written() {
    Path folder = parent.resolve("set");
    try (var writer = MetaDatasetWriter.resume(folder, "a recipe")) {
      for (int i = 0; i < COUNT; i++) {
        writer.add(DatasetBytes.of(dataset(i), i % 2 == 0 ? "even" : ""));
      }
      writer.finish();
    }
    return folder;
  }

  private static void assertRefused(Path folder, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetaDatasetFolder.open(folder))
        .withMessage(sentence);
  }

  private static double[] rounded(double[] column) {
    return Arrays.stream(column).map(value -> (float) value).toArray();
  }

  @Test
  void whatIsWrittenIsReadBackInAnyOrder() {
    try (var folder = MetaDatasetFolder.open(written())) {
      assertThat(folder.size()).isEqualTo(COUNT);
      for (int i = COUNT - 1; i >= 0; i--) {
        Sample wrote = dataset(i).sample();
        Dataset read = folder.read(i);
        assertThat(read.mutualInformation()).isEqualTo(dataset(i).mutualInformation());
        assertThat(read.distribution()).isEqualTo(dataset(i).distribution());
        assertThat(read.sample().dx()).isEqualTo(wrote.dx());
        assertThat(read.sample().dy()).isEqualTo(wrote.dy());
        for (int c = 0; c < wrote.dx(); c++) {
          assertThat(read.sample().x(c)).containsExactly(rounded(wrote.x(c)));
        }
        for (int c = 0; c < wrote.dy(); c++) {
          assertThat(read.sample().y(c)).containsExactly(rounded(wrote.y(c)));
        }
      }
      assertThat(folder.rows().get(0).split()).contains("even");
      assertThat(folder.rows().get(1).split()).isEmpty();
    }
  }

  @Test
  void threadsReadTheSameAsOne() {
    try (var folder = MetaDatasetFolder.open(written())) {
      List<Double> many =
          IntStream.range(0, 200)
              .parallel()
              .mapToObj(i -> folder.read(i % COUNT).sample().x(0)[9])
              .toList();
      for (int i = 0; i < many.size(); i++) {
        assertThat(many.get(i)).isEqualTo(folder.read(i % COUNT).sample().x(0)[9]);
      }
    }
  }

  @Test
  void aValueBeyondAFloatIsRefused() {
    double[] x = IntStream.range(0, 10).mapToDouble(i -> i * 1e300).toArray();
    double[] y = IntStream.range(0, 10).mapToDouble(i -> i).toArray();
    var sample = Sample.ofColumns(new double[][] {x}, new double[][] {y});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatasetBytes.of(new Dataset(sample, 0, "huge"), ""))
        .withMessage("a value must fit into 32 bits, was 1.0E300");
  }

  @Test
  void truncatedDataIsRefusedByDatasetAndFloats() throws IOException {
    Path folder = written();
    Path data = folder.resolve("data.f32le");
    byte[] bytes = Files.readAllBytes(data);
    MetaDatasetRow last;
    try (var open = MetaDatasetFolder.open(folder)) {
      last = open.rows().get(COUNT - 1);
    }
    Files.write(data, Arrays.copyOf(bytes, bytes.length - 1));
    assertRefused(
        folder,
        "%s is truncated or not of this index: dataset %s needs %s floats from %s, the file has %s"
            .formatted(data, last.idx(), last.floats(), last.offset(), bytes.length / 4 - 1));
  }

  @Test
  void missingPartsAreRefused() throws IOException {
    assertRefused(parent.resolve("no"), "there is no folder " + parent.resolve("no"));
    assertRefused(parent, "there is no file " + parent.resolve("index.csv"));
    Path folder = written();
    Files.delete(folder.resolve("data.f32le"));
    assertRefused(folder, "there is no file " + folder.resolve("data.f32le"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,9,x,1,0.5,0|, line 2: dx must be a whole number, was 'x'",
        "0,9,1,1,nil,0|, line 2: true_mi must be a number, was 'nil'",
        "0,9,1,1,NaN,0|, line 2: true_mi must be finite and not negative, was NaN",
        "0,9,0,1,0.5,0|, line 2: n, dx and dy must be positive, were 9, 0, 1",
        "0,9,1,1,0.5,-4|, line 2: offset must not be negative, was -4",
        "0,9,1,1,0.5|, line 2 has 5 cells, the header has 6"
      })
  void badCellsOfTheIndexAreRefusedByLine(String row, String sentence) throws IOException {
    Path index = parent.resolve("index.csv");
    Files.writeString(index, "idx,n,dx,dy,true_mi,offset\n" + row + "\n");
    Files.write(parent.resolve("data.f32le"), new byte[400]);
    assertRefused(parent, index + sentence);
  }

  @Test
  void anIndexWithoutARequiredColumnOrWithADatasetTwiceIsRefused() throws IOException {
    Path index = parent.resolve("index.csv");
    Files.writeString(index, "idx,n,dx,dy,offset\n0,10,1,1,0\n");
    assertRefused(
        parent,
        index
            + " has no column 'true_mi'; "
            + "the index of a meta-dataset has at least idx,n,dx,dy,true_mi,offset");
    Files.writeString(index, "idx,n,dx,dy,true_mi,offset\n4,10,1,1,0,0\n4,10,1,1,0,0\n");
    assertRefused(parent, index + ", line 3: idx 4 stands on line 2 already, it may stand once");
  }

  @Test
  void theReferenceIsReadWhereItStands() {
    assumeTrue(Files.isDirectory(REFERENCE), NO_REFERENCE);
    try (var folder = MetaDatasetFolder.open(REFERENCE)) {
      assertThat(folder.size()).isEqualTo(585);
      Dataset first = folder.read(0);
      assertThat(first.sample().n()).isEqualTo(10);
      assertThat(first.sample().dx()).isEqualTo(29);
      assertThat(first.distribution()).isEqualTo("multi_normal-dense-base");
      assertThat(folder.rows().stream().map(row -> row.split().orElseThrow()).distinct())
          .containsExactlyInAnyOrder("IMD", "OoMD");
    }
  }
}
