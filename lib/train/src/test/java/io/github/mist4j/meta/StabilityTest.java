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
          full, 3, 0, strong, 10, 30, 30, 14.275499240775858, 0.15150518997240608, 0.8915941270427209
          full, 3, 1, plane, 447, 1, 1, 2.0351725453335447, -0.42915794570957966, -0.030406562505557483
          full, 3, 2, recorded, 623, 1, 1, 1.2325271611609685, 0.039654527454980285, -0.574522927164387
          full, 3, 3, recorded_response, 515, 8, 8, 0.033341546534073174, 0.10638940957994651, 59.0
          full, 3, 6, derived, 336, 17, 17, 0.5051778229916541, -3.7168472233658343, -1.6229326002344235
          full, 3, 7, multi_normal-factors, 4091, 4, 3, 0.8985785294649093, -2.5467203623758254, -0.5872235103244804
          full, 3, 9, answers, 158, 2, 1, 0.3250071210991113, 3.0, 0.8122727072104485
          full, 3, 13, function, 11, 21, 1, 0.1495127323905049, 0.9392409998896701, -0.5367525592936098
          full, 3, 14, coupled, 67, 17, 17, 0.15513825851112714, 1.7507202454701878, 0.01984207595815951
          full, 3, 16, spread_factors, 453, 14, 14, 3.241661526294841, 1.3854558624272142, 0.7059795762225866
          full, 3, 17, independent, 79, 5, 5, 0.0, 5.0, 1.1357275671736975
          full, 3, 22, shared_zeros, 10, 1, 3, 1.1654210495155404, -0.14252057146812713, -0.14252057146812713
          full, 3, 25, density, 66, 18, 18, 0.5972617123449668, 1.4971646398280583, 1.1660495335303735
          full, 3, 32, spread_pairs, 13, 22, 22, 1.7732329858330695, -0.9739905209905335, -0.2833688083638043
          full, 3, 36, programs, 14, 1, 2, 0.07448185096589288, 1.6881429830456787, -0.09452496722540435
          full, 3, 41, spread_curves, 58, 6, 6, 1.835384037093926, 1.142110911719725, -0.4770919547271501
          full, 3, 43, hidden_state, 39, 4, 2, 0.018779766315198874, 4.675299121049887, 0.5230242309579183
          full, 3, 45, tables, 11, 1, 4, 0.045689381946051544, 0.0, 0.0
          full, 3, 50, everyday_independent, 314, 30, 30, 0.0, 13.5, 0.9442411140477937
          full, 3, 54, radial, 462, 2, 1, 2.113228039909493, -2.9450384297510013, 0.41516695865331577
          full, 3, 57, embedded, 694, 20, 20, 0.26805432998683226, -0.7901576255180621, 0.6992260679068036
          full, 3, 70, spread_circles, 80, 4, 13, 0.09799640374765345, 0.2593493573332925, -2.2874647995761586
          full, 3, 72, function-mixed, 56, 10, 10, 1.5710443742318865, 0.0596700063964786, -0.19069764699297098
          full, 3, 107, smooth, 70, 5, 5, 0.002233678513900106, -0.6725250184681631, -1.524885436780489
          full, 3, 124, spread_independent, 29, 13, 13, 0.0, -1.863467301792344, 0.5446942387560594
          full, 3, 141, density-mixed, 54, 1, 2, 0.9599993254575385, 3.4095563024798934, -1.2450019256636649
          full, 3, 166, relations, 797, 1, 1, 1.754149245684254, 0.3311141774813327, 0.40651831392692384
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
