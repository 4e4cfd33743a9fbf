package io.github.mist4j.network;

import java.util.Optional;

/**
 * What an estimator sees of a sample, and what it needs to look again.
 *
 * @param copula the sample's ranks
 * @param queries the rows whose neighbours are counted
 * @param features of all columns
 */
record Look(Copula copula, int[] queries, CopulaFeatures features) {
  static Look at(Copula copula, int[] queries) {
    return new Look(copula, queries, CopulaFeatures.of(copula, queries));
  }

  Optional<SecondLook> again() {
    return SecondLook.of(copula, features, queries);
  }

  /** The same with X and Y exchanged. */
  Look swapped() {
    return new Look(copula.swapped(), queries, features.swapped());
  }
}
