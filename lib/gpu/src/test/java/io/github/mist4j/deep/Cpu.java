package io.github.mist4j.deep;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/** The same engine on libtorch's CPU build. */
final class Cpu {
  private Cpu() {}

  static TorchEngine engine() {
    torch.set_num_threads(1); // the trainer has threads of its own
    return new TorchEngine(new Device(torch.DeviceType.CPU), "the CPU by libtorch", 24_000_000);
  }
}
