package io.github.mist4j.deep;

import static org.bytedeco.cuda.global.cudart.cudaErrorInsufficientDriver;
import static org.bytedeco.cuda.global.cudart.cudaErrorNoDevice;
import static org.bytedeco.cuda.global.cudart.cudaGetDeviceCount;
import static org.bytedeco.cuda.global.cudart.cudaGetDeviceProperties;
import static org.bytedeco.cuda.global.cudart.cudaSuccess;

import org.bytedeco.cuda.cudart.cudaDeviceProp;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/**
 * An NVIDIA card.
 *
 * @param name the maker's
 * @param capability its compute capability, {@code "8.6"}
 * @param bytes of its memory
 */
record TorchCard(String name, String capability, long bytes) {
  private static final String ELSE = "; device CPU (--device cpu) trains without one";

  /**
   * The first card of the machine.
   *
   * @throws IllegalStateException with one sentence if there is none that libtorch can use
   */
  static TorchCard first() {
    var count = new int[1];
    int answer;
    try {
      answer = cudaGetDeviceCount(count);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "there is no NVIDIA driver on this machine, or install.sh --gpu was not run" + ELSE, e);
    }
    check(answer, count[0]);
    TorchCard card;
    try (var properties = new cudaDeviceProp()) {
      check(cudaGetDeviceProperties(properties, 0), count[0]);
      card =
          new TorchCard(
              properties.name().getString(),
              properties.major() + "." + properties.minor(),
              properties.totalGlobalMem());
    }
    card.tried();
    return card;
  }

  /** Refuses what the driver answers when it is asked for cards. */
  static void check(int answer, int count) {
    if (answer == cudaErrorInsufficientDriver) {
      throw new IllegalStateException(
          "the NVIDIA driver of this machine is too old for CUDA 12.6, which needs 525 or newer"
              + ELSE);
    }
    if (answer == cudaErrorNoDevice || (answer == cudaSuccess && count == 0)) {
      throw new IllegalStateException("the NVIDIA driver of this machine finds no card" + ELSE);
    }
    if (answer != cudaSuccess) {
      throw new IllegalStateException(
          "the NVIDIA driver of this machine cannot be used, it answers with error %s%s"
              .formatted(answer, ELSE));
    }
  }

  /** A kernel on the card, as libtorch has code for some generations of cards only. */
  private void tried() {
    try (var one = torch.ones(1).to(device(), torch.ScalarType.Float);
        var amount = new Scalar(1);
        var two = one.add(amount);
        var read = two.cpu()) {
      read.item_float();
    } catch (RuntimeException e) {
      throw new IllegalStateException(refusal(), e);
    }
  }

  /** Why a card is refused that cannot carry out a kernel. */
  String refusal() {
    return "%s has compute capability %s, and this libtorch has code for 5.0 to 9.0%s"
        .formatted(name, capability, ELSE);
  }

  Device device() {
    return new Device(torch.DeviceType.CUDA, (byte) 0);
  }

  String words() {
    return name + " by CUDA";
  }

  /**
   * The work of a group that surely fits: gradients and intermediate results take about three times
   * the numbers that count as work, of four bytes each.
   */
  long mostWork() {
    return bytes / (3 * Float.BYTES);
  }
}
