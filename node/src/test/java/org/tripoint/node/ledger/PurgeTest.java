package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.ledger.merkle.TreeProofs;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.RecordId;

/// Emptying content by a recorded purge, and nothing else that changes what is there.
class PurgeTest {
  private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2024-06-01T00:00:00Z");
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestLedger LEDGER = TestLedger.over(DATABASE);

  @Test
  void emptiedVersionSaysSoAndStillProves() {
    RecordId record = put("erased", MAY, sighting("Ana Ruiz"));
    RecordVersion before = LEDGER.read().findCurrent(record).orElseThrow();
    long sequence = before.header().sequence();
    LEDGER.purge().purge(List.of(sequence), PurgeBasis.LAWFUL_ERASURE, "order 12/2024", "judge");

    RecordVersion after = LEDGER.read().findVersion(sequence).orElseThrow();
    assertThat(after.header()).isEqualTo(before.header());
    assertThat(after.content(Sighting.KIND)).isEmpty();
    assertThat(after.key()).isEmpty();
    assertThat(after.canonicalParts()).isEmpty();
    assertThat(after.emptied())
        .hasValueSatisfying(emptied -> {
          assertThat(emptied.basis()).isEqualTo(PurgeBasis.LAWFUL_ERASURE);
          assertThat(emptied.by()).isEqualTo("judge");
          assertThat(emptied.instrument()).isEqualTo("order 12/2024");
          assertThat(emptied.carried()).isEqualTo(Map.of());
        });
    var checkpoint = LEDGER.read().latestCheckpoint().orElseThrow();
    var proof = LEDGER.read().proveInclusion(sequence, checkpoint.size());
    assertThat(
            TreeProofs.includes(
                proof.leaf().bytes(),
                sequence,
                checkpoint.size(),
                proof.path().stream().map(Digest::bytes).toList(),
                checkpoint.root().bytes()))
        .isTrue();
    assertThat(LEDGER.verify().verify(n -> {})).isInstanceOf(Finding.Sound.class);
    assertThat(contentRow(sequence)).doesNotContain("Ana");
  }

  @Test
  void emptiedRecordIsNotBroughtBack() {
    RecordId record = put("not revived", JUNE, sighting("Luz"));
    long sequence = LEDGER.read().findCurrent(record).orElseThrow().header().sequence();
    LEDGER.purge().purge(List.of(sequence), PurgeBasis.RETENTION, "rule 3", "admin");
    long size = LEDGER.read().size();

    for (Instant published : List.of(MAY, JUNE, JUNE.plusSeconds(1))) {
      assertThat(
              LEDGER
                  .put(Sighting.KIND, "people", published, "not revived", sighting("Luz"))
                  .outcomes())
          .containsExactly(new Outcome.Emptied(record, sequence));
    }
    assertThat(LEDGER.read().size()).isEqualTo(size);
  }

  /// In the same microsecond and later; before it would change what stood when it was emptied.
  @Test
  void emptiedRecordCanBeWithdrawnAndIsNotBroughtBackAfterwards() {
    for (Instant withdrawn : List.of(JUNE, JUNE.plusSeconds(1))) {
      String key = "withdrawn at " + withdrawn;
      RecordId record = put(key, JUNE, sighting("Sol"));
      long sequence = LEDGER.read().findCurrent(record).orElseThrow().header().sequence();
      LEDGER.purge().purge(List.of(sequence), PurgeBasis.LAWFUL_ERASURE, "order 4", "judge");

      assertThat(withdraw(key, MAY)).isInstanceOf(Outcome.Emptied.class);
      assertThat(withdraw(key, withdrawn)).isInstanceOf(Outcome.Appended.class);
      assertThat(LEDGER.read().findCurrent(record).orElseThrow().header().state())
          .isEqualTo(VersionState.WITHDRAWN);
      assertThat(withdraw(key, withdrawn)).isInstanceOf(Outcome.Unchanged.class);
      assertThat(
              LEDGER
                  .put(Sighting.KIND, "people", withdrawn.plusSeconds(9), key, sighting("Sol"))
                  .outcomes())
          .containsExactly(new Outcome.Emptied(record, sequence));
    }
    assertThat(LEDGER.verify().verify(n -> {})).isInstanceOf(Finding.Sound.class);
  }

  @Test
  void whatWasCalledBackIsTheSameRecordWhenItIsGivenAgain() {
    RecordId record = put("called back", MAY, sighting("Mar"));
    purgeCurrent(record, PurgeBasis.RECALL);
    assertThat(withdraw("called back", JUNE)).isInstanceOf(Outcome.Appended.class);
    assertThat(LEDGER.put(Sighting.KIND, "people", MAY, "called back", sighting("Mar")).outcomes())
        .as("not slipped in before")
        .singleElement()
        .isInstanceOf(Outcome.Emptied.class);
    assertThat(put("called back", JUNE.plusSeconds(1), sighting("Mar"))).isEqualTo(record);
    assertThat(LEDGER.read().findCurrent(record).orElseThrow().content(Sighting.KIND)).isPresent();
    purgeCurrent(record, PurgeBasis.LAWFUL_ERASURE);
    assertThat(
            LEDGER
                .put(Sighting.KIND, "people", JUNE.plusSeconds(2), "called back", sighting("Mar"))
                .outcomes())
        .as("erased stays erased")
        .singleElement()
        .isInstanceOf(Outcome.Emptied.class);
    assertThat(LEDGER.verify().verify(n -> {})).isInstanceOf(Finding.Sound.class);
  }

