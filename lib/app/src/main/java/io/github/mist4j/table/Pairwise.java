package io.github.mist4j.table;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.CsvFile;
import io.github.mist4j.file.FileClaim;
import io.github.mist4j.network.MistEstimator;
import io.github.mist4j.progress.ProgressListener;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * The mutual information of every pair of columns of a table, with p-values of independence and
 * their false discovery rate.
 *
 * @param columns the columns that took part
 * @param pairs one for every two of them that could be asked, in the order of the columns
 * @param notes what was left out and why
 */
public record Pairwise(List<String> columns, List<Pair> pairs, List<String> notes) {
  private static final int SHOWN = 10;
  private static final int MOST_COLUMNS = 20_000; // 200 million pairs, 4 GB of numbers

  /** The q-value up to which a pair counts as dependent. */
  public static final double LEVEL = 0.05;

  /**
   * Two columns.
   *
   * @param a the place of the one among the columns
   * @param b the place of the other, which is larger
   * @param n the rows in which both have a value
   * @param value the estimate, nats
   * @param pValue the chance of so much dependence between the ranks of such columns if they were
   *     independent
   * @param qValue the least false discovery rate at which the pair is called dependent
   */
  public record Pair(int a, int b, int n, double value, double pValue, double qValue) {}

  /** Copies the lists. */
  public Pairwise {
    columns = List.copyOf(columns);
    pairs = List.copyOf(pairs);
    notes = List.copyOf(notes);
  }

  /**
   * Asks every pair of columns of numbers, booleans, names and dates; where a cell is missing, a
   * pair goes on with the rows in which both have a value.
   *
   * @param listener hears of the pairs; if it or an interrupt stops this, it ends with those asked
   *     so far
   * @throws IllegalArgumentException if fewer than two columns can take part
   */
  public static Pairwise of(Table table, MistEstimator estimator, ProgressListener listener) {
    return of(table, estimator, EstimateOptions.withDefaults().withProgress(listener));
  }

  /**
   * The same with options: blocks of rows that depend on each other, and the listener.
   *
   * @throws IllegalArgumentException as {@link #of(Table, MistEstimator, ProgressListener)}, and if
   *     they ask for permutations or half samples, which are for one estimate
   */
  public static Pairwise of(Table table, MistEstimator estimator, EstimateOptions options) {
    return of(WholeTable.of(table), estimator, options);
  }

  /**
   * The same of a file, or of some of its columns.
   *
   * @param columns as in {@link TableSample}; none for all
   */
  public static Pairwise of(
      TableFile file, List<String> columns, MistEstimator estimator, EstimateOptions options) {
    return of(WholeTable.of(file).withColumns(columns), estimator, options);
  }

  private static Pairwise of(WholeTable table, MistEstimator estimator, EstimateOptions asked) {
    TableColumns columns = columns(table);
    EstimateOptions options = PairQuestions.checked(asked, columns);
    PairAnswers answers = PairAnswers.open(columns.size());
    AllPairs.ask(columns, answers, estimator, options, () -> {});
    return of(columns, answers, options);
  }

  /**
   * The same for many columns: what has been asked is kept beside a file every ten seconds, and
   * when all pairs are asked the file is written as {@link #save} does. If it is stopped before, or
   * killed, the same call goes on.
   *
   * @param file the result, {@code pairs.csv} for instance; what has been asked is in {@code
   *     pairs.csv.state} until then
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older result is
   *     replaced; none: it is refused
   * @throws IllegalArgumentException as {@link #of(Table, MistEstimator, ProgressListener)}, and if
   *     the file exists, cannot be written or is being written, or if what has been asked is of
   *     another table, model or options
   */
  public static Pairwise of(
      Table table,
      MistEstimator estimator,
      ProgressListener listener,
      Path file,
      CopyOption... options) {
    AtomicFile.writable(file, options);
    return kept(
        WholeTable.of(table),
        estimator,
        EstimateOptions.withDefaults().withProgress(listener),
        file,
        PairAnswersFile::read,
        pairwise -> pairwise.save(file, options));
  }

