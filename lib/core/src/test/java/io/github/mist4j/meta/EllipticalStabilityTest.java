package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A training resumes, and a shipped model's card holds, only as long as (seed, index) names the
 * same dataset: the values were drawn by the code that drew the first shipped model's datasets.
 */
final class EllipticalStabilityTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1, 0, multi_normal-dense, 10, 4, 1, 0.07898806936366104, -0.007656810370878692, -0.19819945654655036
          1, 1, multi_normal-sparse, 587, 31, 31, 2.9139666429198137, 2.094360582003796, 0.6461157579216809
          1, 2, multi_student-sparse, 41, 1, 1, 0.8720086989021559, -4.428446904999681, -3.014275527632727
          2, 0, multi_student-dense, 52, 2, 6, 0.1495841377526701, -0.7307664621967965, 0.03488024132604308
          2, 1, multi_student-2pair, 345, 21, 10, 2.085388286426285, 3.553863903875779, 5.152780058883794
          2, 2, multi_student-dense, 219, 29, 29, 1.317615880443537, -1.0502894544911305, 3.1435317220792722
          3, 1, multi_normal-lvm, 15, 4, 2, 0.7536963110658244, -2.940203342587957, -0.31890612516935485
          3, 5, multi_normal-2pair, 396, 28, 28, 0.16885830307184335, 1.720395179547314, -0.08872748048392996
          3, 13, multi_additive_noise, 409, 22, 22, 9.581454810547937, 0.023839650250277344, 0.44627911430822365
          3, 14, multi_normal-identity, 19, 16, 16, 0.0, 0.5427662783805347, 0.4060862046424263
          3, 15, multi_student-factors, 42, 19, 19, 4.743928328364872, 2.622783133089045, -0.7873896636467863
          3, 20, multi_normal-factors, 41, 15, 10, 1.5907422956402446, -1.5728292012029377, 0.13473205427843937
          3, 33, multi_student-identity, 31, 18, 18, 0.44522608645203565, 1.9800525819525843, 0.20695484889018473
          """)
  void theDatasetsOfASeedNeverChange(
      long seed,
      long index,
      String family,
      int n,
      int dx,
      int dy,
      double mutualInformation,
      double firstOfX,
      double lastOfY) {
    Dataset dataset = MetaDistributions.elliptical().draw(seed, index);
    Sample sample = dataset.sample();
    assertThat(dataset.distribution()).isEqualTo(family);
    assertThat(sample.n()).isEqualTo(n);
    assertThat(sample.dx()).isEqualTo(dx);
    assertThat(sample.dy()).isEqualTo(dy);
    assertThat(dataset.mutualInformation()).isCloseTo(mutualInformation, within(1e-12));
    assertThat(sample.x(0)[0]).isCloseTo(firstOfX, within(1e-12));
    assertThat(sample.y(dy - 1)[n - 1]).isCloseTo(lastOfY, within(1e-12));
  }
}
