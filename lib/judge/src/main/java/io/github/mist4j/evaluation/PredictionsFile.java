package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.Interval;
import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.CsvFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Writes {@code predictions.csv}. */
final class PredictionsFile {
  private static final List<String> HEADER =
      List.of("idx", "method", "value", "lower", "upper", "seconds");
  private static final String ERROR = "error";

  private PredictionsFile() {}

  static void write(Path file, List<Prediction> predictions, CopyOption... options) {
    AtomicFile.write(file, out -> out.write(bytes(predictions)), options);
  }

  /** What {@link #write} writes. */
  static byte[] bytes(List<Prediction> predictions) {
    boolean errors = predictions.stream().anyMatch(p -> p.error().isPresent());
    var header = new ArrayList<>(HEADER);
    if (errors) {
      header.add(ERROR);
    }
    var text = new StringBuilder(CsvFile.line(header.toArray()));
    for (Prediction prediction : predictions) {
      Object[] cells = cells(prediction);
      text.append(CsvFile.line(errors ? cells : Arrays.copyOf(cells, HEADER.size())));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static List<Prediction> read(Path file, double level) {
    CsvFile csv = CsvFile.read(file);
    for (String name : HEADER) {
      require(
          csv.header().contains(name),
          "%s has no column '%s'; a file of predictions has %s",
          file,
          name,
          String.join(",", HEADER));
    }
    return IntStream.range(0, csv.rows()).mapToObj(r -> prediction(csv, r, level)).toList();
  }

  private static Prediction prediction(CsvFile csv, int r, double level) {
    try {
      OptionalDouble lower = number(csv, r, "lower");
      OptionalDouble upper = number(csv, r, "upper");
      return new Prediction(
          Long.parseLong(cell(csv, r, "idx")),
          cell(csv, r, "method"),
          number(csv, r, "value"),
          lower.isPresent() && upper.isPresent()
              ? Optional.of(new Interval(lower.getAsDouble(), upper.getAsDouble(), level))
              : Optional.empty(),
          OptionalDouble.empty(),
          Double.parseDouble(cell(csv, r, "seconds")),
          Optional.of(cell(csv, r, ERROR)).filter(e -> !e.isEmpty()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s, line %s is no prediction: %s"
              .formatted(csv.file(), csv.lineNumber(r), e.getMessage()),
          e);
    }
  }

  private static OptionalDouble number(CsvFile csv, int r, String column) {
    String cell = cell(csv, r, column);
    return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
  }

  private static String cell(CsvFile csv, int r, String column) {
    int place = csv.header().indexOf(column);
    return place < 0 ? "" : csv.cell(r, place);
  }

  private static Object[] cells(Prediction prediction) {
    return new Object[] {
      prediction.idx(),
      prediction.method(),
      cell(prediction.value()),
      bound(prediction, Interval::lower),
      bound(prediction, Interval::upper),
      String.format(Locale.ROOT, "%.6f", prediction.seconds()),
      prediction.error().orElse("")
    };
  }

  private static String bound(Prediction prediction, ToDoubleFunction<Interval> end) {
    return cell(prediction.interval().stream().mapToDouble(end).findFirst());
  }

  private static String cell(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
