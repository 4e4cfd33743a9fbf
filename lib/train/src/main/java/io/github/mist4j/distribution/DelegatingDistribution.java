package io.github.mist4j.distribution;

/** A law around another one, whose columns and information are its own where it says no more. */
interface DelegatingDistribution extends Distribution {
  /** The one that is known. */
  Distribution law();

  @Override
  default int dx() {
    return law().dx();
  }

  @Override
  default int dy() {
    return law().dy();
  }

  @Override
  default double mutualInformation() {
    return law().mutualInformation();
  }

  @Override
  default double mutualInformationError() {
    return law().mutualInformationError();
  }
}
