package io.github.mist4j.distribution;

/**
 * A law whose mutual information is a quadrature, done once, when it is first asked for.
 *
 * <p>A subclass says how in {@link #quadrature()}, and nothing else of it.
 */
abstract class QuadratureLaw implements Distribution {
  private Quadrature information; // null until it is asked for

  /** The mutual information and how far it may be off, computed anew. */
  abstract Quadrature quadrature();

  private synchronized Quadrature information() {
    if (information == null) {
      information = quadrature();
    }
    return information;
  }

  @Override
  public final double mutualInformation() {
    return information().value();
  }

  @Override
  public final double mutualInformationError() {
    return information().error();
  }
}
