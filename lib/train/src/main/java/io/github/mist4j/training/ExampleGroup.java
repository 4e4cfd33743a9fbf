package io.github.mist4j.training;

import io.github.mist4j.meta.Shape;
import java.util.List;

/** Examples of one shape. */
record ExampleGroup(Shape shape, List<Example> examples) {}
