/**
 * Pictures: {@link io.github.mist4j.plot.Pictures} draws what can be looked at, a {@link
 * io.github.mist4j.plot.Picture} is saved as SVG or PNG.
 *
 * <pre>{@code
 * Pictures.of(Mist.pairwise(table)).save(Path.of("map.svg"));
 * }</pre>
 */
package io.github.mist4j.plot;
