package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.bound.LowerBound;
import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.JsonObject;
import io.github.mist4j.sample.Warning;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;

/**
 * Results for other programs: a table, CSV, JSON, a file of either. Amounts are in the unit that
 * stands beside them, those of screenings and pairs in nats; what is not known is missing, {@code
 * null} in JSON.
 *
 * <pre>{@code
 * Results.of(Mist.screen(homes, "price")).save(Path.of("price.csv"));
 * Results.of(Mist.pairwise(homes)).toTable().sortDescendingOn("nats")
 * }</pre>
 */
public final class Results {
  private final List<ResultRow> rows;
  private final Supplier<JsonObject> json;

  private Results(List<ResultRow> rows, Supplier<JsonObject> json) {
    this.rows = rows;
    this.json = json;
  }

  /** An estimate: one row; in JSON one object, whose warnings are a list. */
  public static Results of(Estimate estimate) {
    require(estimate != null, "estimate must be given, was null");
    ResultRow row = row(estimate);
    return new Results(List.of(row), row::json);
  }

  /** Estimates of any samples, a row for each; in JSON a list of objects, {@code estimates}. */
  public static Results of(Collection<Estimate> estimates) {
    require(estimates != null && !estimates.isEmpty(), "estimates must be given, were none");
    List<ResultRow> rows = estimates.stream().map(Results::row).toList();
    return new Results(rows, () -> new JsonObject().with("estimates", json(rows)));
  }

  /** A comparison: a row for every method; in JSON the explanations and refusals as well. */
  public static Results of(Comparison comparison) {
    require(comparison != null, "comparison must be given, was null");
    List<ResultRow> rows = comparison.estimates().stream().map(Results::row).toList();
    return new Results(
        rows,
        () -> {
          var refusals = new JsonObject();
          comparison.refusals().forEach(refusals::with);
          return new JsonObject()
              .with("estimates", json(rows))
              .with("refusals", refusals)
              .with("explanations", comparison.explanations());
        });
  }

  /** A screening: a row for every column; in JSON the target and the notes as well. */
  public static Results of(Screening screening) {
    require(screening != null, "screening must be given, was null");
    List<ResultRow> rows =
        screening.features().stream()
            .map(
                f ->
                    new ResultRow()
                        .with("column", f.name())
                        .with("nats", f.estimate().value())
                        .with("lower", f.estimate().interval().map(Interval::lower))
                        .with("upper", f.estimate().interval().map(Interval::upper))
                        .with("n", f.estimate().n())
                        .with("p_value", f.pValue())
                        .with("q_value", f.qValue())
                        .with("says_more_about", f.redundant())
                        .with("warnings", sentences(f.estimate().warnings())))
            .toList();
    return new Results(
        rows,
        () ->
            new JsonObject()
                .with("target", screening.target())
                .with("columns", json(rows))
                .with("notes", screening.notes()));
  }

  /** All pairs of columns: a row for each, the strongest first; in JSON the notes as well. */
  public static Results of(Pairwise pairwise) {
    require(pairwise != null, "pairwise must be given, was null");
    List<String> names = pairwise.columns();
    List<ResultRow> rows =
        pairwise.strongest().stream()
            .map(
                pair ->
                    new ResultRow()
                        .with("a", names.get(pair.a()))
                        .with("b", names.get(pair.b()))
                        .with("nats", pair.value())
                        .with("n", pair.n())
                        .with("p_value", pair.pValue())
                        .with("q_value", pair.qValue()))
            .toList();
    return new Results(
        rows, () -> new JsonObject().with("pairs", json(rows)).with("notes", pairwise.notes()));
  }

  /**
   * A selection: a row for every selected column, from the first on; in JSON the target and the
   * notes as well. Amounts are those of the column together with the ones before it.
   */
  public static Results of(Selection selection) {
    require(selection != null, "selection must be given, was null");
    List<ResultRow> rows =
        selection.steps().stream()
            .map(
                step ->
                    new ResultRow()
                        .with("column", step.name())
                        .with("nats", step.estimate().value())
                        .with("lower", step.estimate().interval().map(Interval::lower))
                        .with("upper", step.estimate().interval().map(Interval::upper))
                        .with("more", step.gain())
                        .with("n", step.estimate().n())
                        .with("p_value", step.pValue()))
            .toList();
    return new Results(
        rows,
        () ->
            new JsonObject()
                .with("target", selection.target())
                .with("columns", json(rows))
                .with("notes", selection.notes()));
  }

