package io.github.mist4j.deep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Examples in groups that go through the network together, each padded to the most rows and columns
 * of its group.
 *
 * @param size of the network
 * @param most the most work of a padded group, unless one example alone has more
 * @param padding the most work of a padded group, as a multiple of its examples' own
 */
record SizeGroups(SetTransformerArchitecture size, long most, double padding) {

  /** All examples, those of a size beside each other; the order among equals is as given. */
  List<List<SetExample>> of(List<SetExample> examples) {
    List<SetExample> sorted = new ArrayList<>(examples);
    sorted.sort(
        Comparator.comparingInt((SetExample e) -> e.columns().n())
            .thenComparingInt(e -> e.columns().x().length)
            .thenComparingInt(e -> e.columns().y().length));
    List<List<SetExample>> groups = new ArrayList<>();
    var extent = new Extent();
    int from = 0;
    for (int i = 0; i < sorted.size(); i++) {
      var wider = extent.with(sorted.get(i).columns());
      if (i > from && !wider.fits()) {
        groups.add(sorted.subList(from, i));
        from = i;
        wider = new Extent().with(sorted.get(i).columns());
      }
      extent = wider;
    }
    groups.add(sorted.subList(from, sorted.size()));
    return groups;
  }

  /** The size to which a group is padded, and what its examples need themselves. */
  private final class Extent {
    private final int count;
    private final int n;
    private final int dx;
    private final int dy;
    private final long own;

    Extent() {
      this(0, 0, 0, 0, 0);
    }

    private Extent(int count, int n, int dx, int dy, long own) {
      this.count = count;
      this.n = n;
      this.dx = dx;
      this.dy = dy;
      this.own = own;
    }

    Extent with(SetColumns more) {
      return new Extent(
          count + 1,
          Math.max(n, more.n()),
          Math.max(dx, more.x().length),
          Math.max(dy, more.y().length),
          own + SetTransformerLearner.work(size, more.n(), more.d()));
    }

    boolean fits() {
      long padded = count * SetTransformerLearner.work(size, n, dx + dy);
      return padded <= most && padded <= padding * own;
    }
  }
}
