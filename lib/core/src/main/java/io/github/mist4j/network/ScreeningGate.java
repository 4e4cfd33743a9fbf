package io.github.mist4j.network;

import static io.github.mist4j.sample.Checks.require;

import java.util.List;

/**
 * How far a model trusts the prediction from the screened columns alone beside that from all: by
 * the logistic function of a linear form in what speaks for it ({@link ColumnScreening}).
 *
 * @param coefficients of the linear form, ({@value ColumnScreening#INPUTS})
 * @param constant of the linear form
 * @param spread the factor by which the quantiles of the mixture are spread around their median,
 *     positive
 */
public record ScreeningGate(List<Double> coefficients, double constant, double spread) {
  /** Copies the coefficients and checks their number. */
  public ScreeningGate {
    coefficients = List.copyOf(coefficients);
    require(
        coefficients.size() == ColumnScreening.INPUTS,
        "a screening gate has %d coefficients, had %d",
        ColumnScreening.INPUTS,
        coefficients.size());
    require(
        coefficients.stream().allMatch(Double::isFinite) && Double.isFinite(constant),
        "the coefficients of a screening gate must be finite, were %s and %s",
        coefficients,
        constant);
    require(
        spread > 0 && Double.isFinite(spread),
        "the spread of a screening gate must be positive and finite, was %s",
        spread);
  }

  /** The weight in (0, 1) of the prediction from the screened columns. */
  public double weight(double[] inputs) {
    double logit = constant;
    for (int k = 0; k < inputs.length; k++) {
      logit += coefficients.get(k) * inputs[k];
    }
    return 1 / (1 + Math.exp(-logit));
  }

  /** The mixture of the prediction from all columns and that from the screened ones. */
  public PredictedQuantiles mixed(
      PredictedQuantiles all, PredictedQuantiles screened, double[] inputs) {
    double share = weight(inputs);
    var quantiles = new double[all.quantiles().length];
    double median =
        mixed(
            all.quantiles()[PredictedQuantiles.MEDIAN],
            screened.quantiles()[PredictedQuantiles.MEDIAN],
            share);
    for (int k = 0; k < quantiles.length; k++) {
      double quantile = mixed(all.quantiles()[k], screened.quantiles()[k], share);
      quantiles[k] = median + spread * (quantile - median);
    }
    return new PredictedQuantiles(mixed(all.value(), screened.value(), share), quantiles);
  }

  private static double mixed(double all, double screened, double share) {
    return all + share * (screened - all);
  }
}
