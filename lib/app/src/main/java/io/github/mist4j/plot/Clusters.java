package io.github.mist4j.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts like beside like: average linkage, the two most alike groups joined again and again. */
final class Clusters {
  private Clusters() {}

  /** The places in an order in which alike ones stand beside each other; NaN counts as 0. */
  static List<Integer> order(double[][] likeness) {
    List<List<Integer>> groups =
        new ArrayList<>(IntStream.range(0, likeness.length).mapToObj(List::of).toList());
    while (groups.size() > 1) {
      int first = 0;
      int second = 1;
      double most = Double.NEGATIVE_INFINITY;
      for (int a = 0; a < groups.size(); a++) {
        for (int b = a + 1; b < groups.size(); b++) {
          double mean = mean(likeness, groups.get(a), groups.get(b));
          if (mean > most) {
            most = mean;
            first = a;
            second = b;
          }
        }
      }
      List<Integer> joined = joined(likeness, groups.get(first), groups.get(second));
      groups.remove(second);
      groups.set(first, joined);
    }
    return groups.get(0);
  }

  private static double mean(double[][] likeness, List<Integer> a, List<Integer> b) {
    double sum = 0;
    for (int i : a) {
      for (int j : b) {
        sum += Double.isNaN(likeness[i][j]) ? 0 : likeness[i][j];
      }
    }
    return sum / (a.size() * b.size());
  }

  /** One after the other, turned so that the ends that meet are most alike. */
  private static List<Integer> joined(double[][] likeness, List<Integer> a, List<Integer> b) {
    List<Integer> best = List.of();
    double most = Double.NEGATIVE_INFINITY;
    for (List<Integer> left : List.of(a, reversed(a))) {
      for (List<Integer> right : List.of(b, reversed(b))) {
        double meet = likeness[left.get(left.size() - 1)][right.get(0)];
        if (best.isEmpty() || meet > most) {
          most = meet;
          best = new ArrayList<>(left);
          best.addAll(right);
        }
      }
    }
    return best;
  }

  private static List<Integer> reversed(List<Integer> list) {
    var reversed = new ArrayList<>(list);
    java.util.Collections.reverse(reversed);
    return reversed;
  }
}
