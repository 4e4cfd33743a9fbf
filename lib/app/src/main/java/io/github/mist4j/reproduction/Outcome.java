package io.github.mist4j.reproduction;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.plot.Panel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an experiment shows.
 *
 * @param rows the numbers, all with the same names
 * @param note what the picture's panels have in common, a line
 * @param panels the picture, row by row
 */
record Outcome(List<Map<String, Object>> rows, String note, List<List<Panel>> panels) {
  /** A row of names and values in turn. */
  static Map<String, Object> row(Object... namesAndValues) {
    require(namesAndValues.length % 2 == 0, "every name needs a value");
    var row = new LinkedHashMap<String, Object>();
    for (int k = 0; k < namesAndValues.length; k += 2) {
      row.put((String) namesAndValues[k], namesAndValues[k + 1]);
    }
    return Collections.unmodifiableMap(row);
  }
}
