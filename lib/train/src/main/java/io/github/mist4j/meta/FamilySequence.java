package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.random.RandomStreams;
import io.github.mist4j.sample.Sample;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Families in turn, in sizes drawn at random: n uniform, dx uniform, and dy equal to dx or uniform
 * in a range of its own.
 *
 * <pre>{@code
 * FamilySequence datasets = FamilySequence.of(
 *     List.of(Families.named("regression")), new IntRange(50, 500), new IntRange(1, 4), 1000);
 * }</pre>
 */
public final class FamilySequence implements DatasetSequence {
  private final List<Family> families;
  private final IntRange rows;
  private final IntRange columnsOfX;
  private final IntRange columnsOfY; // null where dy = dx
  private final long size;

  private FamilySequence(
      List<Family> families, IntRange rows, IntRange columnsOfX, IntRange columnsOfY, long size) {
    this.families = List.copyOf(families);
    this.rows = rows;
    this.columnsOfX = columnsOfX;
    this.columnsOfY = columnsOfY;
    this.size = size;
    require(!families.isEmpty(), "a sequence needs at least one family, had none");
    require(size > 0, "count must be positive, was %d", size);
    require(rows.low() >= Sample.MIN_ROWS, "n must be at least %d, was %s", Sample.MIN_ROWS, rows);
    families.forEach(this::checkMembers);
  }

  /**
   * Datasets with as many columns of X as of Y.
   *
   * @param families take turns
   * @param rows the range of n, from at least {@value Sample#MIN_ROWS}
   * @param columns the range of dx = dy
   * @param count the number of datasets
   * @throws IllegalArgumentException if a family has no members of some size
   */
  public static FamilySequence of(
      List<Family> families, IntRange rows, IntRange columns, long count) {
    return new FamilySequence(families, rows, columns, null, count);
  }

  /** The same with dy drawn apart from dx. */
  public FamilySequence withColumnsOfY(IntRange columns) {
    return new FamilySequence(families, rows, columnsOfX, columns, size);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String split() {
    return "";
  }

  @Override
  public Dataset draw(long seed, long index) {
    RandomGenerator rng = RandomStreams.of(seed, index);
    int n = rows.draw(rng);
    int dx = columnsOfX.draw(rng);
    int dy = columnsOfY == null ? dx : columnsOfY.draw(rng);
    return families.get((int) (index % families.size())).draw(new Shape(n, dx, dy), rng);
  }

  @Override
  public String describe() {
    return "%s datasets, n in %s, dx in %s, dy %s, of %s in turn"
        .formatted(
            size,
            rows,
            columnsOfX,
            columnsOfY == null ? "= dx" : "in " + columnsOfY,
            families.stream().map(Family::id).collect(Collectors.joining(", ")));
  }

  private void checkMembers(Family family) {
    for (int dx = columnsOfX.low(); dx <= columnsOfX.high(); dx++) {
      IntRange ys = columnsOfY == null ? IntRange.of(dx) : columnsOfY;
      for (int dy = ys.low(); dy <= ys.high(); dy++) {
        require(
            family.accepts().test(dx, dy),
            "%s has no members of %d x %d columns",
            family.id(),
            dx,
            dy);
      }
    }
  }
}
