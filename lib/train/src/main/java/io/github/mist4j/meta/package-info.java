/**
 * Distributions over datasets: laws with parameters at random, in sizes at random, and folders of
 * such datasets.
 *
 * <p>A {@link io.github.mist4j.meta.Family} draws a law, a {@link
 * io.github.mist4j.meta.MetaDistribution} mixes families, a {@link io.github.mist4j.meta.Dataset}
 * is a draw with its truth. {@link io.github.mist4j.meta.Families} lists the families that have a
 * name.
 *
 * <pre>{@code
 * MetaDistribution mine = MetaDistribution.of("mine", Families.named("regression"));
 * }</pre>
 */
package io.github.mist4j.meta;
