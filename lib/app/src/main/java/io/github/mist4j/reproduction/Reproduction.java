package io.github.mist4j.reproduction;

import static io.github.mist4j.sample.Checks.require;
import static io.github.mist4j.sample.Checks.requireThreads;

import io.github.mist4j.estimator.MutualInformationEstimator;
import io.github.mist4j.plot.Picture;
import io.github.mist4j.progress.ProgressListener;
import io.github.mist4j.table.Results;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * An experiment of the MIST paper, made again with this library's estimators: the numbers as CSV,
 * the picture as SVG and PNG, and what the paper reports beside them.
 *
 * <pre>{@code
 * Reproduction.Result result = Reproduction.named("fig3").begin(
 *     Path.of("paper"), Reproduction.Options.withDefaults(), ProgressListener.NONE);
 * System.out.println(result);
 * }</pre>
 */
public final class Reproduction {
  private final Experiment experiment;

  private Reproduction(Experiment experiment) {
    this.experiment = experiment;
  }

  /** How much of it. */
  public enum Scale {
    /** Seconds: to see what comes out, with numbers that scatter. */
    TINY,
    /** Minutes on a laptop. */
    SMALL,
    /** As much as the paper has. */
    FULL;

    /** What belongs to it. */
    <T> T of(T tiny, T small, T full) {
      return switch (this) {
        case TINY -> tiny;
        case SMALL -> small;
        case FULL -> full;
      };
    }
  }

  /**
   * How to run it.
   *
   * @param scale how much of it
   * @param seed names the datasets, and the first weights of what is trained
   * @param threads how many datasets are asked about at once; changes nothing but the seconds
   * @param estimators who is asked; empty for those of the experiment
   */
  public record Options(
      Scale scale, long seed, int threads, List<MutualInformationEstimator> estimators) {
    /** Checks the number of threads and copies the list. */
    public Options {
      require(scale != null, "scale must be given, was null");
      requireThreads(threads);
      estimators = List.copyOf(estimators);
    }

    /** Small, seed 1, on all processors, the experiment's own estimators. */
    public static Options withDefaults() {
      return new Options(Scale.SMALL, 1, Runtime.getRuntime().availableProcessors(), List.of());
    }

    /** The same at another scale. */
    public Options withScale(Scale newScale) {
      return new Options(newScale, seed, threads, estimators);
    }

    /** The same with another seed. */
    public Options withSeed(long newSeed) {
      return new Options(scale, newSeed, threads, estimators);
    }

    /** The same on so many threads. */
    public Options withThreads(int newThreads) {
      return new Options(scale, seed, newThreads, estimators);
    }

    /** The same asking others. */
    public Options withEstimators(List<MutualInformationEstimator> newEstimators) {
      return new Options(scale, seed, threads, newEstimators);
    }
  }

  /**
   * What came out.
   *
   * @param title what it shows
   * @param table the numbers
   * @param picture the figure
   * @param reported what the paper reports
   * @param difference why the numbers differ from the paper's, a sentence
   * @param text the numbers as aligned text
   */
  public record Result(
      String title,
      Results table,
      Picture picture,
      String reported,
      String difference,
      String text) {
    /** The numbers, and what the paper has. */
    @Override
    public String toString() {
      return "%s%n%n%s%nThe paper: %s%nThe difference: %s"
          .formatted(title, text, reported, difference);
    }
  }

  /** All experiments that what is on the class path can make, in the paper's order. */
  public static List<Reproduction> all() {
    return Experiments.possible().stream().map(Reproduction::new).toList();
  }

  /**
   * The experiment of a name.
   *
   * @throws IllegalArgumentException if there is none; the sentence lists the names
   */
  public static Reproduction named(String name) {
    List<Reproduction> all = Experiments.all().stream().map(Reproduction::new).toList();
    return all.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "experiment must be one of %s, was '%s'"
                        .formatted(
                            String.join(", ", all.stream().map(Reproduction::name).toList()),
                            name)));
  }

  /** Its name, as on the command line. */
  public String name() {
    return experiment.name();
  }

  /** What it shows, in some words. */
  public String title() {
    return experiment.title();
  }

  /** The time that it needs. */
  public String needs() {
    return experiment.needs();
  }

  /** The estimators that are asked unless others are named; none where it has its own. */
  public List<String> methods() {
    return experiment.methods();
  }

  /**
   * Makes it from the beginning. In the folder are then {@code NAME.csv}, {@code NAME.svg} and
   * {@code NAME.png}, {@code NAME.estimates.csv} with a line for each answer, {@code NAME.json}
   * that says of what they are, and the models that it trained.
   *
   * @param folder where its files go; made if it is not there
   * @param listener hears of the trainings and estimates, and can stop them
   * @param options {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING}: older files are
   *     replaced; none: they are refused
   * @throws CancellationException if it is stopped; {@link #resume} goes on
   * @throws IllegalArgumentException if a file exists or cannot be written, or others are to be
   *     asked than its own methods
   */
  public Result begin(Path folder, Options how, ProgressListener listener, CopyOption... options) {
    return new ExperimentRun(experiment, how, folder, listener).begin(options);
  }

  /**
   * Goes on where a run of the same options was stopped, or begins where there was none. One that
   * has ended is drawn again from its estimates.
   *
   * @throws CancellationException as {@link #begin}
   * @throws IllegalArgumentException if what is there was made with other options
   */
  public Result resume(Path folder, Options how, ProgressListener listener) {
    return new ExperimentRun(experiment, how, folder, listener).resume();
  }

  /** The name and the title. */
  @Override
  public String toString() {
    return name() + ": " + title();
  }
}
