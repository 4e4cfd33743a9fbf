package io.github.mist4j.suite;

import io.github.mist4j.distribution.AdditiveNoise;
import io.github.mist4j.distribution.Dispersion;
import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.distribution.Normal;
import io.github.mist4j.distribution.Student;
import io.github.mist4j.distribution.Transform;
import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The 40 tasks of "Beyond Normal: On the Evaluation of Mutual Information Estimators". */
final class BmiTasks {
  private static final Distribution NORMAL = new Normal(Dispersion.dense(1, 1, 0.75));
  private static final Distribution UNIFORM = NORMAL.transformed(Transform.normalCdf());

  private BmiTasks() {}

  static List<Task> all() {
    return Stream.of(oneColumnEach(), dense(), student(), sparse(), asinhStudent())
        .flatMap(tasks -> tasks)
        .toList();
  }

  private static Stream<Task> oneColumnEach() {
    return Stream.of(
        new Task("1v1-normal-0.75", NORMAL),
        new Task("normal_cdf-1v1-normal-0.75", UNIFORM),
        new Task("1v1-additive-0.1", AdditiveNoise.of(0.1)),
        new Task("1v1-additive-0.75", AdditiveNoise.of(0.75)),
        new Task(
            "1v1-bimodal-0.75",
            NORMAL.transformed(Transform.bimodal(0.3, 0, 5), Transform.bimodal(0.5, -1, 3))),
        new Task(
            "wiggly-1v1-normal-0.75", NORMAL.transformed(Transform.wigglyX(), Transform.wigglyY())),
        new Task("half_cube-1v1-normal-0.75", NORMAL.transformed(Transform.halfCube())),
        student(1, 1, 1),
        asinh(student(1, 1, 1)),
        new Task(
            "swissroll_x-normal_cdf-1v1-normal-0.75",
            UNIFORM.transformed(Transform.swissRoll(), Transform.identity())));
  }

  private static Stream<Task> dense() {
    return IntStream.of(2, 3, 5, 25, 50)
        .mapToObj(
            d ->
                new Task(
                    "multinormal-dense-%s-%s-0.5".formatted(d, d),
                    new Normal(Dispersion.dense(d, d, 0.5))));
  }

  private static Stream<Task> student() {
    return Stream.of(
        student(2, 2, 1),
        student(2, 2, 2),
        student(3, 3, 2),
        student(3, 3, 3),
        student(5, 5, 2),
        student(5, 5, 3));
  }

  private static Stream<Task> sparse() {
    return Stream.concat(
        Stream.of(new Task("multinormal-sparse-2-2-2-2.0", twoPairs(2))),
        IntStream.of(3, 5, 25).boxed().flatMap(BmiTasks::sparse));
  }

  /** Two dependent pairs among d columns, as they are and seen through transforms. */
  private static Stream<Task> sparse(int d) {
    String name = "multinormal-sparse-%s-%s-2-2.0".formatted(d, d);
    Distribution law = twoPairs(d);
    Distribution uniform = law.transformed(Transform.normalCdf());
    Transform ofX = Transform.spiral(1.0 / d, 0, 1);
    Transform ofY = Transform.spiral(1.0 / d, 1, 2);
    return Stream.of(
        new Task(name, law),
        new Task("normal_cdf-" + name, uniform),
        new Task("half_cube-" + name, law.transformed(Transform.halfCube())),
        new Task("spiral-" + name, law.transformed(ofX, ofY)),
        new Task("spiral-normal_cdf-" + name, uniform.transformed(ofX, ofY)));
  }

  private static Stream<Task> asinhStudent() {
    return Stream.of(asinh(student(2, 2, 1)), asinh(student(3, 3, 2)), asinh(student(5, 5, 2)));
  }

  private static Distribution twoPairs(int d) {
    return new Normal(Dispersion.sparse(d, d, 2, 2).standardized());
  }

  private static Task student(int dx, int dy, int degreesOfFreedom) {
    return new Task(
        "student-identity-%s-%s-%s".formatted(dx, dy, degreesOfFreedom),
        new Student(Dispersion.identity(dx, dy), degreesOfFreedom));
  }

  private static Task asinh(Task task) {
    return task.changed("asinh-" + task.name(), law -> law.transformed(Transform.asinh()));
  }
}
