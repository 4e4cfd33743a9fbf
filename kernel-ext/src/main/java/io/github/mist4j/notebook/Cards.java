package io.github.mist4j.notebook;

import io.github.mist4j.distribution.Distribution;
import io.github.mist4j.estimator.Comparison;
import io.github.mist4j.estimator.Estimate;
import io.github.mist4j.evaluation.Calibration;
import io.github.mist4j.evaluation.Evaluation;
import io.github.mist4j.meta.MetaDistribution;
import io.github.mist4j.model.ModelCard;
import io.github.mist4j.plot.Picture;
import io.github.mist4j.plot.Pictures;
import io.github.mist4j.progress.Progress;
import io.github.mist4j.reproduction.Reproduction;
import io.github.mist4j.sample.Sample;
import io.github.mist4j.suite.BenchmarkTable;
import io.github.mist4j.table.Pairwise;
import io.github.mist4j.table.Screening;
import io.github.mist4j.table.Selection;
import io.github.mist4j.training.Training;
import io.github.mist4j.training.TrainingCurve;
import tech.tablesaw.api.Table;

/** How each of our results is shown. */
final class Cards {
  private Cards() {}

  static void registerEstimate(CardRegistry registry) {
    registry.register(Estimate.class, EstimateCard::html, Estimate::toString, Pictures::of);
  }

  static void registerModelCard(CardRegistry registry) {
    registry.register(ModelCard.class, ModelCardTable::html);
  }

  static void registerComparison(CardRegistry registry) {
    registry.register(Comparison.class, ComparisonCard::html, Comparison::toString, Pictures::of);
    registry.register(Comparison.SoFar.class, ComparisonCard::html);
  }

  static void registerEvaluation(CardRegistry registry) {
    registry.register(Calibration.class, c -> Html.image(Pictures.of(c)));
    registry.register(Evaluation.class, EvaluationCard::html);
    registry.register(BenchmarkTable.class, EvaluationCard::html);
    registry.register(Reproduction.Result.class, ReproductionCard::html);
  }

  static void registerTables(CardRegistry registry) {
    registry.register(Pairwise.class, TableCards::html);
    registry.register(Screening.class, TableCards::html);
    registry.register(Selection.class, TableCards::html);
  }

  static void registerTraining(CardRegistry registry) {
    registry.register(TrainingCurve.class, TrainingCard::html);
    registry.register(Training.class, TrainingCard::html);
    registry.register(Progress.class, TrainingCard::html);
  }

  static void registerDistribution(CardRegistry registry) {
    registry.register(Distribution.class, DistributionCard::html, DistributionCard::text);
    registry.register(MetaDistribution.class, DistributionCard::html, MetaDistribution::describe);
    registry.register(Sample.class, DistributionCard::html);
    registry.register(Picture.class, Html::image);
  }

  static void registerTable(CardRegistry registry) {
    registry.register(Table.class, TableView::html);
  }

  /** All of them. */
  static void registerAll(CardRegistry registry) {
    registerEstimate(registry);
    registerModelCard(registry);
    registerComparison(registry);
    registerEvaluation(registry);
    registerTables(registry);
    registerTraining(registry);
    registerDistribution(registry);
    registerTable(registry);
  }
}
