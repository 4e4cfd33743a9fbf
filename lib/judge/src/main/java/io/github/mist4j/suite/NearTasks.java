package io.github.mist4j.suite;

import io.github.mist4j.suite.BenchmarkSuite.Task;
import java.util.List;

/**
 * Laws that training does not hold as such, but close relatives of: shared causes and scales (of
 * finely many values, where training has a few states), curves, angles, rows that are swapped,
 * mirrored or turned, check bits, and functions as its random programs compute them.
 */
final class NearTasks {
  private NearTasks() {}

  static List<Task> all() {
    return List.of(
        new Task("clayton-1-1", Copulas.clayton(2, 1, 1)),
        new Task("clayton-3-3", Copulas.clayton(1, 3, 3)),
        new Task("gamma-1-1", SharedCauses.gamma(1)),
        new Task("gamma-3-3", SharedCauses.gamma(3)),
        new Task("poisson-1-1", SharedCauses.poisson(1, 3)),
        new Task("volatility-1-1", SharedCauses.volatility(0.8)),
        new Task("ring-1-1", Curves.ring(0.2)),
        new Task("ring-5-5", Curves.ring(0.1).withNoiseColumns(4, 4)),
        new Task("eight-1-1", Curves.eight(0.2)),
        new Task("spiral-1-1", Curves.spiral(0.08)),
        new Task("spiral-4-4", Curves.spiral(0.08).withNoiseColumns(3, 3)),
        new Task("angle-2-2", Directions.angle(0.5)),
        new Task("product-2-1", NoisyFunctions.products(1, 0.5)),
        new Task("products-6-1", NoisyFunctions.products(3, 1)),
        new Task("rotation-3-2", Switches.rotated(0.7)),
        new Task("swap-2-2", Switches.swapped(0.4)),
        new Task("mirror-3-3", Switches.mirrored(0.8)),
        new Task("sectors-2-1", Directions.sectors(5, 0.1)),
        new Task("code-4-3", Codes.code(0.05)),
        new Task("items-3-3", SharedCauses.items(1.2)),
        new Task("slopes-2-1", Switches.slopes(0.5, -1, 0.3, 2)),
        new Task("modulo-1-1", NoisyFunctions.modulo(0.3, 1)),
        new Task("sawtooth-1-1", NoisyFunctions.modulo(0.4, 3)),
        new Task("dirichlet-2-2", Shares.dirichlet(2, 2, 0.7)),
        new Task("dirichlet-4-1", Shares.dirichlet(4, 1, 0.5)),
        new Task("xor-2-1", Codes.xor(0.05)),
        new Task("modulo-2-1", NoisyFunctions.modulo(0.4, 1, 1)),
        new Task("maximum-4-1", Extremes.maximum(4, 0.3)),
        new Task("median-3-1", Extremes.median(0.2)),
        new Task("distance-4-1", NoisyFunctions.distance(0.3)),
        new Task("switch-3-1", Switches.switched(0.5)),
        new Task("extremes-5-2", Extremes.extremes(5, 0.3)),
        new Task("signs-6-1", NoisyFunctions.signs(6, 0.4)));
  }
}
