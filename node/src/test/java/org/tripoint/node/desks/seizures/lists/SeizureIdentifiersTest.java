package org.tripoint.node.desks.seizures.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.desks.seizures.SeizureSamples.drug;
import static org.tripoint.node.desks.seizures.SeizureSamples.event;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.lists.SeizureIdentifiers.Known;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;

class SeizureIdentifiersTest {

  private static final TestDesk DESK = TestDesk.fresh();
  private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
  private static final String HASH = "ab".repeat(32);

  @BeforeAll
  static void fill() {
    Seizure seizure = event("CBSA", "2024-01-03", "CA-BC", drug(1, "Fentanyl", "2", "kg"));
    List<String> keys =
        List.of("K19-2024-001", "k19-2024-0011", "ca-cbsa:K19-2024-7", "50%_off", HASH + "#1");
    for (String key : keys) {
      DESK.ledger().put(Seizure.KIND, "ca-cbsa", MAY, key, seizure);
    }
    DESK.ledger().readers().catchUp();
  }

  private static List<String> found(String typed) {
    return DESK.identifiers().listByIdentifier(typed, 10).stream().map(Known::identifier).toList();
  }

  @Test
  void findsWholeIdentifiersAndTheirBeginningsInAnyCase() {
    assertThat(found("k19-2024-001")).containsExactly("K19-2024-001", "k19-2024-0011");
    assertThat(found("K19-")).hasSize(3);
    assertThat(found("9-2024")).isEmpty();
  }

  @Test
  void leavesOutTheSourceThatStandsBeforeAnIdentifier() {
    assertThat(found("K19-2024-7")).containsExactly("K19-2024-7");
    assertThat(found("ca-cbsa")).isEmpty();
  }

  @Test
  void takesNoCharacterForAWildcard() {
    assertThat(found("50%_")).containsExactly("50%_off");
    assertThat(found("5_")).isEmpty();
    assertThat(found("%")).isEmpty();
  }

  @Test
  void knowsNoKeyThatWasMadeFromContent() {
    assertThat(found("abab")).isEmpty();
  }

  @Test
  void findsCaseFilesApart() {
    assertThat(found("K-1")).isEmpty();
    assertThat(DESK.identifiers().listByCaseNumber("k-", 10)).hasSize(5);
  }

  @Test
  void forgetsWhatIsWithdrawn() {
    TestDesk desk = TestDesk.fresh();
    Seizure seizure = event("CBSA", "2024-01-03", "CA-BC", drug(1, "Fentanyl", "2", "kg"));
    desk.ledger().put(Seizure.KIND, "ca-cbsa", MAY, "C1", seizure);
    Entry withdrawal = new Entry.Withdraw(Seizure.KIND, "C1", "reported in error");
    desk.ledger()
        .append()
        .append(new Batch("ca-cbsa", null, MAY.plusSeconds(9), "tester", List.of(withdrawal)));
    desk.ledger().readers().catchUp();
    assertThat(desk.identifiers().listByIdentifier("C1", 10)).isEmpty();
    assertThat(desk.identifiers().listByCaseNumber("K-1", 10)).isEmpty();
  }

  @Test
  void readsAnIndexAndNoTable() {
    JdbcTemplate jdbc = DESK.jdbc();
    String plan =
        String.join(
            " ",
            jdbc.execute(
                (org.springframework.jdbc.core.ConnectionCallback<List<String>>)
                    connection -> {
                      var one =
                          new JdbcTemplate(
                              new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                                  connection, true));
                      one.execute("set enable_seqscan = off");
                      List<String> lines =
                          one.queryForList(
                              """
                              explain select record from seizures.event
                              where source_key <> '' and lower(source_key) collate "C" >= 'k'
                                and lower(source_key) collate "C" < 'l'
                              order by lower(source_key) collate "C" limit 5
                              """,
                              String.class);
                      one.execute("reset enable_seqscan");
                      return lines;
                    }));
    assertThat(plan).contains("event_by_source_key").doesNotContain("Sort");
  }
}
