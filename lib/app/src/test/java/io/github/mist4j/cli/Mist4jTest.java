package io.github.mist4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mist4j.TestDisplay;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.estimator.EstimateOptions;
import io.github.mist4j.estimator.IndependenceTest;
import io.github.mist4j.estimator.Interval;
import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.meta.Generation;
import io.github.mist4j.meta.GenerationOptions;
import io.github.mist4j.meta.Grid;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.meta.MetaDistributions;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.training.Trainer;
import io.github.mist4j.training.TrainingOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class Mist4jTest {
  /** They mean something else in each: a file, a folder; rows of all datasets or a range. */
  private static final Set<String> OWN_IN_EVERY_COMMAND =
      Set.of("--out", "--n", "--method", "--preset", "--datasets", "--resume", "--help");

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Methods methods = (method, model) -> new OneNat();
  private String csv;

  /** Says log 2 nats, with an interval where the level is not 0.5, and a p-value on demand. */
  private record OneNat() implements MutualInformationEstimator {
    @Override
    public String method() {
      return "mist";
    }

    @Override
    public Estimate estimate(Sample sample, EstimateOptions options) {
      double value = Math.log(2);
      return Estimate.of(sample, "mist", value)
          .withEvidence(
              options.level() == 0.5
                  ? Optional.empty()
                  : Optional.of(new Interval(0, 2 * value, options.level())),
              options.permutations() == 0
                  ? Optional.empty()
                  : Optional.of(new IndependenceTest(0.25, options.permutations(), 0, 1)))
          .withModel("fake");
    }
  }

  @BeforeEach
  void writeCsv() throws IOException {
    var text = new StringBuilder("a,b,price,town\n");
    IntStream.range(0, 20)
        .forEach(r -> text.append("%s,%s,%s,t%s\n".formatted(r, r == 4 ? "" : r * r, 20 - r, r)));
    csv = Files.writeString(folder.resolve("homes.csv"), text).toString();
  }

  private int run(String... args) {
    return Mist4j.commandLine(methods)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void anEstimateIsOneLineOnStdout() {
    assertThat(run("estimate", csv, "--x", "a", "--y", "price")).isZero();
    assertThat(out)
        .hasToString(
            "0.693 nats, 90% interval [0.000, 1.386], n = 20, 1 x 1 columns, mist fake; as much as"
                + " a correlation of 0.87"
                + System.lineSeparator());
    assertThat(err.toString().strip())
        .isEqualTo(csv + ": 20 rows, 4 columns, UTF-8, separated by ',', 1 cell missing (empty)");
  }

  @Test
  void optionsReachTheEstimator() {
    assertThat(
            run(
                "estimate",
                csv,
                "--x",
                "a",
                "--y",
                "price",
                "--bits",
                "--level",
                "0.8",
                "--permutations",
                "99",
                "--seed",
                "5"))
        .isZero();
    assertThat(out.toString())
        .startsWith("1.000 bits, 80% interval [0.000, 2.000], p = 0.25, n = 20");
  }

  @Test
  void droppedRowsAreAWarningOnStderr() {
    assertThat(run("estimate", csv, "--x", "a, b", "--y", "price", "--drop-missing")).isZero();
    assertThat(err.toString().strip())
        .endsWith("\nwarning: 1 of 20 rows dropped: a cell of x or y was missing");
    assertThat(out.toString()).contains("n = 19, 2 x 1 columns").doesNotContain("dropped");
  }

  @Test
  void atLeastIsSaidWhereItIsAskedFor() {
    assertThat(run("estimate", csv, "--x", "b", "--y", "price", "--drop-missing", "--at-least"))
        .isZero();
    assertThat(out.toString()).contains("at least 0.000 (95%), n = 19");
  }

  @Test
  void jsonIsOneObjectWithEveryKey() throws IOException {
    run("estimate", csv, "--x", "b", "--y", "price", "--drop-missing", "--format", "json");
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "value",
            "lower",
            "upper",
            "level",
            "unit",
            "correlation",
            "explained",
            "n",
            "dx",
            "dy",
            "method",
            "model",
            "p_value",
            "at_least",
            "warnings");
    assertThat(json.get("value").doubleValue()).isEqualTo(Math.log(2));
    assertThat(json.get("p_value").isNull()).isTrue();
    assertThat(json.get("n").intValue()).isEqualTo(19);
    assertThat(json.get("warnings").get(0).textValue()).startsWith("1 of 20 rows dropped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png"})
  void aPictureIsDrawnBesideTheAnswer(String format) {
    Path picture = folder.resolve("estimate." + format);
    assertThat(run("estimate", csv, "--x", "a", "--y", "price", "--picture", picture.toString()))
        .isZero();
    assertThat(out.toString()).startsWith("0.693 nats, 90% interval");
    assertThat(picture).isNotEmptyFile();
  }

  @Test
  void aPictureThatCannotBeDrawnIsRefusedBeforeTheFileIsRead() {
    assertThat(run("estimate", "no.csv", "--x", "a", "--y", "b", "--picture", "p.jpg"))
        .isEqualTo(2);
    assertThat(err.toString())
        .startsWith("mist4j: a picture's name must end in .png or .svg, was p.jpg");
  }

  @Test
  void withoutOptionsThereAreNoShufflesAndSomeHalfSamplesOfOneSample() {
    var asked = new ArrayList<EstimateOptions>();
    methods =
        (method, model) ->
            new MutualInformationEstimator() {
              @Override
              public String method() {
                return "mist";
              }

              @Override
              public Estimate estimate(Sample sample, EstimateOptions options) {
                asked.add(options);
                return new OneNat().estimate(sample, options);
              }
            };
    run("estimate", csv, "--x", "a", "--y", "price");
    run("estimate", csv, "--x", "a", "--y", "price", "--halves", "50", "--permutations", "9");
    assertThat(asked).extracting(EstimateOptions::permutations).containsExactly(0, 9);
    assertThat(asked).extracting(EstimateOptions::halves).containsExactly(200, 50);
    assertThat(asked).extracting(EstimateOptions::seed).containsOnly(0L);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "train --minutes 5 --out m.mist|mist4j train --minutes 5 --out m.mist --resume",
        "train --resume --cosine --out m.mist|mist4j train --resume --cosine --out m.mist",
        "train --out=it's_a_$model.mist|mist4j train '--out=it'\\''s_a_$model.mist' --resume"
      })
  void theLineThatResumesIsTheLineThatWasTyped(String typed, String resuming) {
    CommandLine line = Mist4j.commandLine(methods);
    line.parseArgs(typed.split(" ", -1));
    CommandLine train = line.getSubcommands().get("train");
    assertThat(TypedCommand.resuming(train.getCommandSpec())).isEqualTo(resuming);
  }

  @Test
  void anOptionOfSeveralCommandsIsExplainedInTheSameWords() {
    var explanations = new HashMap<String, String>();
    Mist4j.commandLine(methods).getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream())
        .filter(option -> !OWN_IN_EVERY_COMMAND.contains(option.longestName()))
        .forEach(
            option -> {
              String words = String.join(" ", option.description());
              assertThat(explanations.merge(option.longestName(), words, (a, b) -> a))
                  .as(option.longestName())
                  .isEqualTo(words);
            });
    assertThat(explanations).containsKeys("--threads", "--halves", "--seed", "--picture");
  }

  @Test
  void boundsThatAMethodHasNotAreNull() throws IOException {
    run("estimate", csv, "--x", "a", "--y", "price", "--level", "0.5", "--format", "json");
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("lower").isNull()).isTrue();
    assertThat(json.get("level").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "estimate FILE --x a|Missing required option: '--y=A[,B...]'; see mist4j estimate --help",
        "estimate FILE --x a --y price --level 90|level must be in (0, 1), was 90.0",
        "estimate FILE --x a --y price --level high|Invalid value for option '--level': 'high' is"
            + " not a double; see mist4j estimate --help",
        "estimate FILE --x a --y prise|there is no column 'prise', did you mean 'price'; the"
            + " columns are a, b, price, town",
        "estimate FILE --x b --y a|column 'b', row 5 is missing, every cell must hold a value;"
            + " --drop-missing leaves such rows out",
        "estimate FILE --x a --y a|column 'a' stands in both X and Y, a column may stand once",
        "estimate no.csv --x a --y b|there is no file no.csv",
        "info no.mist|no.mist is not a file",
        "evaluate no --method mist --out p.csv|there is no folder no",
        "train --preset zebra --out m.mist|preset must be one of elliptical, broad, full, wide,"
            + " m-train, line, was 'zebra'", // line comes from the tests
        "train --ranking -1 --out m.mist|ranking must not be negative, was -1.0",
        "train --consistency NaN --out m.mist|consistency must not be negative, was NaN",
        "train --preset line --ranking 1 --out m.mist|ranking and consistency are of copula"
            + " networks and must be 0 for a network of kind 'line', were 1.0 and 0.0",
        "train --batch 50 --out m.mist|batch must be a positive multiple of 16, was 50",
        "train --resume --out no.mist|there is no training to resume at no.mist: no.mist.state is"
            + " missing",
        "train --minutes 1 --datasets 9 --out m.mist|--minutes=MINUTES, --datasets=COUNT are"
            + " mutually exclusive (specify only one); see mist4j train --help",
        "predict|Unmatched argument at index 0: 'predict'; see mist4j --help"
      })
  void wrongUsageOrInputIsOneSentenceAndExitCode2(String args, String sentence) {
    String[] words = args.split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].replace("FILE", csv);
    }
    assertThat(run(words)).isEqualTo(2);
    assertThat(err).hasToString("mist4j: " + sentence + System.lineSeparator());
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownMethodIsRefusedWithTheKnownOnes() {
    methods = Methods::known;
    assertThat(run("estimate", csv, "--x", "a", "--y", "price", "--method", "tarot")).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo(
            "mist4j: method must be one of mist, ksg, ksg2, gaussian-copula, cca, histogram,"
                + " histogram-adaptive, kde, names, plug-in, ross, gao, constant, was"
                + " 'tarot'"); // constant comes from the
    // tests
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "estimate FILE --x a --y price --method ksg --model m.mist",
        "evaluate no --method ksg,cca --model m.mist --out p.csv"
      })
  @DisplayName("a model beside methods that have none is refused")
  void modelsAreOfMistAlone(String words) {
    methods = Methods::known;
    assertThat(run(words.replace("FILE", csv).split(" "))).isEqualTo(2);
    assertThat(err.toString().strip())
        .isEqualTo("mist4j: --model is for method mist, was given beside method ksg: m.mist");
  }

  @Test
  @DisplayName("a model beside several methods is that of mist among them")
  void otherMethodsDoNotMind() {
    methods = Methods::known;
    assertThat(
            run("evaluate", "no", "--method", "ksg,mist", "--model", "no.mist", "--out", "p.csv"))
        .isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo("mist4j: no.mist is not a file");
  }

  @Test
  void aFaultIsOneLineAndExitCode1AndATraceOnlyOnDemand() {
    methods =
        (method, model) -> {
          throw new IndexOutOfBoundsException("7 of 5");
        };
    assertThat(run("estimate", csv, "--x", "a", "--y", "price")).isEqualTo(1);
    assertThat(err.toString().strip())
        .isEqualTo(
            "mist4j: unexpected IndexOutOfBoundsException: 7 of 5; a fault of mist4j, please report"
                + " it with what --debug shows");
    assertThat(run("estimate", csv, "--x", "a", "--y", "price", "--debug")).isEqualTo(1);
    assertThat(err.toString()).contains("at io.github.mist4j.cli.");
  }

  @Test
  void memoryThatRunsOutIsOneLine() {
    methods =
        (method, model) -> {
          throw new OutOfMemoryError("heap");
        };
    assertThat(run("estimate", csv, "--x", "a", "--y", "price")).isEqualTo(1);
    assertThat(err.toString()).startsWith("mist4j: out of memory").hasLineCount(1);
  }

  @Test
  void withoutACommandHelpIsPrinted() {
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("Usage: mist4j", "estimate", "train", "evaluate", "info");
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("mist4j development");
  }

  @Test
  void evaluatePrintsTheErrorsAndWritesThePredictions() {
    Path set = folder.resolve("set");
    Generation.of(Grid.inDistribution().spread(5), GenerationOptions.withDefaults())
        .write(set, ProgressListener.NONE);
    Path predictions = folder.resolve("predictions.csv");
    assertThat(
            run(
                "evaluate",
                set.toString(),
                "--method",
                "mist",
                "--threads",
                "2",
                "--out",
                predictions.toString()))
        .isZero();
    assertThat(out.toString()).contains("coverage", "split IMD  ");
    assertThat(predictions).content().hasLineCount(6).startsWith("idx,method,value,lower,upper");
  }

  @Test
  void allMethodsThatSuitNumbersAreEvaluatedWithinATime() {
    methods = Methods::known;
    Path set = folder.resolve("set");
    Generation.of(Grid.inDistribution().spread(2), GenerationOptions.withDefaults())
        .write(set, ProgressListener.NONE);
    Path predictions = folder.resolve("predictions.csv");
    String[] evaluate = {
      "evaluate",
      set.toString(),
      "--method",
      "all",
      "--out",
      predictions.toString(),
      "--resume",
      "--time-limit",
      "30"
    };
    assertThat(run(evaluate)).isZero();
    assertThat(predictions).content().contains("mist,", "histogram-adaptive,", "kde,");
    assertThat(predictions).content().doesNotContain("ross", "plug-in");
    assertThat(run(evaluate)).isZero();
    evaluate[8] = "20";
    assertThat(run(evaluate)).isEqualTo(2);
    assertThat(err.toString()).contains("within 30.0 s");
  }

  @Test
  void aPlaceWhereNoPredictionsCanStandIsRefusedFirst() {
    Path nowhere = folder.resolve("no/p.csv");
    assertThat(run("evaluate", "no", "--method", "mist", "--out", nowhere.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("%s is not a folder, so %s cannot".formatted(folder.resolve("no"), nowhere));
  }

  @Test
  void aTrainedModelIsShownAndEstimates() {
    methods = Methods::known;
    Path file = folder.resolve("m.mist");
    MetaDistribution small =
        MetaDistributions.elliptical(10, 40, 3); // the preset's draws are large
    Trainer.of(small, TrainingOptions.withDefaults().withDatasets(64)).start(file, p -> {});
    String model = file.toString();
    assertThat(run("info", model)).isZero();
    assertThat(out.toString()).contains("64 datasets");
    assertThat(run("estimate", csv, "--x", "a", "--y", "price", "--model", model)).isZero();
    assertThat(out.toString()).contains("n = 20, 1 x 1 columns, mist elliptical");
  }

  @Test
  void aPresetBringsItsOwnNetworkAndOptionsOverrideTheRest() {
    methods = Methods::known;
    String model = folder.resolve("m.mist").toString();
    assertThat(
            run("train", "--preset", "line", "--datasets", "64", "--batch", "32", "--out", model))
        .isZero();
    assertThat(run("info", model)).isZero();
    assertThat(out.toString()).contains("a polynomial of degree 1", "64 datasets");
    assertThat(run("estimate", csv, "--x", "a", "--y", "price", "--model", model)).isZero();
    assertThat(out.toString()).contains("n = 20, 1 x 1 columns, line line-elliptical-1k");
  }

  @Test
  void aTrainingLikeATableNeedsColumnsOfNumbersOnBothSides() {
    String model = folder.resolve("m.mist").toString();
    assertThat(run("train", "--out", model, "--like", csv, "--x", "a")).isEqualTo(2);
    assertThat(err.toString()).contains("--y=A[,B...]");
    assertThat(run("train", "--out", model, "--like", csv, "--x", "town", "--y", "price"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("it must have columns of numbers only");
    assertThat(Path.of(model)).doesNotExist();
  }

  @Test
  void whatStopsLongWorkInsideAProgramStopsAnEstimateWithASentence() {
    Object answer =
        TestDisplay.showing(
            ProgressListener.NONE.stoppedBy(() -> true),
            () ->
                Mist4j.answer(
                    new PrintWriter(err, true),
                    "estimate",
                    csv,
                    "--x",
                    "a",
                    "--y",
                    "price",
                    "--method",
                    "ksg",
                    "--permutations",
                    "100000"));
    assertThat(answer).isEqualTo("mist4j: stopped after 0 of 200 half samples");
  }

  @Test
  void whatStopsLongWorkInsideAProgramStopsATrainingAndKeepsTheBest() {
    Path model = folder.resolve("m.mist");
    var progress = new StringWriter();
    Path state = folder.resolve("m.mist.state"); // there from the tenth step on
    Object answer =
        TestDisplay.showing(
            ProgressListener.NONE.stoppedBy(() -> Files.exists(state)),
            () ->
                Mist4j.answer(
                    new PrintWriter(progress, true),
                    "train",
                    "--preset",
                    "line",
                    "--datasets",
                    "128000",
                    "--out",
                    model.toString()));
    assertThat(answer.toString()).contains("a polynomial of degree 1");
    assertThat(progress.toString()).contains("interrupted; the best model so far is " + model);
    assertThat(model).isRegularFile();
  }

  @Test
  void theShippedModelAnswers() {
    methods = Methods::known;
    assertThat(run("info")).isZero();
    assertThat(run("estimate", csv, "--x", "a", "--y", "price")).isZero();
    assertThat(out.toString()).contains("90% interval");
  }
}
