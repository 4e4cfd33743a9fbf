package io.github.mist4j.reproduction;

import io.github.mist4j.model.Errors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Cases, and what is reduced from them.
 *
 * @param all in the order of their datasets
 */
record Cases(List<Case> all) {
  Cases {
    all = List.copyOf(all);
  }

  /** Those of a kind. */
  Cases where(Predicate<Case> kind) {
    return new Cases(all.stream().filter(kind).toList());
  }

  Cases ofPart(String part) {
    return where(c -> c.part().equals(part));
  }

  Cases ofMethod(String method) {
    return where(c -> c.method().equals(method));
  }

  /** By what they have in common, in the order in which it comes first. */
  <K> Map<K, Cases> by(Function<Case, K> key) {
    Map<K, List<Case>> groups =
        all.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    var cases = new LinkedHashMap<K, Cases>();
    groups.forEach((k, group) -> cases.put(k, new Cases(group)));
    return cases;
  }

  /** The values that a key has among them, each once, in the order in which they come. */
  <K> List<K> distinct(Function<Case, K> key) {
    return all.stream().map(key).distinct().toList();
  }

  List<String> methods() {
    return distinct(Case::method);
  }

  Cases answered() {
    return where(Case::isAnswered);
  }

  /** How many have no answer. */
  int refused() {
    return all.size() - answered().size();
  }

  int size() {
    return all.size();
  }

  /** The mean over those answered; NaN where there are none. */
  double mean(ToDoubleFunction<Case> value) {
    return all.stream().filter(Case::isAnswered).mapToDouble(value).average().orElse(Double.NaN);
  }

  /** The median over those answered; NaN where there are none. */
  double median(ToDoubleFunction<Case> value) {
    double[] sorted = all.stream().filter(Case::isAnswered).mapToDouble(value).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : quantile(sorted, 0.5);
  }

  private static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int k = (int) place;
    double next = sorted[Math.min(sorted.length - 1, k + 1)];
    return sorted[k] + (place - k) * (next - sorted[k]);
  }

  /** The errors of those answered. */
  Errors errors() {
    return Errors.of("", answered().all, Case::error, Cases::holds);
  }

  private static OptionalDouble holds(Case c) {
    return c.hasInterval() ? OptionalDouble.of(c.holds() ? 1 : 0) : OptionalDouble.empty();
  }

  /** The share of intervals that hold the truth; NaN where there are none. */
  double coverage() {
    return errors().coverage().orElse(Double.NaN);
  }

  /** The cells of a map: the reduction of the cases of every pair of keys, NaN where none are. */
  <A, B> double[][] cells(
      List<A> columns,
      List<B> rows,
      Function<Case, A> column,
      Function<Case, B> row,
      ToDoubleFunction<Cases> reduction) {
    Map<B, Cases> byRow = by(row);
    var cells = new double[rows.size()][columns.size()];
    for (int r = 0; r < rows.size(); r++) {
      Arrays.fill(cells[r], Double.NaN);
      Map<A, Cases> inRow =
          byRow.containsKey(rows.get(r)) ? byRow.get(rows.get(r)).by(column) : Map.of();
      for (int c = 0; c < columns.size(); c++) {
        Cases inside = inRow.get(columns.get(c));
        cells[r][c] = inside == null ? Double.NaN : reduction.applyAsDouble(inside);
      }
    }
    return cells;
  }
}
