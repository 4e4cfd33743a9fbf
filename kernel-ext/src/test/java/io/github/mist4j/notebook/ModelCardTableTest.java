package io.github.mist4j.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mist4j.model.Checkpoint;
import io.github.mist4j.model.Errors;
import io.github.mist4j.model.ModelCard;
import io.github.mist4j.plot.Figures;
import io.github.mist4j.plot.Xml;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ModelCardTableTest {
  @Test
  @DisplayName("the card of the shipped model shows how it was made and every held-out error")
  void cardShowsHowTheModelWasMade() {
    ModelCard card = Checkpoint.shipped().card();
    String html = ModelCardTable.html(card);
    assertThat(html)
        .contains(
            card.name(),
            Xml.escape(card.provenance().trainingDistribution()),
            card.provenance().date(),
            card.provenance().startedFrom())
        .contains("seed " + card.provenance().seed(), card.architecture().describe());
    for (Errors row : card.heldOut().rows()) {
      assertThat(html).contains(row.group(), Figures.fixed(row.meanSquaredError(), 3));
    }
  }
}
