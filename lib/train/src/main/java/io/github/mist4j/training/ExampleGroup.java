package io.github.mist4j.training;

import io.github.mist4j.meta.Shape;
import io.github.mist4j.training.Learner.Example;
import java.util.List;

/** Examples of one shape. */
record ExampleGroup(Shape shape, List<Example> examples) {}
