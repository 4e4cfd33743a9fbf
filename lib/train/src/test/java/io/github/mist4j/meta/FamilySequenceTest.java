package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FamilySequenceTest {
  private static final List<Family> PAIR =
      List.of(Families.named("multi_normal-2pair"), Families.named("multi_student-lvm"));
  private static final IntRange ROWS = new IntRange(10, 12);

  @Test
  void familiesTakeTurnsAndSizesFillTheirRanges() {
    var sequence =
        FamilySequence.of(PAIR, ROWS, new IntRange(2, 3), 200).withColumnsOfY(new IntRange(4, 5));
    List<Dataset> drawn = IntStream.range(0, 200).mapToObj(i -> sequence.draw(1, i)).toList();
    for (int i = 0; i < 200; i++) {
      assertThat(drawn.get(i).distribution()).isEqualTo(PAIR.get(i % 2).id());
    }
    assertThat(drawn.stream().map(d -> d.sample().n()).distinct().sorted())
        .containsExactly(10, 11, 12);
    assertThat(drawn.stream().map(d -> d.sample().dx()).distinct().sorted()).containsExactly(2, 3);
    assertThat(drawn.stream().map(d -> d.sample().dy()).distinct().sorted()).containsExactly(4, 5);
  }

  @Test
  void withoutARangeOfItsOwnYHasTheColumnsOfX() {
    var sequence = FamilySequence.of(PAIR, ROWS, new IntRange(2, 9), 50);
    for (int i = 0; i < 50; i++) {
      assertThat(sequence.draw(2, i).sample().dy()).isEqualTo(sequence.draw(2, i).sample().dx());
    }
  }

  @Test
  void whatCannotBeDrawnIsRefusedInOneSentence() {
    assertRefused(
        () -> FamilySequence.of(PAIR, ROWS, new IntRange(1, 3), 5),
        "multi_normal-2pair has no members of 1 x 1 columns");
    assertRefused(
        () ->
            FamilySequence.of(
                    List.of(Families.named("multi_additive_noise")), ROWS, IntRange.of(3), 5)
                .withColumnsOfY(IntRange.of(4)),
        "multi_additive_noise has no members of 3 x 4 columns");
    assertRefused(
        () -> FamilySequence.of(PAIR, new IntRange(9, 12), IntRange.of(3), 5),
        "n must be at least 10, was 9..12");
    assertRefused(
        () -> FamilySequence.of(PAIR, ROWS, IntRange.of(3), 0), "count must be positive, was 0");
    assertRefused(
        () -> FamilySequence.of(List.of(), ROWS, IntRange.of(3), 1),
        "a sequence needs at least one family, had none");
    assertRefused(() -> new IntRange(5, 4), "a range must go up from at least 1, was 5..4");
  }

  private static void assertRefused(Runnable call, String sentence) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(sentence);
  }
}
