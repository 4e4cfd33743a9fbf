package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.FileClaim;
import io.github.mist4j.file.Fingerprint;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of predictions that an evaluation writes as it goes, and can go on with: beside it stands,
 * as {@code FILE.state}, of which data, options and methods they are.
 *
 * <pre>{@code
 * try (var journal = PredictionsJournal.resume(file, origin, 0.9)) {
 *   var options = EvaluationOptions.withDefaults().withKnown(journal.known());
 *   journal.keep(Evaluation.of(data, methods, options, ProgressListener.NONE).predictions());
 * }
 * }</pre>
 */
public final class PredictionsJournal implements AutoCloseable {
  /** Of which dataset by which method. */
  private record Key(long idx, String method) {
    private Key(Prediction prediction) {
      this(prediction.idx(), prediction.method());
    }
  }

  private final FileClaim claim;
  private final Origin origin;
  private final List<Prediction> known;
  private final CopyOption[] options; // of the first writing
  private Optional<String> written; // the fingerprint of the file, once it is ours

  /**
   * What predictions were made of; two evaluations may share a file if all but their methods are
   * the same, and a method that both have as well.
   *
   * @param data the fingerprint of the datasets
   * @param options what was asked of the estimators, in words
   * @param methods the identity of every method, by its name: its options, its model
   */
  public record Origin(String data, String options, Map<String, String> methods) {
    /** Copies the methods. */
    public Origin {
      methods = Map.copyOf(methods);
    }

    private Origin withOthers(Origin earlier) {
      var all = new LinkedHashMap<>(earlier.methods);
      all.putAll(methods);
      return new Origin(data, options, all);
    }
  }

  private PredictionsJournal(
      FileClaim claim,
      Origin origin,
      List<Prediction> known,
      Optional<String> written,
      CopyOption... options) {
    this.claim = claim;
    this.origin = origin;
    this.known = known;
    this.written = written;
    this.options = options;
  }

  /**
   * A new file of predictions.
   *
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older one is
   *     replaced by the first predictions; none: it is refused
   * @throws IllegalArgumentException with one sentence if it exists, cannot be written, or another
   *     evaluation writes it
   */
  public static PredictionsJournal begin(Path file, Origin origin, CopyOption... options) {
    AtomicFile.writable(file, options);
    JournalState.checkFree(stateFile(file));
    FileClaim claim = FileClaim.of(file);
    return new PredictionsJournal(claim, origin, List.of(), Optional.empty(), options);
  }

  /**
   * The file of predictions that an evaluation of the same origin began; a new one where there is
   * none.
   *
   * @param level the level of the intervals, which the file does not hold
   * @throws IllegalArgumentException with one sentence if its origin is another, it has been
   *     changed since, or another evaluation writes it
   */
  public static PredictionsJournal resume(Path file, Origin origin, double level) {
    AtomicFile.writable(file, REPLACE_EXISTING);
    require(!AtomicFile.isSpecial(file), "%s is no file that an evaluation can go on with", file);
    if (!Files.exists(file)) {
      return begin(file, origin);
    }
    FileClaim claim = FileClaim.of(file);
    try {
      String written = new Fingerprint().with(file).toString();
      Origin begun = JournalState.read(file, stateFile(file), written);
      check(file, begun, origin);
      return new PredictionsJournal(
          claim,
          origin.withOthers(begun),
          PredictionsFile.read(file, level),
          Optional.of(written),
          REPLACE_EXISTING);
    } catch (RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static void check(Path file, Origin begun, Origin now) {
    require(begun.data.equals(now.data), "%s holds predictions of other data", file);
    require(
        begun.options.equals(now.options),
        "%s holds predictions with %s, not %s",
        file,
        begun.options,
        now.options);
    now.methods.forEach(
        (method, identity) ->
            require(
                begun.methods.getOrDefault(method, identity).equals(identity),
                "%s holds predictions of another %s: %s, not %s",
                file,
                method,
                begun.methods.get(method),
                identity));
  }

  /** The predictions that are there already, those of other methods among them. */
  public List<Prediction> known() {
    return known;
  }

  /**
   * Writes the predictions so far, behind those that are known and not among them. What is no file
   * on a disk is written at the end only, by {@link #finish}.
   *
   * @throws UncheckedIOException if they cannot be written
   */
  public void keep(List<Prediction> predictions) {
    if (!AtomicFile.isSpecial(claim.file())) {
      finish(predictions);
    }
  }

  /** Writes all predictions, as {@link #keep}. */
  public void finish(List<Prediction> predictions) {
    List<Prediction> all = withOthers(predictions);
    if (AtomicFile.isSpecial(claim.file())) {
      Evaluation.writePredictions(claim.file(), all);
      return;
    }
    byte[] bytes = PredictionsFile.bytes(all);
    String next = new Fingerprint().withFile(bytes).toString();
    // Whenever this is killed, the file is one of those that the state beside it names.
    List<String> names = Stream.concat(written.stream(), Stream.of(next)).toList();
    JournalState.write(stateFile(claim.file()), origin, names);
    var replacing = new CopyOption[] {REPLACE_EXISTING};
    AtomicFile.write(
        claim.file(), out -> out.write(bytes), written.isPresent() ? replacing : options);
    written = Optional.of(next);
  }

  private List<Prediction> withOthers(List<Prediction> predictions) {
    Set<Key> made = predictions.stream().map(Key::new).collect(Collectors.toSet());
    return Stream.concat(
            known.stream().filter(k -> !made.contains(new Key(k))), predictions.stream())
        .toList();
  }

  /** The file beside that says of what the predictions are. */
  static Path stateFile(Path file) {
    return file.resolveSibling(file.getFileName() + ".state");
  }

  /** Lets others write the file. */
  @Override
  public void close() {
    claim.close();
  }
}
