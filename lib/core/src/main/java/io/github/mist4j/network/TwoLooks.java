package io.github.mist4j.network;

import io.github.mist4j.network.Head.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a network with its weights says of samples: in one look, or in two if it was taught to. */
final class TwoLooks {
  private final CopulaNetwork network;
  private final float[] weights;
  private final double[] rule;
  private final double spread;
  private final double shift;

  TwoLooks(CopulaNetwork network, float[] weights) {
    this.network = network;
    this.weights = weights;
    rule = SecondLook.rule(weights, network.look());
    spread = Math.exp(weights[network.lookSpread().at()]);
    shift = weights[network.shift().at()];
  }

  /**
   * What is said of a sample.
   *
   * @param answer of both looks, or of the first if there is no second
   * @param second what the second look alone says
   */
  record Said(Answer answer, Optional<Second> second) {
    private Said recalibrated(double shift) {
      return new Said(answer.recalibrated(shift), second);
    }
  }

  /**
   * The second look alone.
   *
   * @param dx the columns of X that show dependence
   * @param dy those of Y
   * @param value the information of those, nats
   */
  record Second(int dx, int dy, double value) {}

  /** The answers for samples of one shape in the order (X, Y) alone. */
  List<Answer> inOneOrder(List<Look> looks, Buffers buffers) {
    return said(looks, features -> oneOrder(features, buffers)).stream().map(Said::answer).toList();
  }

  /** What is said of samples of one shape, the mean of both orders of the sides. */
  List<Said> inBothOrders(List<Look> looks, Buffers buffers) {
    return said(looks, features -> bothOrders(features, buffers));
  }

  private List<Said> said(List<Look> looks, Function<List<CopulaFeatures>, List<Answer>> glance) {
    List<Answer> first = glance.apply(looks.stream().map(Look::features).toList());
    boolean taught = SecondLook.taught(rule);
    return IntStream.range(0, first.size())
        .mapToObj(
            b -> {
              Answer answer = first.get(b);
              Optional<SecondLook> second = taught ? looks.get(b).again() : Optional.empty();
              return second
                  .map(again -> both(answer, again, glance))
                  .orElse(new Said(answer, Optional.empty()))
                  .recalibrated(shift);
            })
        .toList();
  }

  private Said both(
      Answer first, SecondLook again, Function<List<CopulaFeatures>, List<Answer>> glance) {
    CopulaFeatures kept = again.features();
    Answer second = glance.apply(List.of(kept)).get(0);
    double share = SecondLook.weight(rule, again.inputs(first, second));
    return new Said(
        SecondLook.mixed(first, second, share, spread),
        Optional.of(new Second(kept.dx(), kept.dy(), second.value())));
  }

  /** The answers of one look at samples of one shape, the mean of both orders of the sides. */
  List<Answer> bothOrders(List<CopulaFeatures> features, Buffers buffers) {
    List<CopulaFeatures> swapped = features.stream().map(CopulaFeatures::swapped).toList();
    CopulaFeatures shape = features.get(0);
    List<Answer> answers =
        shape.dx() == shape.dy()
            ? oneOrder(joined(features, swapped), buffers)
            : joined(oneOrder(features, buffers), oneOrder(swapped, buffers));
    int count = features.size();
    return IntStream.range(0, count)
        .mapToObj(b -> answers.get(b).meanWith(answers.get(count + b)))
        .toList();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
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