  /**
   * The same of a file, or of some of its columns, with what has been asked kept in {@code
   * pairs.csv.state} beside the result until this is written as {@link Results#save} does. Stopped
   * or killed, it is gone on with by {@link #resume}.
   *
   * @param columns as in {@link TableSample}; none for all
   * @param asked the blocks of rows, and the listener
   * @param file the result, whose name ends in {@code .csv} or {@code .json}
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older result, and
   *     what a stopped run has kept beside it, are replaced; none: they are refused
   * @throws IllegalArgumentException as {@link #of(Table, MistEstimator, EstimateOptions)}, and if
   *     there is an older result or a run that was stopped, or the file cannot be written
   * @throws CancellationException if the listener or an interrupt stops it
   */
  public static Pairwise start(
      TableFile table,
      List<String> columns,
      MistEstimator estimator,
      EstimateOptions asked,
      Path file,
      CopyOption... options) {
    Results.writable(file, options);
    boolean replaces = Arrays.asList(options).contains(StandardCopyOption.REPLACE_EXISTING);
    Known known =
        (kept, size) -> {
          kept.checkFree(replaces);
          return PairAnswers.open(size);
        };
    WholeTable some = WholeTable.of(table).withColumns(columns);
    return whole(
        kept(some, estimator, asked, file, known, p -> Results.of(p).save(file, options)), file);
  }

  /**
   * Goes on with what {@link #start} has kept of the same columns, model and options; starts where
   * there is nothing.
   *
   * @throws IllegalArgumentException as {@link #start}, and if what was kept is of another table,
   *     model or options
   * @throws CancellationException as {@link #start}
   */
  public static Pairwise resume(
      TableFile table,
      List<String> columns,
      MistEstimator estimator,
      EstimateOptions asked,
      Path file) {
    boolean stopped = Files.exists(PairAnswersFile.beside(file));
    require(
        stopped || !Files.exists(file),
        "%s is there, and no run that was stopped stands beside it: nothing is left to resume; "
            + "StandardCopyOption.REPLACE_EXISTING (--overwrite) asks again",
        file);
    CopyOption[] options =
        stopped
            ? new CopyOption[] {StandardCopyOption.REPLACE_EXISTING} // the run's, which was asked
            : new CopyOption[0];
    Results.writable(file, options);
    WholeTable some = WholeTable.of(table).withColumns(columns);
    return whole(
        kept(
            some,
            estimator,
            asked,
            file,
            PairAnswersFile::read,
            p -> Results.of(p).save(file, options)),
        file);
  }

  private static Pairwise whole(Pairwise pairwise, Path file) {
    Path kept = PairAnswersFile.beside(file);
    if (Files.exists(kept)) {
      throw new CancellationException(
          "stopped after %s pairs, which %s keeps".formatted(pairwise.pairs.size(), kept));
    }
    return pairwise;
  }

  /** What is known when a run begins. */
  private interface Known {
    PairAnswers of(PairAnswersFile kept, int columns);
  }

  private static Pairwise kept(
      WholeTable table,
      MistEstimator estimator,
      EstimateOptions asked,
      Path file,
      Known known,
      Consumer<Pairwise> save) {
    require(!AtomicFile.isSpecial(file), "%s is no file on a disk", file);
    TableColumns columns = columns(table);
    EstimateOptions estimates = PairQuestions.checked(asked, columns);
    try (var claim = FileClaim.of(file)) {
      var kept = new PairAnswersFile(claim.file(), columns.fingerprint(estimator, estimates));
      PairAnswers answers = known.of(kept, columns.size());
      AllPairs.ask(columns, answers, estimator, estimates, () -> kept.write(answers));
      Pairwise pairwise = of(columns, answers, estimates);
      if (answers.asked() == answers.n().length) {
        save.accept(pairwise);
        kept.delete();
      }
      return pairwise;
    }
  }

  private static TableColumns columns(WholeTable table) {
    TableColumns columns = table.columns();
    require(
        columns.size() >= 2,
        "pairs need at least two columns that vary, had %s%s",
        columns.size(),
        columns.notes().isEmpty() ? "" : ": " + String.join("; ", columns.notes()));
    require(
        columns.size() <= MOST_COLUMNS,
        "all pairs can be asked of %s columns at most, had %s",
        MOST_COLUMNS,
        columns.size());
    return columns;
  }

