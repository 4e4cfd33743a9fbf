package io.github.mist4j.reproduction;

import static io.github.mist4j.sample.Checks.require;

import io.github.mist4j.meta.Dataset;
import io.github.mist4j.meta.DatasetSequence;
import io.github.mist4j.meta.Family;
import io.github.mist4j.meta.Grid;
import io.github.mist4j.meta.Shape;
import io.github.mist4j.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;

/**
 * So many datasets of every family for every number of rows and of columns, dx = dy: with all
 * thirteen families of the paper's test sets, 20 numbers of rows, 31 of columns and 100 draws the
 * 806,000 of its extended test set.
 *
 * @param families the families
 * @param rows the numbers of rows
 * @param columns the numbers of columns of a side
 * @param draws of every family and size
 */
record Lattice(List<Family> families, List<Integer> rows, List<Integer> columns, int draws)
    implements DatasetSequence {
  Lattice {
    require(
        !families.isEmpty() && !rows.isEmpty() && !columns.isEmpty() && draws > 0,
        "a lattice needs families, rows, columns and draws");
    families = List.copyOf(families);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /** The numbers of rows of the paper's grids: 10, 35, 61, … 500. */
  static List<Integer> allRows() {
    return IntStream.range(0, 20).mapToObj(k -> 10 + 490 * k / 19).toList();
  }

  /** The numbers of columns of the paper's grids: 2, 3, … 32. */
  static List<Integer> allColumns() {
    return IntStream.rangeClosed(2, 32).boxed().toList();
  }

  /** The paper's test families of these sizes: those it trains on, and the others. */
  static List<Part> ofPaper(List<Integer> rows, List<Integer> columns, int draws) {
    return List.of(
        new Part(Part.INSIDE, new Lattice(Grid.inDistribution().families(), rows, columns, draws)),
        new Part(
            Part.OUTSIDE, new Lattice(Grid.outOfDistribution().families(), rows, columns, draws)));
  }

  @Override
  public long size() {
    return (long) families.size() * rows.size() * columns.size() * draws;
  }

  @Override
  public String split() {
    return "";
  }

  @Override
  public Dataset draw(long seed, long index) {
    int place = (int) (index / draws);
    Family family = families.get(place % families.size());
    int d = columns.get(place / families.size() % columns.size());
    int n = rows.get(place / families.size() / columns.size());
    return family.draw(new Shape(n, d, d), RandomStreams.of(seed, index));
  }

  @Override
  public String describe() {
    return "%s draws each of %s, n in %s, dx = dy in %s"
        .formatted(draws, families.stream().map(Family::id).toList(), rows, columns);
  }
}
