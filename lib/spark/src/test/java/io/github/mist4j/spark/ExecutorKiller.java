package io.github.mist4j.spark;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Kills an executor of a {@link LocalCluster} after so many tasks. */
final class ExecutorKiller extends SparkListener {
  private int left; // tasks, none where nothing is to be killed
  private int killed;

  /** From now on, once. */
  synchronized void killAfter(int tasks) {
    left = tasks;
  }

  synchronized int killed() {
    return killed;
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (left > 0 && --left == 0) {
      ProcessHandle executor =
          ProcessHandle.current()
              .children()
              .filter(LocalCluster::isExecutor)
              .findFirst()
              .orElseThrow();
      killed += executor.destroyForcibly() ? 1 : 0;
    }
  }
}
