package io.github.mist4j.evaluation;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.MetaDatasetRow;
import java.util.List;
import java.util.function.IntFunction;

/** Datasets that are read or drawn when an estimator asks for them. */
interface EvaluationData {
  List<MetaDatasetRow> rows();

  Dataset read(int place);

  static EvaluationData of(List<MetaDatasetRow> rows, IntFunction<Dataset> datasets) {
    return new EvaluationData() {
      @Override
      public List<MetaDatasetRow> rows() {
        return rows;
      }

      @Override
      public Dataset read(int place) {
        return datasets.apply(place);
      }
    };
  }
}
