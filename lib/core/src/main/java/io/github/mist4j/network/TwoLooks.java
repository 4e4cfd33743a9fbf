package io.github.mist4j.network;

import io.github.mist4j.network.Head.Answer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a network with its weights says of samples: in one look, or in two if it was taught to. */
final class TwoLooks {
  private final CopulaNetwork network;
  private final float[] weights;

  TwoLooks(CopulaNetwork network, float[] weights) {
    this.network = network;
    this.weights = weights;
  }

  /** The answers for samples of one shape in the order (X, Y) alone. */
  List<Answer> inOneOrder(List<Look> looks, Buffers buffers) {
    return answers(looks, features -> oneOrder(features, buffers));
  }

  /** The same, each the mean of both orders of the sides. */
  List<Answer> inBothOrders(List<Look> looks, Buffers buffers) {
    return answers(looks, features -> bothOrders(features, buffers));
  }

  private List<Answer> answers(
      List<Look> looks, Function<List<CopulaFeatures>, List<Answer>> glance) {
    List<Answer> first = glance.apply(looks.stream().map(Look::features).toList());
    if (!SecondLook.taught(weights, network.look())) {
      return first;
    }
    return IntStream.range(0, first.size())
        .mapToObj(
            b ->
                looks
                    .get(b)
                    .again()
                    .map(second -> again(first.get(b), second, glance))
                    .orElse(first.get(b)))
        .toList();
  }

  private Answer again(
      Answer first, SecondLook second, Function<List<CopulaFeatures>, List<Answer>> glance) {
    Answer kept = glance.apply(List.of(second.features())).get(0);
    double share = SecondLook.weight(weights, network.look(), second.inputs(first, kept));
    double factor = Math.exp(weights[network.lookSpread().at()]);
    return SecondLook.mixed(first, kept, share, factor);
  }

  private List<Answer> bothOrders(List<CopulaFeatures> features, Buffers buffers) {
    List<Answer> forward = oneOrder(features, buffers);
    List<Answer> backward =
        oneOrder(features.stream().map(CopulaFeatures::swapped).toList(), buffers);
    return IntStream.range(0, features.size())
        .mapToObj(b -> forward.get(b).meanWith(backward.get(b)))
        .toList();
  }

  private List<Answer> oneOrder(List<CopulaFeatures> features, Buffers buffers) {
    Tensor o = network.forward(new Tape(weights, null, buffers), features);
    List<Answer> answers =
        IntStream.range(0, features.size())
            .mapToObj(b -> Head.answer(o.value(), b, features.get(b)))
            .toList();
    buffers.release();
    return answers;
  }
}
