/**
 * The command line, {@code mist4j}: a class for each command, beginning at {@link
 * io.github.mist4j.cli.Mist4j}. Commands read options, call the library and print; they decide
 * nothing else.
 */
package io.github.mist4j.cli;