  private static Pairwise of(TableColumns columns, PairAnswers answers, EstimateOptions options) {
    int[] places = IntStream.range(0, answers.n().length).filter(i -> answers.n()[i] > 0).toArray();
    double[] q =
        FalseDiscovery.qValues(
            IntStream.of(places).mapToDouble(i -> answers.pValue()[i]).toArray());
    var pairs = new ArrayList<Pair>(places.length);
    for (int a = 0; a < columns.size(); a++) {
      for (int b = a + 1; b < columns.size(); b++) {
        int place = answers.place(a, b);
        int n = answers.n()[place];
        if (n > 0) {
          double value = answers.value()[place];
          pairs.add(new Pair(a, b, n, value, answers.pValue()[place], q[pairs.size()]));
        }
      }
    }
    return new Pairwise(columns.names(), pairs, notes(columns, answers, options));
  }

  private static List<String> notes(
      TableColumns columns, PairAnswers answers, EstimateOptions options) {
    var notes = new ArrayList<>(columns.notes());
    int all = answers.n().length;
    if (answers.asked() < all) {
      notes.add("stopped after %s of %s pairs".formatted(answers.asked(), all));
    }
    int without = answers.count(PairAnswers.NONE);
    if (without > 0) {
      notes.add(
          "%s pairs have too few rows in which both columns have a value, or do not vary there"
              .formatted(without));
    }
    int rows = columns.rows();
    long partial = Arrays.stream(answers.n()).filter(n -> n > 0 && n < rows).count();
    if (partial > 0) {
      notes.add("%s pairs go without the rows in which a cell is missing".formatted(partial));
    }
    notes.addAll(PairQuestions.rowsNotes(columns, options));
    notes.addAll(WarningNotes.ofPairs(columns, answers));
    return notes;
  }

  /**
   * Writes all pairs, the strongest first, as a CSV file: {@code a,b,rows,nats,p,q}.
   *
   * <pre>{@code
   * Mist.pairwise(homes).save(Path.of("pairs.csv"));
   * }</pre>
   *
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older file is
   *     replaced; none: it is refused
   * @throws IllegalArgumentException if the file exists or cannot be written
   */
  public void save(Path file, CopyOption... options) {
    List<Pair> sorted = strongest();
    AtomicFile.write(
        file,
        out -> {
          var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          text.write(CsvFile.line("a", "b", "rows", "nats", "p", "q"));
          for (Pair pair : sorted) {
            text.write(
                CsvFile.line(
                    columns.get(pair.a),
                    columns.get(pair.b),
                    pair.n,
                    pair.value,
                    pair.pValue,
                    pair.qValue));
          }
          text.flush();
        },
        options);
  }

  /** The pairs from the largest estimate down. */
  public List<Pair> strongest() {
    return pairs.stream().sorted(Comparator.comparingDouble(Pair::value).reversed()).toList();
  }

  /** The pairs that are called dependent at a false discovery rate of {@link #LEVEL}. */
  public List<Pair> dependent() {
    return strongest().stream().filter(pair -> pair.qValue <= LEVEL).toList();
  }

  /** The estimates as a matrix, NaN where there is none and on the diagonal, (columns, columns). */
  public double[][] matrix() {
    var matrix = new double[columns.size()][columns.size()];
    for (double[] row : matrix) {
      Arrays.fill(row, Double.NaN);
    }
    for (Pair pair : pairs) {
      matrix[pair.a][pair.b] = pair.value;
      matrix[pair.b][pair.a] = pair.value;
    }
    return matrix;
  }

  /** How many pairs depend, the strongest of them, and the notes. */
  @Override
  public String toString() {
    String lines =
        strongest().stream()
            .limit(SHOWN)
            .map(
                pair ->
                    String.format(
                        Locale.ROOT,
                        "%n%.3f nats, q = %.2g, n = %d: %s and %s",
                        pair.value,
                        pair.qValue,
                        pair.n,
                        columns.get(pair.a),
                        columns.get(pair.b)))
            .collect(Collectors.joining());
    return "%s columns, %s of %s pairs dependent at a false discovery rate of 5%%%s%s"
        .formatted(
            columns.size(),
            dependent().size(),
            pairs.size(),
            lines,
            notes.stream().map(note -> "\n" + note).collect(Collectors.joining()));
  }
}
