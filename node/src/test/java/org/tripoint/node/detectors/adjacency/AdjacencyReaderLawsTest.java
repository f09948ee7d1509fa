package org.tripoint.node.detectors.adjacency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.testing.TestDatabase;

/// What is next to what follows the ledger: a decision stands in the place of what ships.
class AdjacencyReaderLawsTest extends LedgerReaderLaws {

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new AdjacencyReader(app, records.kinds(PlaceAdjacency.KIND));
  }

  @Override
  protected String schema() {
    return "detectors";
  }

  @Override
  protected void fill(TestLedger records) {
    KeepAdjacencies keep = TestAdjacencies.keep(records);
    keep.keep("CA-BC", "US-WA", Adjacency.APART, "closed", "MARKER");
    keep.keep("US-HI", "US-CA", Adjacency.CORRIDOR, "ferry", "ana");
    keep.keep("US-WA", "CA-BC", Adjacency.BORDER, "", "MARKER");
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("series", "delta", "heard", "setting", "progress", "frame", "judged", "told");
  }

  @Test
  void refusesWhatAreNotTwoAreasAndWhatHasNoReason() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database);
      KeepAdjacencies keep = TestAdjacencies.keep(ledger);
      for (List<String> places :
          List.of(
              List.of("CA-BC", "CA-BC"),
              List.of("CA-BC", "CA-XX"),
              List.of("", "CA-BC"),
              List.of("DE-BY", "CA-BC"))) {
        assertThatIllegalArgumentException()
            .as("%s", places)
            .isThrownBy(
                () -> keep.keep(places.getFirst(), places.getLast(), Adjacency.BORDER, "", "ana"));
      }
      for (Adjacency joined : List.of(Adjacency.CORRIDOR, Adjacency.APART)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> keep.keep("CA-BC", "US-WA", joined, " ", "ana"));
      }
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> keep.keep("CA-BC", "US-WA", Adjacency.CORRIDOR, "x".repeat(301), "ana"));
      assertThat(ledger.read().size()).isZero();
    }
    assertThatIllegalArgumentException()
        .as("out of order")
        .isThrownBy(
            () -> new PlaceAdjacency("US-WA", "CA-BC", Adjacency.BORDER, "", "ana", Instant.EPOCH));
  }

  @Test
  void aDecisionStandsInThePlaceOfWhatShipsUntilTheNext() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database);
      ReadAdjacencies read = TestAdjacencies.over(ledger);
      KeepAdjacencies keep = TestAdjacencies.keep(ledger);
      assertThat(read.neighbours().decisions()).isEmpty();
      assertThat(read.neighbours().all()).isEqualTo(Neighbours.shipped().all());

      keep.keep("US-WA", "CA-BC", Adjacency.APART, "bridge closed", "ana");
      keep.keep("US-HI", "US-CA", Adjacency.CORRIDOR, "ferry", "ana");
      ledger.readers().catchUp();
      Neighbours decided = read.neighbours();
      assertThat(decided.steps("CA-BC", "US-WA")).isEqualTo(2);
      assertThat(decided.steps("CA-BC", "US-HI")).isEqualTo(2);
      assertThat(decided.decisions()).isEqualTo("CA-BC|US-WA=APART,US-CA|US-HI=CORRIDOR");
      assertThat(read.list()).hasSameSizeAs(ShippedAdjacencies.list());

      keep.keep("CA-BC", "US-WA", Adjacency.BORDER, "", "ben");
      ledger.readers().catchUp();
      assertThat(read.neighbours().steps("US-WA", "CA-BC")).isEqualTo(1);
    }
  }
}
