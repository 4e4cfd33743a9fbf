package io.github.mist4j.evaluation;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.DatasetSequence;
import io.github.mist4j.meta.MetaDatasetFolder;
import io.github.mist4j.meta.MetaDatasetRow;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Datasets with the truth, to judge estimators by.
 *
 * <pre>{@code
 * EvaluationData drawn = EvaluationData.of(MetaDistributions.full(), 400, 1); // of seed 1
 * EvaluationData grid = EvaluationData.of("the paper's grid", Grid.named("m-test-imd"), 5);
 * }</pre>
 */
public interface EvaluationData {
  /** What they are, in a few words. */
  String title();

  /** The datasets, in their order. */
  List<MetaDatasetRow> rows();

  /** The sample of the row at a place. */
  Sample sample(int place);

  /** The datasets of a folder, which must stay open; read when an estimator asks for them. */
  static EvaluationData of(String title, MetaDatasetFolder folder) {
    return of(title, folder.rows(), place -> folder.read(place).sample());
  }

  /**
   * Datasets of a distribution over datasets, drawn now.
   *
   * @param count how many
   * @param seed names them
   */
  static EvaluationData of(MetaDistribution distribution, int count, long seed) {
    require(distribution != null, "distribution must be given, was null");
    require(count > 0, "count must be positive, was %d", count);
    return drawn(
        distribution.name(), count, Optional.empty(), index -> distribution.draw(seed, index));
  }

  /**
   * All datasets of a grid or another sequence, drawn now.
   *
   * @param seed names them
   */
  static EvaluationData of(String title, DatasetSequence sequence, long seed) {
    return drawn(
        title,
        sequence.size(),
        Optional.of(sequence.split()).filter(s -> !s.isEmpty()),
        index -> sequence.draw(seed, index));
  }

  private static EvaluationData drawn(
      String title, long count, Optional<String> split, LongFunction<Dataset> draw) {
    List<Dataset> datasets = LongStream.range(0, count).parallel().mapToObj(draw).toList();
    var rows = new ArrayList<MetaDatasetRow>();
    long offset = 0;
    for (Dataset dataset : datasets) {
      Sample sample = dataset.sample();
      var row =
          new MetaDatasetRow(
              rows.size(),
              sample.n(),
              sample.dx(),
              sample.dy(),
              dataset.mutualInformation(),
              offset,
              split,
              Optional.of(dataset.distribution()));
      rows.add(row);
      offset += row.floats();
    }
    return of(title, rows, place -> datasets.get(place).sample());
  }

  /** Datasets whose samples are made when an estimator asks for them. */
  static EvaluationData of(String title, List<MetaDatasetRow> rows, IntFunction<Sample> samples) {
    return new EvaluationData() {
      @Override
      public String title() {
        return title;
      }

      @Override
      public List<MetaDatasetRow> rows() {
        return rows;
      }

      @Override
      public Sample sample(int place) {
        return samples.apply(place);
      }
    };
  }
}