  @Test
  void whatWasErasedStaysErasedThoughALaterVersionWasCalledBack() {
    RecordId record = put("erased first", MAY, sighting("Paz"));
    purgeCurrent(record, PurgeBasis.LAWFUL_ERASURE);
    assertThat(withdraw("erased first", JUNE)).isInstanceOf(Outcome.Appended.class);
    assertThat(
            LEDGER
                .put(Sighting.KIND, "people", JUNE.plusSeconds(1), "erased first", sighting("Paz"))
                .outcomes())
        .singleElement()
        .isInstanceOf(Outcome.Emptied.class);
  }

  private static void purgeCurrent(RecordId record, PurgeBasis basis) {
    long sequence = LEDGER.read().findCurrent(record).orElseThrow().header().sequence();
    LEDGER.purge().purge(List.of(sequence), basis, "a rule", "desk");
  }

  private static Outcome withdraw(String key, Instant published) {
    Entry entry = new Entry.Withdraw(Sighting.KIND, key, "in error");
    return LEDGER
        .append()
        .append(new Batch("people", null, published, "desk", List.of(entry)))
        .outcomes()
        .getFirst();
  }

  @Test
  void purgeCarriesWhatReadersHandOver() {
    TestLedger ledger = TestLedger.over(DATABASE).reader(new CountingReader());
    RecordId record = put("carried", MAY, sighting("Eva"));
    long sequence = ledger.read().findCurrent(record).orElseThrow().header().sequence();
    ledger.purge().purge(List.of(sequence), PurgeBasis.RECALL, "request 9", "partner desk");
    assertThat(ledger.read().findVersion(sequence).orElseThrow().emptied().orElseThrow().carried())
        .isEqualTo(Map.of("counting", "{\"amount\":\"1\"}"));
  }

  @Test
  void refusesToEmptyTwiceOrWhatIsNotThereOrProves() {
    RecordId record = put("twice", MAY, sighting("Eva"));
    long sequence = LEDGER.read().findCurrent(record).orElseThrow().header().sequence();
    long purge = LEDGER.purge().purge(List.of(sequence), PurgeBasis.RETENTION, "rule", "admin");
    for (long refused : List.of(sequence, purge, 1_000_000L)) {
      assertThatThrownBy(
              () -> LEDGER.purge().purge(List.of(refused), PurgeBasis.RETENTION, "rule", "admin"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void databaseRefusesEveryOtherChangeToTheApplicationAndToTheOwner() {
    put("kept", MAY, sighting("Eva"));
    for (var source : List.of(DATABASE.app(), DATABASE.owner())) {
      JdbcTemplate jdbc = new JdbcTemplate(source);
      for (String table :
          List.of("version", "marking", "subtree", "checkpoint", "release_batch", "content")) {
        String column =
            table.equals("marking")
                ? "id"
                : table.equals("subtree") ? "level" : table.equals("checkpoint") ? "size" : "seq";
        for (String change :
            List.of(
                "update ledger.%s set %s = %s".formatted(table, column, column),
                "delete from ledger." + table,
                "delete from ledger.%s where false".formatted(table),
                "truncate ledger.%s cascade".formatted(table))) {
          assertThatThrownBy(() -> jdbc.execute(change))
              .as(change)
              .rootCause()
              .hasMessageMatching(
                  "(?s).*(permission denied|append-only|changes only by a purge).*");
        }
      }
      assertThatThrownBy(() ->
              jdbc.execute(
                  "update ledger.content set purge = 0, digest = null, covers = null,"
                      + " open_salt = null, open_body = null, nominal_salt = null,"
                      + " nominal_body = null, health_salt = null, health_body = null"
                      + " where purge is null"))
          .rootCause()
          .hasMessageMatching("(?s).*(permission denied|changes only by a purge).*");
      assertThat(jdbc.queryForObject("select ledger.empty_content(0)", Long.class)).isZero();
    }
    assertThat(LEDGER.verify().verify(n -> {})).isInstanceOf(Finding.Sound.class);
  }

  private static String contentRow(long sequence) {
    return new JdbcTemplate(DATABASE.owner())
        .queryForObject(
            "select c::text from ledger.content c where seq = " + sequence, String.class);
  }

  private static Sighting sighting(String person) {
    return new Sighting("press", BigDecimal.ONE, null, person, null);
  }

  private static RecordId put(String key, Instant published, Sighting content) {
    return LEDGER
        .put(Sighting.KIND, "people", published, key, content)
        .outcomes()
        .getFirst()
        .requireRecord();
  }

  /// Hands over the amount.
  private static final class CountingReader implements LedgerReader {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public java.util.Set<String> kinds() {
      return java.util.Set.of();
    }

    @Override
    public void apply(List<RecordChange> changes) {}

    @Override
    public java.util.Optional<String> carry(RecordChange change) {
      return change
          .version()
          .content(Sighting.KIND)
          .map(content -> "{\"amount\":\"" + content.amount() + "\"}");
    }

    @Override
    public void emptied(RecordVersion version) {}

    @Override
    public void clear() {}
  }
}
