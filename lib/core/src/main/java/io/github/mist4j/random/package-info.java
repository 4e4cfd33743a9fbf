/**
 * Random numbers by address: a seed and an index name a stream, whatever else is drawn and on
 * however many threads. See {@link io.github.mist4j.random.RandomStreams}.
 */
package io.github.mist4j.random;
