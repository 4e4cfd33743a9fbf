package io.github.mist4j.evaluation;

import io.github.mist4j.estimator.Interval;
import io.github.mist4j.file.CsvLine;
import io.github.mist4j.file.SafeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Writes {@code predictions.csv}. */
final class PredictionsFile {
  private static final List<String> HEADER =
      List.of("idx", "method", "value", "lower", "upper", "seconds");
  private static final String ERROR = "error";

  private PredictionsFile() {}

  static void write(Path file, List<Prediction> predictions) {
    boolean errors = predictions.stream().anyMatch(p -> p.error().isPresent());
    SafeFile.write(
        file,
        out -> {
          var header = new ArrayList<>(HEADER);
          if (errors) {
            header.add(ERROR);
          }
          out.write(CsvLine.of(header.toArray()).getBytes(StandardCharsets.UTF_8));
          for (Prediction prediction : predictions) {
            Object[] cells = cells(prediction);
            String line = CsvLine.of(errors ? cells : Arrays.copyOf(cells, HEADER.size()));
            out.write(line.getBytes(StandardCharsets.UTF_8));
          }
        });
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
