package io.github.mist4j;

/** What {@link Mist#help} says. */
final class HelpText {
  static final String TEXT =
      """
      Table t = Mist.read("homes.csv");          a table: CSV of any kind, or Excel
      Mist.estimate(t, "rooms", "price")         how much the one tells about the other
      Mist.estimate(t, "rooms", "age", "price")  the last is Y; "rooms..age" is a range, "*" all others
      Mist.estimate(t, MissingCells.DROP_ROWS, "rooms", "price")   without incomplete rows
      Mist.screen(t, "price")                    all columns by what they tell about one
      Mist.pairwise(t)                           every pair of columns, as a map
      Mist.compare(t, "rooms", "price")          several methods, and why they disagree
      Mist.atLeast(sample)                       what it is at least, whatever the law
      Mist.withNames(t, "zip")                   numbers that are codes, as names

      Pictures.of(result).save(Path.of("result.png"))     a picture of any of these; or .svg
      Results.of(result).save(Path.of("result.csv"))      its figures; or .json, or toTable()

      Mist.train(law, options, file)             an estimator for your kind of data
      Mist.fineTune(law, options, file)          the same from the one that comes with mist4j
      Mist.evaluate(data)                        estimators on data whose truth is known
      Mist.calibrate(data, estimator)            whether their intervals hold

      In a notebook: %mist --help is the command line, %%mist runs one command a line;
      Shift-Tab within a name shows what it does, the stop button ends long work with what it has.
      """;

  private HelpText() {}
}
