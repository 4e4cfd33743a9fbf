package io.github.mist4j.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.cuda.global.cudart;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class TorchCardTest {
  @Test
  @DisplayName("without CUDA's libraries a training is refused with one sentence")
  void saysThatThereIsNoDriver() {
    assertThatThrownBy(() -> new TorchLearners().learner(SetTransformerArchitecture.small()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "there is no NVIDIA driver on this machine, or install.sh --gpu was not run;"
                + " device CPU (--device cpu) trains without one");
  }

  @Test
  @DisplayName("what the driver answers is said in one sentence each")
  void saysWhatTheDriverAnswers() {
    assertThatThrownBy(() -> TorchCard.check(cudart.cudaErrorNoDevice, 0))
        .hasMessageStartingWith("the NVIDIA driver of this machine finds no card;");
    assertThatThrownBy(() -> TorchCard.check(cudart.cudaSuccess, 0))
        .hasMessageStartingWith("the NVIDIA driver of this machine finds no card;");
    assertThatThrownBy(() -> TorchCard.check(cudart.cudaErrorInsufficientDriver, 0))
        .hasMessageStartingWith("the NVIDIA driver of this machine is too old for CUDA 12.6,");
    assertThatThrownBy(() -> TorchCard.check(999, 1)).hasMessageContaining("error 999");
    assertThatCode(() -> TorchCard.check(cudart.cudaSuccess, 1)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("a full memory is said in one sentence, any other fault stays itself")
  void saysThatTheMemoryIsFull() {
    var full = new RuntimeException("CUDA out of memory. Tried to allocate 2.00 GiB.\nException …");
    assertThat(new TorchEngine(null, "NVIDIA A100 by CUDA", 1).explained(full))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the memory of NVIDIA A100 by CUDA is full: end what else uses it, take a smaller batch"
                + " (--batch) or device CPU (--device cpu)");
    var other = new ArithmeticException("the loss is NaN");
    assertThat(new TorchEngine(null, "", 1).explained(other)).isSameAs(other);
  }

  @Test
  @DisplayName("a card says its name, and why it is refused")
  void saysItsName() {
    var card = new TorchCard("Tesla K80", "3.7", 12_000_000_000L);
    assertThat(card.words()).isEqualTo("Tesla K80 by CUDA");
    assertThat(card.mostWork()).isEqualTo(1_000_000_000L);
    assertThat(card.refusal())
        .isEqualTo(
            "Tesla K80 has compute capability 3.7, and this libtorch has code for 5.0 to 9.0;"
                + " device CPU (--device cpu) trains without one");
  }
}
