/**
 * The MIST paper's own networks, set transformers over rows and columns, over OpenBLAS.
 *
 * <p>{@code docs/set-transformer.md} has them layer by layer. {@link
 * io.github.mist4j.deep.SetTransformerArchitecture} has their sizes; they are trained by the
 * trainer of {@code mist4j-train}, which finds them as Java services.
 */
package io.github.mist4j.deep;
