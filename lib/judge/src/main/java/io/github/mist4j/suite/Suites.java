package io.github.mist4j.suite;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All suites: another one is another entry here. */
final class Suites {
  private static final List<Entry> ALL =
      List.of(
          // Czyż et al., "Beyond Normal: On the Evaluation of Mutual Information Estimators", 2023.
          new Entry("bmi", "the 40 tasks of the BMI benchmark", BmiTasks::all),
          new Entry(
              "unseen", "29 laws that training holds no close relatives of", UnseenTasks::all),
          new Entry(
              "unseen-wide",
              "the laws of unseen, each side among three noise columns",
              UnseenTasks::wide),
          new Entry(
              "unseen-families",
              "27 families of such laws, another law of each at every seed",
              UnseenFamilies::all),
          new Entry("near", "33 laws that training holds close relatives of", NearTasks::all),
          new Entry("levels", "15 laws with columns of few levels", DiscreteTasks::all),
          new Entry(
              "levels-normal",
              "normal pairs of the same informations and columns as levels",
              DiscreteTasks::normal),
          new Entry(
              "everyday",
              "21 laws of rounded, counted, zero-filled, repeated columns, seven without"
                  + " information",
              EverydayTasks::all),
          new Entry(
              "spread",
              "11 kinds of dependence spread over 6, 16 and 32 columns a side, turned anew at every"
                  + " seed",
              SpreadTasks::all),
          new Entry(
              "names",
              "11 kinds of tables with names, beside numbers or each other, another law at every"
                  + " seed",
              NamesTasks::all),
          new Entry("independent", "24 laws whose information is 0", IndependentTasks::all));

  /** A suite; its tasks are made when asked for, since some take quadratures. */
  private record Entry(String name, String description, Supplier<List<Task>> tasks) {}

  private Suites() {}

  static BenchmarkSuite named(String name) {
    require(name != null, "suite must be named, was null");
    return ALL.stream()
        .filter(entry -> entry.name.equals(name))
        .findFirst()
        .map(entry -> new BenchmarkSuite(name, entry.tasks.get()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "suite must be one of %s, was '%s'"
                        .formatted(String.join(", ", descriptions().keySet()), name)));
  }

  static Map<String, String> descriptions() {
    var descriptions = new LinkedHashMap<String, String>();
    ALL.forEach(entry -> descriptions.put(entry.name, entry.description));
    return Collections.unmodifiableMap(descriptions);
  }
}
