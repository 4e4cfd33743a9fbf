package io.github.mist4j.plot;

import io.github.mist4j.meta.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.Chart;

/** A histogram of the mutual information for every family. */
final class FamilyPanels {
  private static final int ACROSS = 4;
  private static final int SIDE = 175;
  private static final double MOST = 0.98; // of the datasets lie on the axis

  private FamilyPanels() {}

  static Picture of(List<Dataset> datasets, String title) {
    double[] all = datasets.stream().mapToDouble(Dataset::mutualInformation).sorted().toArray();
    double high = Math.max(0.1, all[(int) (MOST * (all.length - 1))]);
    var rows = new ArrayList<List<Chart<?, ?>>>();
    datasets.stream()
        .collect(Collectors.groupingBy(Dataset::distribution, TreeMap::new, Collectors.toList()))
        .forEach(
            (family, members) -> {
              if (rows.isEmpty() || rows.get(rows.size() - 1).size() == ACROSS) {
                rows.add(new ArrayList<>());
              }
              double[] shown =
                  members.stream()
                      .mapToDouble(Dataset::mutualInformation)
                      .filter(v -> v <= high)
                      .toArray();
              rows.get(rows.size() - 1)
                  .add(Panels.histogram(family.replace("multi_", ""), shown, 0, high));
            });
    String note =
        "datasets against nats, 0 to %s; %s lie beyond"
            .formatted(
                Figures.fixed(high, 1),
                all.length - (int) Arrays.stream(all).filter(v -> v <= high).count());
    return Panels.of(title, note, rows, SIDE);
  }
}
