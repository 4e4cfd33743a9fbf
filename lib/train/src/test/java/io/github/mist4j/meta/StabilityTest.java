package io.github.mist4j.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mist4j.sample.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A training resumes, and a model's card holds, only as long as (seed, index) names the same
 * dataset: the values were drawn by the code that drew the datasets of the models at hand.
 */
final class StabilityTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          elliptical, 1, 0, multi_normal-dense, 10, 4, 1, 0.07898806936366104, -0.007656810370878692, -0.19819945654655036
          elliptical, 1, 1, multi_normal-sparse, 587, 31, 31, 2.9139666429198137, 2.094360582003796, 0.6461157579216809
          elliptical, 1, 2, multi_student-sparse, 41, 1, 1, 0.8720086989021559, -4.428446904999681, -3.014275527632727
          elliptical, 2, 0, multi_student-dense, 52, 2, 6, 0.1495841377526701, -0.7307664621967965, 0.03488024132604308
          elliptical, 2, 1, multi_student-2pair, 345, 21, 10, 2.085388286426285, 3.553863903875779, 5.152780058883794
          elliptical, 2, 2, multi_student-dense, 219, 29, 29, 1.317615880443537, -1.0502894544911305, 3.1435317220792722
          elliptical, 3, 1, multi_normal-lvm, 15, 4, 2, 0.7536963110658244, -2.940203342587957, -0.31890612516935485
          elliptical, 3, 5, multi_normal-2pair, 396, 28, 28, 0.16885830307184335, 1.720395179547314, -0.08872748048392996
          elliptical, 3, 13, multi_additive_noise, 409, 22, 22, 9.581454810547937, 0.023839650250277344, 0.44627911430822365
          elliptical, 3, 14, multi_normal-identity, 19, 16, 16, 0.0, 0.5427662783805347, 0.4060862046424263
          elliptical, 3, 15, multi_student-factors, 42, 19, 19, 4.743928328364872, 2.622783133089045, -0.7873896636467863
          elliptical, 3, 20, multi_normal-factors, 41, 15, 10, 1.5907422956402446, -1.5728292012029377, 0.13473205427843937
          elliptical, 3, 33, multi_student-identity, 31, 18, 18, 0.44522608645203565, 1.9800525819525843, 0.20695484889018473
          broad, 3, 0, regression, 116, 23, 23, 2.03534609155362, 0.26061178427560466, -1.7047673791693065
          broad, 3, 1, multi_student-sparse, 15, 4, 2, 1.1722546264338334, -2.0446790361887413, 0.3967730899573733
          broad, 3, 2, multi_normal-dense, 165, 26, 1, 0.18677232350936324, -0.8092833202218964, -0.0626062356861353
          broad, 3, 3, mixture-mixed, 113, 2, 11, 0.9521507822314734, 1.732601455340581, -1.2759539255360686
          broad, 3, 4, mixture_class, 11, 6, 4, 0.37080778703945294, -0.09528365793203836, -1.3366042856002318
          broad, 3, 5, multi_normal-identity, 396, 28, 28, 0.0, 0.49706126507074916, -0.29875030165093136
          broad, 3, 6, regression-mixed, 646, 2, 3, 0.6195804335628418, 0.08442897966416932, -0.9908149950949435
          broad, 3, 7, multi_normal-sparse, 10, 12, 8, 4.391659636388088, -5.083288843746926, 3.2890752721425858
          broad, 3, 8, multi_normal-factors, 24, 5, 4, 2.0826475930808974, 6.757955149669587, 3.065780831040251
          broad, 3, 9, multi_normal-lvm, 701, 6, 7, 0.456955066215178, 1.1398110419377243, -1.405958093289089
          broad, 3, 10, mixture, 81, 8, 2, 0.11324666119434745, -3.041018991351298, 0.8631854755133144
          broad, 3, 13, contingency_table, 409, 22, 22, 0.2593359264085089, 1.0, 1.3029230643020668
          broad, 3, 14, multi_additive_noise, 19, 16, 16, 4.489338989708037, 0.15439723928100302, 2.0355771621604504
          broad, 3, 15, discrete_response, 42, 19, 19, 0.7181567598975591, 7.0, 0.41903325729626295
          broad, 3, 16, multi_normal-factors-mixed, 111, 2, 1, 0.1360065850101062, -1.3974507195900174, 0.09630368902167097
          broad, 3, 18, multi_student-2pair, 39, 2, 8, 1.9713662655179203, 5.64321827829133, -6.024575301402009
          broad, 3, 23, multi_student-factors-mixed, 22, 13, 1, 0.46488523384649216, 3.4543967814513157, 2.106421003483932
          broad, 3, 31, multi_student-dense, 96, 2, 2, 0.2090200267618405, 0.8071703211330098, 0.6113820180494827
          broad, 3, 43, multi_student-factors, 233, 21, 21, 5.77996790215846, 1.834323355271003, 0.24174860754428273
          broad, 3, 57, multi_student-identity, 19, 1, 6, 0.06773026320843334, 0.6745514681243672, -0.8155521569799585
          broad, 3, 65, multi_normal-sparse-mixed, 47, 5, 5, 0.006347918749035952, 1.7878409178321644, -0.244462781164572
          broad, 3, 105, one_additive_noise, 281, 3, 1, 0.1391587601324336, 0.08079741503425053, -1.1863719639790031
          broad, 3, 112, multi_normal-2pair, 94, 12, 2, 1.4179226448483284, 0.5803349300169148, -1.684275681638587
          full, 3, 0, density-mixed, 116, 23, 23, 0.4111256048848989, 0.12300343161293664, 0.8449372309692434
          full, 3, 3, plane, 113, 2, 11, 0.12813058470033975, 1.072384479114543, 1.3867069964858414
          full, 3, 4, programs, 11, 6, 4, 2.642270540880247, 0.6034175530796193, 0.44087508906915207
          full, 3, 6, embedded, 646, 2, 3, 1.2942835772129166, 1.786482767859415, 0.06570987502903891
          full, 3, 10, answers, 81, 2, 1, 0.5347995713532894, -0.4226146950159981, 2.0
          full, 3, 13, derived, 409, 22, 22, 0.365212290832703, 1.0, 3.4123768578220974
          full, 3, 16, tables, 111, 2, 1, 0.49587333624720653, 0.0, 3.0
          full, 3, 17, hidden_state, 211, 1, 1, 1.0794016877210908, -2.828705719007291, -2.989695365175464
          full, 3, 20, function, 41, 2, 2, 1.9432012741346094, -1.508673028330026, -5.816847550604647
          full, 3, 21, coupled, 115, 3, 1, 0.5085941697940397, 0.9279087397839331, 1.3415973060151776
          full, 3, 23, independent, 22, 2, 1, 0.0, 1.0, 2.0
          full, 3, 50, radial, 306, 1, 1, 0.15797594208523796, 1.9796104835235946, -1.5675916271523636
          full, 3, 52, function-mixed, 348, 8, 8, 0.2108270072287875, -0.30247567407530646, -1.12161971502237
          full, 3, 64, density, 549, 29, 29, 0.1283418208710032, 0.11171314683856733, 0.06831512255059878
          full, 3, 172, relations, 787, 3, 1, 1.3293168800184498, 0.31927154000670926, -2.3730218745406146
          """)
  void theDatasetsOfASeedNeverChange(
      String distribution,
      long seed,
      long index,
      String family,
      int n,
      int dx,
      int dy,
      double mutualInformation,
      double firstOfX,
      double lastOfY) {
    Dataset dataset = MetaDistributions.named(distribution).draw(seed, index);
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
