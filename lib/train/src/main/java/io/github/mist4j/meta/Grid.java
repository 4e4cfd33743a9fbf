package io.github.mist4j.meta;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.random.RandomStreams;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A grid of the MIST paper: 20 numbers of rows from 10 to 500, each with every family, and the same
 * number of datasets (or one more) for each of these cells, cell after cell; dx = dy uniform in
 * 2..32.
 *
 * <p>In the test grids the datasets of a cell share their dx, as in the paper's own; in the
 * training grid, of which the paper tells only the size, each has its own.
 *
 * <pre>{@code
 * Grid some = Grid.named("m-test-imd").spread(240);
 * }</pre>
 */
public final class Grid implements DatasetSequence {
  private static final int SIZES = 20;
  private static final int MIN_ROWS = 10;
  private static final int MAX_ROWS = 500;
  private static final IntRange COLUMNS = new IntRange(2, 32);
  private static final int TESTS = 9; // datasets of a cell
  private static final long TRAINING = 625_000;
  private static final List<Grid> KNOWN =
      List.of(training(), inDistribution(), outOfDistribution());

  private final String name;
  private final String split;
  private final List<Family> families;
  private final ColumnDraw columns;
  private final long whole;
  private final long size;

  private enum ColumnDraw {
    ONCE_A_CELL,
    ONCE_A_DATASET
  }

  private Grid(
      String name, String split, List<Family> families, ColumnDraw columns, long whole, long size) {
    this.name = name;
    this.split = split;
    this.families = families;
    this.columns = columns;
    this.whole = whole;
    this.size = size;
  }

  /**
   * The grid of a name.
   *
   * @throws IllegalArgumentException if there is none; the sentence lists the names
   */
  public static Grid named(String name) {
    return KNOWN.stream()
        .filter(known -> known.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "preset must be one of %s, was '%s'"
                        .formatted(String.join(", ", names()), name)));
  }

  /** The names of all of them. */
  public static List<String> names() {
    return KNOWN.stream().map(Grid::name).toList();
  }

  /** {@code m-train}: 625,000 datasets of 16 families. */
  public static Grid training() {
    return new Grid(
        "m-train",
        "train",
        PaperFamilies.training(),
        ColumnDraw.ONCE_A_DATASET,
        TRAINING,
        TRAINING);
  }

  /** {@code m-test-imd}: 9 datasets of each of 20 × 6 cells, of families trained on. */
  public static Grid inDistribution() {
    return test("m-test-imd", "IMD", PaperFamilies.inDistribution());
  }

  /** {@code m-test-oomd}: 9 datasets of each of 20 × 7 cells, of families not trained on. */
  public static Grid outOfDistribution() {
    return test("m-test-oomd", "OoMD", PaperFamilies.outOfDistribution());
  }

  /**
   * So many of its datasets, evenly spread over the cells; of fewer than there are cells, numbers
   * of rows are spread and the families take turns.
   *
   * @param count from 1 to {@link #size()}
   */
  public Grid spread(long count) {
    require(
        count > 0 && count <= size, "count must be from 1 to %d of %s, was %d", size, name, count);
    return new Grid(name, split, families, columns, whole, count);
  }

  /** Its families, in their order. */
  public List<Family> families() {
    return families;
  }

  /** Its name, as on the command line. */
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String split() {
    return split;
  }

  @Override
  public Dataset draw(long seed, long index) {
    long place = place(index);
    int cell = (int) (place * cells() / whole);
    RandomGenerator rng = RandomStreams.of(seed, place);
    RandomGenerator sizes =
        columns == ColumnDraw.ONCE_A_CELL ? RandomStreams.of(seed, -1 - cell) : rng;
    int d = COLUMNS.draw(sizes);
    return families
        .get(cell % families.size())
        .draw(new Shape(rows(cell / families.size()), d, d), rng);
  }

  @Override
  public String describe() {
    return "%s of the %s datasets of %s: n of %s, dx = dy in %s %s, of %s"
        .formatted(
            size,
            whole,
            name,
            IntStream.range(0, SIZES)
                .mapToObj(i -> Integer.toString(rows(i)))
                .collect(Collectors.joining(", ")),
            COLUMNS,
            columns == ColumnDraw.ONCE_A_CELL ? "once a cell" : "once a dataset",
            families.stream().map(Family::id).collect(Collectors.joining(", ")));
  }

  private static Grid test(String name, String split, List<Family> families) {
    long size = (long) SIZES * families.size() * TESTS;
    return new Grid(name, split, families, ColumnDraw.ONCE_A_CELL, size, size);
  }

  /** Where a dataset stands among all of the grid. */
  private long place(long index) {
    if (size > cells()) {
      return firstAt(index, size);
    }
    long cell = index * SIZES / size * families.size() + index % families.size();
    return firstAt(cell, cells());
  }

  /** The first place at or behind a share of the grid. */
  private long firstAt(long part, long of) {
    return (part * whole + of - 1) / of;
  }

  private int cells() {
    return SIZES * families.size();
  }

  private static int rows(int place) {
    return MIN_ROWS + (MAX_ROWS - MIN_ROWS) * place / (SIZES - 1);
  }
}
