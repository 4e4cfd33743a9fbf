package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.EvidenceDefaults;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.Ksg;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.sample.Sample;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class HalvesOptionTest {
  @Command
  private static final class Asked {
    @Mixin private HalvesOption halves;
  }

  /** One whose every estimate takes seconds. */
  private record Fitted() implements MutualInformationEstimator {
    @Override
    public String method() {
      return "fitted";
    }

    @Override
    public Estimate estimate(Sample sample, EstimateOptions options) {
      throw new AssertionError("not asked");
    }

    @Override
    public int unaskedUpToRows() {
      return 0;
    }
  }

  private static HalvesOption asked(String... words) {
    var asked = new Asked();
    new CommandLine(asked).parseArgs(words);
    return asked.halves;
  }

  @Test
  void aFitIsRepeatedOnHalfSamplesOnlyWhereThatIsAskedFor() {
    assertThat(asked().ofSample(new Ksg())).isEqualTo(EvidenceDefaults.COMMAND_LINE_HALVES);
    assertThat(asked().ofSample(new Fitted())).isZero();
    assertThat(asked("--halves", "20").ofSample(new Fitted())).isEqualTo(20);
  }
}
