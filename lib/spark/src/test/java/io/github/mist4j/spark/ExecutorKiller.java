package io.github.mist4j.spark;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Kills an executor of a {@link LocalCluster} after the third task of some stage. */
final class ExecutorKiller extends SparkListener {
  private static final int TASKS = 3;

  private final Set<Integer> stages = ConcurrentHashMap.newKeySet();
  private volatile String where = "";
  private int tasks;
  private volatile int killed;

  /** From now on in the stages that begin in a file of this name, once. */
  synchronized void killIn(String file) {
    stages.clear();
    tasks = 0;
    where = file + ".java";
  }

  int killed() {
    return killed;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    if (!where.isEmpty() && submitted.stageInfo().name().contains(where)) {
      stages.add(submitted.stageInfo().stageId());
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (!where.isEmpty() && stages.contains(end.stageId()) && ++tasks == TASKS) {
      where = "";
      ProcessHandle executor =
          ProcessHandle.current()
              .children()
              .filter(LocalCluster::isExecutor)
              .findFirst()
              .orElseThrow();
      if (executor.destroyForcibly()) {
        killed++;
      }
    }
  }
}
