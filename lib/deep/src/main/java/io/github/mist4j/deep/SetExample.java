package io.github.mist4j.deep;

import io.github.mist4j.distribution.Distribution.Entropies;
import io.github.mist4j.training.Learner.Example;
import java.util.Optional;

/**
 * A dataset to learn from.
 *
 * @param columns what the network sees
 * @param truth the mutual information, nats
 * @param entropies those of the law in the units of the columns, if they are learnt
 * @param level the quantile level to learn
 * @param work the numbers that a pass keeps
 */
record SetExample(
    SetColumns columns, double truth, Optional<Entropies> entropies, float level, int work)
    implements Example {}
