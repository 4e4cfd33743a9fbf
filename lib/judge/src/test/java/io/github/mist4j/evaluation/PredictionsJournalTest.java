package io.github.mist4j.evaluation;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.evaluation.PredictionsJournal.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PredictionsJournalTest {
  private static final double LEVEL = 0.9;
  private static final Origin KSG = origin("data", "ksg", "3 neighbours");
  private static final Prediction OF_KSG = Prediction.refused(1, "ksg", 0, "too few");
  private static final Prediction OF_CCA = Prediction.refused(1, "cca", 0, "too few");

  @TempDir Path folder;
  private Path file;

  private static Origin origin(String data, String method, String identity) {
    return new Origin(data, "level 0.9", Map.of(method, identity));
  }

  @BeforeEach
  void begin() {
    file = folder.resolve("p.csv");
    try (var journal = PredictionsJournal.begin(file, KSG)) {
      journal.keep(List.of(OF_KSG));
    }
  }

  private void assertRefused(Origin origin, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PredictionsJournal.resume(file, origin, LEVEL))
        .withMessage(sentence.replace("FILE", file.toString()));
  }

  @Test
  void theSameEvaluationGoesOnAndAnotherMethodIsAdded() {
    try (var journal = PredictionsJournal.resume(file, origin("data", "cca", ""), LEVEL)) {
      assertThat(journal.known()).extracting(Prediction::method).containsExactly("ksg");
      journal.keep(List.of());
      journal.finish(List.of(OF_CCA));
    }
    try (var journal = PredictionsJournal.resume(file, KSG, LEVEL)) {
      assertThat(journal.known()).extracting(Prediction::method).containsExactly("ksg", "cca");
    }
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("p.csv", "p.csv.state");
  }

  @Test
  void otherDataOptionsOrMethodsAreRefused() {
    assertRefused(origin("other", "ksg", "3 neighbours"), "FILE holds predictions of other data");
    assertRefused(
        new Origin("data", "level 0.5", KSG.methods()),
        "FILE holds predictions with level 0.9, not level 0.5");
    assertRefused(
        origin("data", "ksg", "4 neighbours"),
        "FILE holds predictions of another ksg: 3 neighbours, not 4 neighbours");
  }

  @Test
  void whatNothingProvesIsRefused() throws IOException {
    Files.writeString(file, Files.readString(file).replace("few", "many"));
    assertRefused(
        KSG,
        "FILE is not as the evaluation left it, of which FILE.state tells; begin again with"
            + " --overwrite");
    Files.delete(folder.resolve("p.csv.state"));
    assertRefused(
        KSG,
        "FILE.state is missing, without which nothing says of what FILE holds predictions; begin"
            + " again with --overwrite");
  }

  @Test
  void aFileThatExistsIsReplacedByPredictionsOnDemandOnly() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PredictionsJournal.begin(file, KSG))
        .withMessageContaining("exists already");
    byte[] before = Files.readAllBytes(file);
    try (var journal = PredictionsJournal.begin(file, KSG, REPLACE_EXISTING)) {
      assertThat(file).hasBinaryContent(before);
      journal.finish(List.of(OF_CCA));
    }
    assertThat(file).content().contains("cca").doesNotContain("ksg");
  }

  @Test
  void anotherFileOfTheStatesNameIsKept() throws IOException {
    Path other = folder.resolve("q.csv");
    Files.writeString(folder.resolve("q.csv.state"), "mine");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PredictionsJournal.begin(other, KSG))
        .withMessageContaining("is not of an evaluation");
  }

  @Test
  void oneEvaluationAtATimeWritesAFile() {
    try (var journal = PredictionsJournal.resume(file, KSG, LEVEL)) {
      assertThat(journal.known()).hasSize(1);
      assertRefused(KSG, "FILE is being written already");
    }
  }
}
