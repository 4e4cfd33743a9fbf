package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is, by its first bytes. */
enum FileKind {
  TEXT(""),
  WORKBOOK(""),
  GZIP(""),
  ZEROS("is not a text file: it holds a zero byte"),
  OLD_WORKBOOK("is a workbook of an old Excel, which is not read; save it as .xlsx or CSV"),
  PARQUET(
      "is a Parquet file, which is not read; save it as CSV, in Python by"
          + " pandas.read_parquet(file).to_csv(\"table.csv.gz\", index=False)"),
  PDF("is a PDF file, not a table; look for the spreadsheet it was made from"),
  PICTURE("is a picture, not a table");

  private final String refusal;

  FileKind(String refusal) {
    this.refusal = refusal;
  }

  /** Refuses a file that is no table with one sentence. */
  void refuse(String name) {
    require(refusal.isEmpty(), "%s %s", name, refusal);
  }

  static FileKind of(byte[] head) {
    if (begins(head, "PK\3\4")) {
      return WORKBOOK;
    }
    if (begins(head, "\u001f\u008b")) {
      return GZIP;
    }
    if (begins(head, "PAR1")) {
      return PARQUET;
    }
    if (begins(head, "\u00d0\u00cf\u0011\u00e0")) {
      return OLD_WORKBOOK;
    }
    if (begins(head, "%PDF-")) {
      return PDF;
    }
    if (begins(head, "\u0089PNG") || begins(head, "\u00ff\u00d8\u00ff") || begins(head, "GIF8")) {
      return PICTURE;
    }
    return holdsZero(head) && TextEncoding.wide(head).isEmpty() ? ZEROS : TEXT;
  }

  private static boolean begins(byte[] head, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= bytes.length
        && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
  }

  private static boolean holdsZero(byte[] head) {
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}
