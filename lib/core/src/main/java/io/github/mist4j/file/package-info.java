/**
 * Files as this library reads and writes them: CSV, JSON, little-endian floats, and files that are
 * whole or not there ({@link io.github.mist4j.file.AtomicFile}), which is the one way in which they
 * are written. Nothing here knows what the numbers mean.
 */
package io.github.mist4j.file;
