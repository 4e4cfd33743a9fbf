package io.github.mist4j.table;

import io.github.mist4j.file.CsvFile;
import java.io.IOException;

/** The rows of a file, the header first, as often as they are asked for. */
interface RowSource {
  /** What the file is called in sentences. */
  String name();

  /** How its rows were found, a few words for a line. */
  String format();

  /** The decimal sign that is likely where the numbers do not tell. */
  char likelyDecimal();

  /** Gives every row that is not blank, until the taker has enough. */
  void forEachRow(CsvFile.RowTaker taker) throws IOException;
}
