package io.github.mist4j.reproduction;

import io.github.mist4j.reproduction.Reproduction.Scale;
import java.util.List;
import java.util.function.Function;

/**
 * The description of an experiment.
 *
 * @param name as on the command line
 * @param title what it shows, in some words
 * @param needs the time that it needs at small scale, and how much there is at full scale
 * @param methods the estimators that are asked unless others are named; none where it has its own
 * @param design its data and who is asked, by the scale
 * @param reduction from the answers to numbers and a picture
 * @param reported what the paper reports
 * @param difference why ours differ, a sentence
 */
record Experiment(
    String name,
    String title,
    String needs,
    List<String> methods,
    Function<Scale, Design> design,
    Function<Cases, Outcome> reduction,
    String reported,
    String difference) {
  Experiment {
    methods = List.copyOf(methods);
  }
}
