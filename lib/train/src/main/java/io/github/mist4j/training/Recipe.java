package io.github.mist4j.training;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.JsonObject;
import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * How a model is made from random weights: trainings one after the other, each from the weights of
 * the one before, then a calibration. Two runs of the same recipe end with the same bits.
 *
 * <p>The model of each stage lies beside the result, as {@code FILE.stage1.mist} and so on, until
 * the result is there: a run that is stopped goes on where it was.
 *
 * <pre>{@code
 * Recipe.read(Path.of("lib/train/models/recipe.json")).run(Path.of("mine.mist"), System.out::println);
 * }</pre>
 *
 * @param stages the trainings in turn
 * @param calibration how many datasets of the last stage's distribution it is calibrated on, 0 for
 *     none
 */
public record Recipe(List<Stage> stages, int calibration) {
  /**
   * A training.
   *
   * @param preset the distribution and the network
   * @param datasets how many to learn from
   * @param learningRate the highest rate
   * @param seed names every dataset, and the first weights of the first stage
   */
  public record Stage(Preset preset, long datasets, double learningRate, long seed) {
    /** Checks the numbers. */
    public Stage {
      require(preset != null, "a stage needs a preset, was null");
      require(datasets > 0, "datasets of a stage must be positive, were %d", datasets);
      require(learningRate > 0, "learningRate of a stage must be positive, was %s", learningRate);
    }

    private TrainingOptions options() {
      return preset.options().withDatasets(datasets).withLearningRate(learningRate).withSeed(seed);
    }

    private Trainer trainer(Optional<Checkpoint> from) {
      Trainer begun = Trainer.of(preset.distribution(), options());
      return from.map(begun::from).orElse(begun);
    }
  }

  /** Checks the stages. */
  public Recipe {
    stages = List.copyOf(stages);
    require(!stages.isEmpty(), "a recipe needs a stage, had none");
    require(calibration >= 0, "calibration must not be negative, was %d", calibration);
  }

  /**
   * The recipe in a file, such as
   *
   * <pre>{@code
   * {"stages": [{"preset": "full", "datasets": 500000, "learningRate": 0.002, "seed": 1},
   *             {"preset": "wide", "datasets": 2000000, "learningRate": 0.001, "seed": 2}],
   *  "calibration": 40000}
   * }</pre>
   *
   * @throws IllegalArgumentException with one sentence if it is none
   */
  public static Recipe read(Path file) {
    try {
      JsonObject json = JsonObject.read(Files.readAllBytes(file));
      var stages = new ArrayList<Stage>();
      for (JsonObject stage : json.objects("stages")) {
        stages.add(
            new Stage(
                Presets.named(stage.text("preset")),
                stage.integer("datasets"),
                stage.number("learningRate"),
                stage.integer("seed")));
      }
      return new Recipe(stages, json.count("calibration"));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s is no recipe of a model: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * The same with a share of all datasets: to see that it runs, and how long it takes.
   *
   * @param share in (0, 1]
   */
  public Recipe shortened(double share) {
    require(share > 0 && share <= 1, "share must be in (0, 1], was %s", share);
    return new Recipe(
        stages.stream()
            .map(
                s ->
                    new Stage(
                        s.preset,
                        Math.max(1, Math.round(share * s.datasets)),
                        s.learningRate,
                        s.seed))
            .toList(),
        (int) Math.ceil(share * calibration));
  }

  /**
   * Makes the model, or goes on with a run that was stopped.
   *
   * @param out the file of the model
   * @param listener hears of each stage as of a {@link Trainer}, and can stop it
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: an older model is
   *     replaced in the end; none: it is refused
   * @throws CancellationException if it is stopped; another run goes on
   * @throws IllegalArgumentException if the file cannot be written, or a stage's file is that of
   *     another recipe
   */
  public Checkpoint run(Path out, ProgressListener listener, CopyOption... options) {
    AtomicFile.writable(out, options);
    Optional<Checkpoint> model = Optional.empty();
    for (int k = 0; k < stages.size(); k++) {
      Path file = stageFile(out, k);
      Trainer trainer = stages.get(k).trainer(model);
      model =
          Optional.of(
              Trainer.canResume(file)
                  ? trainer.resume(file, listener) // also one that has ended
                  : trainer.start(file, listener));
      if (trainer.stopped()) {
        throw new CancellationException(
            "stopped in stage %s of %s; the same command goes on".formatted(k + 1, stages.size()));
      }
    }
    Checkpoint last = model.orElseThrow();
    Stage stage = stages.get(stages.size() - 1);
    Checkpoint result =
        calibration == 0
            ? last
            : stage.trainer(Optional.empty()).calibrated(last, calibration, listener);
    result.save(out, options);
    for (int k = 0; k < stages.size(); k++) {
      delete(stageFile(out, k));
      delete(TrainingRun.stateFile(stageFile(out, k)));
    }
    return Checkpoint.open(out);
  }

  private static Path stageFile(Path out, int stage) {
    return out.resolveSibling(out.getFileName() + ".stage" + (stage + 1) + ".mist");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be removed: %s".formatted(file, e.getMessage()), e);
    }
  }
}
