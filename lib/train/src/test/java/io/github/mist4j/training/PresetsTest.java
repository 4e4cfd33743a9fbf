package io.github.mist4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mist4j.meta.MetaDistributions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class PresetsTest {
  @Test
  @DisplayName("our distributions are presets with default options")
  void oursHaveDefaultOptions() {
    for (String name : MetaDistributions.names()) {
      Preset preset = Presets.named(name);
      assertThat(preset.name()).isEqualTo(name);
      assertThat(preset.distribution()).isSameAs(MetaDistributions.named(name));
      assertThat(preset.options()).isEqualTo(TrainingOptions.withDefaults());
    }
  }

  @Test
  @DisplayName("another library's presets bring their own network and options")
  void othersBringTheirOwn() {
    Preset preset = Presets.named("line");
    assertThat(preset.options().architecture()).isEqualTo(new LineArchitecture(1));
    assertThat(preset.options().batch()).isEqualTo(128);
  }

  @Test
  @DisplayName("an unknown name is refused with all names, and with where it may come from")
  void unknownNamesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Presets.named("zebra"))
        .withMessage(
            "preset must be one of elliptical, broad, full, wide, m-train, line, was 'zebra'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Presets.named("mist-paper"))
        .withMessage(
            "preset must be one of elliptical, broad, full, wide, m-train, line, was 'mist-paper',"
                + " for which mist4j-deep must be on the class path (install.sh --deep)");
  }
}
