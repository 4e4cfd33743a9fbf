package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.MetaDatasetFolder;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.meta.MetaDistributions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GenerateCommandTest {
  @TempDir Path parent;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String line) {
    return Mist4j.commandLine(Methods::known)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line.replace("DIR", parent.resolve("set").toString()).split(" ", -1));
  }

  private List<MetaDatasetRow> rows() {
    try (var folder = MetaDatasetFolder.open(parent.resolve("set"))) {
      return folder.rows();
    }
  }

  @Test
  void familiesAreDrawnInTheirRanges() {
    assertThat(
            run(
                "generate --family multi_normal-sparse-asinh,multi_student-lvm --n 10..20 --dim 3"
                    + " --dim-y 1..2 --count 30 --seed 4 --out DIR"))
        .isZero();
    assertThat(out.toString().strip()).isEqualTo("30 datasets in " + parent.resolve("set"));
    assertThat(err.toString()).doesNotContain("stopped", "mist4j:");
    assertThat(rows()).hasSize(30);
    assertThat(rows()).allMatch(row -> row.n() >= 10 && row.n() <= 20 && row.dx() == 3);
    assertThat(rows()).allMatch(row -> row.dy() <= 2 && row.split().isEmpty());
    assertThat(rows().get(1).distribution()).contains("multi_student-lvm");
  }

  @Test
  void aPresetIsSpreadOverItsCellsAndItsSplitIsNamed() {
    assertThat(run("generate --preset m-test-oomd --count 35 --out DIR")).isZero();
    assertThat(rows()).hasSize(35);
    assertThat(rows()).allMatch(row -> row.split().orElseThrow().equals("OoMD"));
    assertThat(rows().stream().map(MetaDatasetRow::n).distinct()).hasSizeGreaterThan(15);
  }

  @Test
  void whatModelsAreTrainedOnIsDrawnTheSameAgain() {
    assertThat(run("generate --preset full --count 9 --seed 3 --out DIR")).isZero();
    Dataset last = MetaDistributions.full().draw(3, 8);
    assertThat(rows()).hasSize(9);
    assertThat(rows().get(8).mutualInformation()).isEqualTo(last.mutualInformation());
    assertThat(rows().get(8).distribution()).contains(last.distribution());
    assertThat(rows().get(8).split()).isEmpty();
  }

  @Test
  void theSeedIsOneIfNoneIsGiven() throws IOException {
    String command = "generate --preset m-test-imd --count 5 --threads 1 --out DIR";
    assertThat(run(command)).isZero();
    assertThat(run((command + 2).replace("--threads 1", "--seed 1 --threads 2"))).isZero();
    assertThat(Files.readAllBytes(parent.resolve("set2/data.f32le")))
        .isEqualTo(Files.readAllBytes(parent.resolve("set/data.f32le")));
  }

  @Test
  void evaluateReadsTheFolder() {
    run("generate --family multi_normal-dense --n 12 --dim 2 --count 4 --out DIR");
    assertThat(run("evaluate DIR --method mist --out DIR.csv")).isZero();
    assertThat(parent.resolve("set.csv")).content().hasLineCount(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--count 5|give either --family or --preset",
        "--family multi_normal-dense --preset m-train|give either --family or --preset",
        "--family multi_normal-dense|--family needs --count, the number of datasets",
        "--family multi_normal-dense --count 0|count must be positive, was 0",
        "--preset m-train --n 10|--n, --dim and --dim-y go with --family, the sizes of a preset are"
            + " its own",
        "--preset zebra|preset must be one of m-train, m-test-imd, m-test-oomd, elliptical, broad,"
            + " full, wide, was 'zebra'",
        "--preset full|--preset full needs --count, the number of datasets",
        "--preset m-test-imd --count 2000|count must be from 1 to 1080 of m-test-imd, was 2000",
        "--family multi_normal-2pair --dim 1..4 --count 3|multi_normal-2pair has no members of 1 x"
            + " 1 columns",
        "--family multi_normal-dens-base --n 10 --count 3|there is no family"
            + " 'multi_normal-dens-base', near it are multi_normal-dense-base,"
            + " multi_normal-sparse-base, multi_normal-2pair-base, multi_normal-lvm-base,"
            + " multi_normal-factors-base, multi_normal-identity-base",
        "--family multi_normal-dense --n 9 --count 3|n must be at least 10, was 9",
        "--family multi_normal-dense --n 10-20 --count 3|Invalid value for option '--n': '10-20' is"
            + " no range such as 10..500; see mist4j generate --help",
        "--family multi_normal-dense --dim 9..2 --count 3|Invalid value for option '--dim': a range"
            + " must go up from at least 1, was 9..2; see mist4j generate --help",
        "--preset m-test-imd --threads 0|threads must be from 1 to 1024, was 0"
      })
  void wrongUsageIsOneSentenceAndExitCode2(String args, String sentence) {
    assertThat(run("generate " + args + " --out DIR")).isEqualTo(2);
    assertThat(err).hasToString("mist4j: " + sentence + System.lineSeparator());
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void aFolderThatExistsIsRefused() throws IOException {
    Files.createDirectory(parent.resolve("set"));
    assertThat(run("generate --preset m-test-imd --out DIR")).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo("mist4j: " + parent.resolve("set") + " exists already");
  }
}
