package io.github.mist4j.deep;

import java.util.List;
import org.bytedeco.pytorch.Device;

/**
 * By libtorch, a whole step at once.
 *
 * @param where the card, or the processor
 * @param device in words
 * @param most the most work of a group of examples
 */
record TorchEngine(Device where, String device, long most) implements Engine {
  // A group more costs some 830 calls of the card, about 7 ms; 256 datasets of 10 to 500 rows,
  // which
  // take some 50 ms, fall into about eight groups at a quarter, and into sixteen without padding.
  private static final double PADDING = 1.25;

  /**
   * The first card.
   *
   * @throws IllegalStateException with one sentence if there is none that libtorch can use
   */
  static TorchEngine ofCard() {
    TorchCard card = TorchCard.first();
    return new TorchEngine(card.device(), card.words(), card.mostWork());
  }

  @Override
  public Graph<?> graph(Layout layout, float[] weights, float[] gradient) {
    return new TorchGraph(where, layout, weights, gradient);
  }

  @Override
  public List<List<SetExample>> passes(SetTransformerArchitecture size, List<SetExample> examples) {
    return new SizeGroups(size, most, PADDING).of(examples);
  }

  /** libtorch has no type of exception for a full memory: its text alone tells. */
  @Override
  public RuntimeException explained(RuntimeException fault) {
    return String.valueOf(fault.getMessage()).contains("out of memory")
        ? new IllegalStateException(
            "the memory of %s is full: end what else uses it, take a smaller batch (--batch) or"
                    .formatted(device)
                + " device CPU (--device cpu)",
            fault)
        : fault;
  }

  @Override
  public boolean takesWholeSteps() {
    return true;
  }
}
