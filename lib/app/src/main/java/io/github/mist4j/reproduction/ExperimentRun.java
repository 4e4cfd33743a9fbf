package io.github.mist4j.reproduction;

import static io.github.mist4j.sample.Checks.require;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.file.AtomicFile;
import io.github.mist4j.file.FileClaim;
import io.github.mist4j.plot.Picture;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.reproduction.Reproduction.Options;
import io.github.mist4j.reproduction.Reproduction.Result;
import io.github.mist4j.table.Results;
import io.github.mist4j.training.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Runs an experiment: trains what is to be trained, asks, reduces and draws. */
final class ExperimentRun {
  private static final List<String> RESULTS = List.of(".csv", ".svg", ".png");

  private final Experiment experiment;
  private final Design design;
  private final Options options;
  private final Path folder;
  private final ProgressListener listener;

  ExperimentRun(Experiment experiment, Options options, Path folder, ProgressListener listener) {
    require(folder != null, "folder must be given, was null");
    require(
        options.estimators().isEmpty() || !experiment.methods().isEmpty(),
        "%s asks methods of its own, so no others can be named",
        experiment.name());
    this.experiment = experiment;
    this.options = options;
    this.folder = folder;
    this.listener = listener;
    Design described = experiment.design().apply(options.scale());
    design =
        options.estimators().isEmpty()
            ? described
            : described.with(
                options.estimators().stream().<Contender>map(Contender.Known::new).toList());
    require(
        design.contenders().stream().map(Contender::method).distinct().count()
            == design.contenders().size(),
        "methods must be different, were %s",
        design.contenders().stream().map(Contender::method).toList());
  }

  private Path file(String ending) {
    return folder.resolve(experiment.name() + ending);
  }

  Result begin(CopyOption... how) {
    makeFolder();
    for (String ending : RESULTS) {
      AtomicFile.writable(file(ending), how);
    }
    AtomicFile.writable(file(CaseFile.ENDING), how);
    AtomicFile.writable(file(RunCard.ENDING), how);
    trained().forEach(t -> Trainer.startable(modelFile(t), how));
    try (var claim = FileClaim.of(file(CaseFile.ENDING))) {
      dropOlder();
      card().write(file(RunCard.ENDING), how);
      CaseFile cases = CaseFile.begin(claim.file(), how);
      return run(cases, models(false, how));
    }
  }

  /** What an older run made, so that it never stands beside the card of another. */
  private void dropOlder() {
    trained().forEach(t -> Trainer.discard(modelFile(t)));
    try {
      for (String ending : RESULTS) {
        Files.deleteIfExists(file(ending));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("older results in %s cannot be removed".formatted(folder), e);
    }
  }

  Result resume() {
    makeFolder();
    if (!Files.exists(file(RunCard.ENDING))) {
      return begin();
    }
    card().check(file(RunCard.ENDING));
    try (var claim = FileClaim.of(file(CaseFile.ENDING))) {
      CaseFile cases = CaseFile.resume(claim.file(), design.casesOfOne());
      return run(cases, models(true));
    }
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be made a folder".formatted(folder), e);
    }
  }

  private RunCard card() {
    return new RunCard(experiment, design, options);
  }

  private List<Contender.Trained> trained() {
    return design.contenders().stream()
        .filter(Contender.Trained.class::isInstance)
        .map(Contender.Trained.class::cast)
        .toList();
  }

  private Path modelFile(Contender.Trained trained) {
    return file("-" + trained.method().replaceAll("\\W+", "-") + ".mist");
  }

  /** The estimators, after the trainings. */
  private List<Questions.Asked> models(boolean resumes, CopyOption... how) {
    var asked = new ArrayList<Questions.Asked>();
    for (Contender contender : design.contenders()) {
      if (contender instanceof Contender.Trained trained) {
        asked.add(new Questions.Asked(train(trained, resumes, how), design.levels()));
      } else if (contender instanceof Contender.Known known) {
        asked.add(new Questions.Asked(known.estimator(), design.levels()));
      } else if (contender instanceof Contender.ByHalves byHalves) {
        asked.add(
            new Questions.Asked(byHalves.estimator(), List.of(Collections.max(design.levels()))));
      }
    }
    return asked;
  }

  private MutualInformationEstimator train(
      Contender.Trained trained, boolean resumes, CopyOption... how) {
    var trainer =
        Trainer.of(
            trained.distribution(),
            trained.options().withSeed(options.seed()).withThreads(options.threads()));
    Path file = modelFile(trained);
    var model =
        resumes && Trainer.canResume(file) // also one that has ended
            ? trainer.resume(file, listener)
            : trainer.start(file, listener, how);
    if (trainer.stopped()) {
      throw new CancellationException("stopped while training %s".formatted(trained.method()));
    }
    return model.estimator().named(trained.method());
  }

  private Result run(CaseFile cases, List<Questions.Asked> estimators) {
    try (cases) {
      new Questions(design, options, estimators)
          .ask(cases, "estimates of " + experiment.name(), listener);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be written".formatted(cases), e);
    }
    Outcome outcome = experiment.reduction().apply(new Cases(cases.all()));
    var table = Results.ofRows(outcome.rows());
    Picture picture = Pictures.of(experiment.title(), outcome.note(), outcome.panels());
    table.save(file(".csv"), REPLACE_EXISTING);
    picture.save(file(".svg"), REPLACE_EXISTING);
    picture.save(file(".png"), REPLACE_EXISTING);
    return new Result(
        experiment.title(),
        table,
        picture,
        experiment.reported(),
        experiment.difference(),
        RowText.of(outcome.rows()));
  }
}
