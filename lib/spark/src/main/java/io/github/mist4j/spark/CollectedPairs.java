package io.github.mist4j.spark;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.table.Pairwise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/** Answers to pairs of columns as they are without Spark; away from where executors look. */
final class CollectedPairs {
  private static final int MOST_PAIRS = 500_000; // of 1,000 columns, 100 MB of the driver

  private CollectedPairs() {}

  static Pairwise of(MistSpark.Answers answers) {
    List<String> fields = List.of(answers.rows().columns());
    require(
        fields.containsAll(List.of("a", "b", "n", "value", "p_value", "q_value")),
        "these are no answers of pairwise, their columns are %s",
        fields);
    List<Row> rows =
        answers
            .rows()
            .select("a", "b", "n", "value", "p_value", "q_value")
            .limit(MOST_PAIRS + 1)
            .collectAsList();
    require(rows.size() <= MOST_PAIRS, "at most %d pairs are collected, had more", MOST_PAIRS);
    List<String> columns = columns(rows);
    Map<String, Integer> places = new HashMap<>();
    IntStream.range(0, columns.size()).forEach(c -> places.put(columns.get(c), c));
    var pairs = new ArrayList<Pairwise.Pair>();
    for (Row row : rows) {
      int a = places.get(row.getString(0));
      int b = places.get(row.getString(1));
      pairs.add(
          new Pairwise.Pair(
              Math.min(a, b),
              Math.max(a, b),
              row.getInt(2),
              row.getDouble(3),
              row.getDouble(4),
              row.getDouble(5)));
    }
    pairs.sort(Comparator.comparingInt(Pairwise.Pair::a).thenComparingInt(Pairwise.Pair::b));
    return new Pairwise(columns, pairs, answers.notes());
  }

  /** In the order of the data frame: a column is the second of its pair with each before it. */
  private static List<String> columns(List<Row> rows) {
    Map<String, Integer> before = new HashMap<>();
    for (Row row : rows) {
      before.merge(row.getString(0), 0, Integer::sum);
      before.merge(row.getString(1), 1, Integer::sum);
    }
    return before.keySet().stream()
        .sorted(Comparator.<String>comparingInt(before::get).thenComparing(name -> name))
        .toList();
  }
}