  /**
   * Rows of one's own, all with the same names; a number that is NaN is not known.
   *
   * <p>{@code Results.ofRows(List.of(Map.of("method", "mist", "nats", 0.5)))}
   *
   * @param rows a map from name to cell for each, in the order of the columns
   */
  public static Results ofRows(List<? extends Map<String, ?>> rows) {
    require(rows != null && !rows.isEmpty(), "rows must be given, were none");
    List<ResultRow> all = rows.stream().map(Results::row).toList();
    return new Results(all, () -> new JsonObject().with("rows", json(all)));
  }

  private static ResultRow row(Map<String, ?> cells) {
    var row = new ResultRow();
    cells.forEach(
        (name, cell) -> row.with(name, cell instanceof Double d && d.isNaN() ? null : cell));
    return row;
  }

  private static ResultRow row(Estimate estimate) {
    Optional<Interval> interval = estimate.interval();
    return new ResultRow()
        .with("value", estimate.value())
        .with("lower", interval.map(Interval::lower))
        .with("upper", interval.map(Interval::upper))
        .with("level", interval.map(Interval::level))
        .with("unit", estimate.unit().symbol())
        .with("correlation", estimate.correlation())
        .with(
            "explained",
            Optional.of(estimate.meaning()).filter(words -> !estimate.explained().isEmpty()))
        .with("n", estimate.n())
        .with("dx", estimate.dx())
        .with("dy", estimate.dy())
        .with("method", estimate.method())
        .with("model", estimate.model())
        .with("p_value", estimate.independence().map(IndependenceTest::pValue))
        .with("at_least", estimate.atLeast().map(LowerBound::value))
        .with("warnings", sentences(estimate.warnings()));
  }

  private static List<String> sentences(List<Warning> warnings) {
    return warnings.stream().map(Warning::sentence).toList();
  }

  private static List<JsonObject> json(List<ResultRow> rows) {
    return rows.stream().map(ResultRow::json).toList();
  }

  /** As a table, whose columns are called as those of {@link #toCsv}. */
  public Table toTable() {
    return ResultTable.of(rows);
  }

  /** As JSON on many lines. */
  public String toJson() {
    return json.get().toPrettyString();
  }

  /** As JSON on one line. */
  public String toJsonLine() {
    return json.get().toString();
  }

  /** As CSV with a header, commas between cells, and a dot in numbers. */
  public String toCsv() {
    var lines = new ArrayList<String>();
    if (!rows.isEmpty()) {
      lines.add(rows.get(0).csvHeader());
    }
    rows.forEach(row -> lines.add(row.csv()));
    return String.join("\n", lines) + "\n";
  }

  /**
   * Writes them to a file, as JSON or CSV by the end of its name.
   *
   * @param file its name ends in {@code .json} or {@code .csv}
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older file is
   *     replaced; none: it is refused
   * @throws IllegalArgumentException if the name ends otherwise, the file exists or cannot be
   *     written
   */
  public void save(Path file, CopyOption... options) {
    writable(file, options);
    String text = isJson(file) ? toJson() + "\n" : toCsv();
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)), options);
  }

  /**
   * Checks that {@link #save} will have a name that says the format and a place to write.
   *
   * @throws IllegalArgumentException as {@link #save}
   */
  public static void writable(Path file, CopyOption... options) {
    isJson(file);
    AtomicFile.writable(file, options);
  }

  private static boolean isJson(Path file) {
    require(file != null, "file must be given, was null");
    String name = file.toString().toLowerCase(Locale.ROOT);
    require(
        name.endsWith(".json") || name.endsWith(".csv"),
        "the name of a file of results must end in .json or .csv, was %s",
        file);
    return name.endsWith(".json");
  }

  /** As CSV. */
  @Override
  public String toString() {
    return toCsv();
  }
}
