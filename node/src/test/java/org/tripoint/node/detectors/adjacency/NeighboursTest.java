package org.tripoint.node.detectors.adjacency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tripoint.node.detectors.ShippedRows;
import org.tripoint.vocabulary.Place;

/// The table of areas that are next to each other.
class NeighboursTest {

  private static final Neighbours NEIGHBOURS = Neighbours.shipped();

  @Test
  void everyAreaIsOneThatTheNodeKnowsAndNoneIsItsOwnNeighbour() {
    ResourceBundle words = ResourceBundle.getBundle("words.places.messages");
    NEIGHBOURS
        .all()
        .forEach((area, beside) -> {
          assertThat(Place.admin1(area).code()).isEqualTo(area);
          assertThat(words.containsKey("place." + area)).as(area).isTrue();
          assertThat(beside).doesNotContain(area).isNotEmpty();
          beside.forEach(
              other -> assertThat(NEIGHBOURS.all().getOrDefault(other, Set.of())).contains(area));
        });
    assertThat(NEIGHBOURS.all()).hasSize(51 - 1 + 32 + 13);
  }

  @Test
  void everyPairStandsOnceAndIsABorderOrACorridorWithItsRoad() {
    List<List<String>> rows = ShippedRows.of("/detectors/neighbours.csv");
    assertThat(rows.stream().map(row -> row.subList(0, 2)).distinct()).hasSize(rows.size());
    assertThat(rows)
        .allMatch(row ->
            row.get(2).equals("BORDER")
                || (row.get(2).equals("CORRIDOR") && !row.get(3).isBlank())
                || (row.get(2).equals("APART") && row.subList(0, 2).contains("US-HI")));
  }

  @Test
  void stepsGoAcrossBordersAndNowhereToIslands() {
    assertThat(NEIGHBOURS.steps("CA-BC", "CA-BC")).isZero();
    assertThat(NEIGHBOURS.steps("CA-BC", "US-WA")).isEqualTo(1);
    assertThat(NEIGHBOURS.steps("MX-TAM", "US-OK")).isEqualTo(2);
    assertThat(NEIGHBOURS.steps("CA-ON", "US-HI")).isEqualTo(-1);
    assertThat(NEIGHBOURS.isKnown("US-HI")).isFalse();
  }
}
