/**
 * The estimator on a Spark cluster: a function of Spark SQL for groups, and all pairs of columns,
 * screens and single estimates of a data frame.
 */
package io.github.mist4j.spark;
