package io.github.mist4j.estimator;

/**
 * What the estimators of Kraskov, Stögbauer and Grassberger are made of.
 *
 * @param inX for every row how many others are within its radius in X, (n)
 * @param inY the same in Y, (n)
 */
record NeighbourCounts(int[] inX, int[] inY) {}
