package io.github.mist4j.deep;

import java.util.List;

/** Where set transformers are computed. */
interface Engine {
  /** The calling thread, which takes a batch as it is. */
  Engine THREAD =
      new Engine() {
        @Override
        public Graph<?> graph(Layout layout, float[] weights, float[] gradient) {
          return new Tape(weights, gradient);
        }

        @Override
        public List<List<SetExample>> passes(
            SetTransformerArchitecture size, List<SetExample> examples) {
          return List.of(examples);
        }

        @Override
        public boolean takesWholeSteps() {
          return false;
        }

        @Override
        public String device() {
          return "the CPU";
        }
      };

  /**
   * The operations with some weights, to be closed.
   *
   * @param gradient that of the weights is added to it before the graph is closed; null for none
   */
  Graph<?> graph(Layout layout, float[] weights, float[] gradient);

  /** The examples that are taken through the network together. */
  List<List<SetExample>> passes(SetTransformerArchitecture size, List<SetExample> examples);

  /** What is thrown where a pass has failed: the fault itself, or one that says what to do. */
  default RuntimeException explained(RuntimeException fault) {
    return fault;
  }

  /** As a learner's. */
  boolean takesWholeSteps();

  /** As a learner's. */
  String device();
}
