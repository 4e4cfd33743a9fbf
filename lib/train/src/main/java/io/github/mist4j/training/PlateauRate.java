package io.github.mist4j.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** {@link Schedule#plateau}: lowered when epochs no longer lower the mean training loss. */
final class PlateauRate implements LearningRate {
  private static final double FACTOR = 0.1;
  private static final double THRESHOLD = 1e-4; // an improvement, relative to the lowest

  private final Schedule.Plateau schedule;
  private double rate;
  private double lowest = Double.POSITIVE_INFINITY;
  private int idle; // epochs in a row without an improvement
  private double sum; // of the losses of this epoch
  private long datasets; // of this epoch

  PlateauRate(Schedule.Plateau schedule, double highest) {
    this.schedule = schedule;
    rate = highest;
  }

  @Override
  public double at(long step, double progress) {
    return rate;
  }

  @Override
  public void took(double loss, int newDatasets) {
    sum += loss * newDatasets;
    datasets += newDatasets;
    if (datasets >= schedule.epoch()) {
      endEpoch(sum / datasets);
      sum = 0;
      datasets = 0;
    }
  }

  private void endEpoch(double mean) {
    if (mean < lowest * (1 - THRESHOLD)) {
      lowest = mean;
      idle = 0;
    } else {
      idle++;
    }
    if (idle > schedule.patience()) {
      rate = Math.min(rate, Math.max(FACTOR * rate, schedule.floor()));
      idle = 0;
    }
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeDouble(rate);
    out.writeDouble(lowest);
    out.writeInt(idle);
    out.writeDouble(sum);
    out.writeLong(datasets);
  }

  @Override
  public void read(DataInputStream in) throws IOException {
    rate = in.readDouble();
    lowest = in.readDouble();
    idle = in.readInt();
    sum = in.readDouble();
    datasets = in.readLong();
  }
}
