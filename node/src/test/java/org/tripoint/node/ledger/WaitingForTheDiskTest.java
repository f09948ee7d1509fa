package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.database.RepeatableWork;
import org.tripoint.node.testing.TestDatabase;

/// What is done again after a crash does not wait for the disk; what is appended does, also when a
/// reader appends it, and so does the step of a reader whose rows others are given.
class WaitingForTheDiskTest {
  private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");

  @Test
  void onlyStepsOfReadersThatNobodyElseSeesGoWithoutWaiting() {
    try (TestDatabase database = waitingForTheDisk()) {
      TestLedger ledger = TestLedger.over(database);
      Listening ours = new Listening(ledger, "ours", false, false);
      Listening partners = new Listening(ledger, "partners", true, false);
      Listening appending = new Listening(ledger, "told", false, true);
      ledger.reader(ours).reader(partners).reader(appending);
      ledger.put(Sighting.KIND, "src", MAY, "k", Sighting.of("press", "1"));
      ledger.readers().catchUp();

      assertThat(ours.heard).containsExactly("off");
      assertThat(partners.heard).containsExactly("on");
      assertThat(appending.heard).containsExactly("off", "on");
    }
  }

  @Test
  void aTransactionThatIsOpenDecidesForTheWorkInside() {
    try (TestDatabase database = waitingForTheDisk()) {
      TestLedger ledger = TestLedger.over(database);
      RepeatableWork repeatable =
          new RepeatableWork(
              ledger.jdbc(), Objects.requireNonNull(ledger.transaction().getTransactionManager()));
      assertThat(repeatable.execute(() -> waiting(ledger))).isEqualTo("off");
      String inside =
          ledger.transaction().execute(status -> repeatable.execute(() -> waiting(ledger)));
      assertThat(inside).isEqualTo("on");
      assertThat(waiting(ledger)).as("afterwards").isEqualTo("on");
    }
  }

  /// The tests' server never waits; the connections of this database do, as those of a node.
  private static TestDatabase waitingForTheDisk() {
    TestDatabase database = TestDatabase.fresh();
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    new JdbcTemplate(database.owner())
        .execute("alter database \"%s\" set synchronous_commit to on".formatted(name));
    return database;
  }

  private static String waiting(TestLedger ledger) {
    return Objects.requireNonNull(
        ledger.jdbc().queryForObject("show synchronous_commit", String.class));
  }

  /// Keeps how its step would be committed.
  private static final class Listening implements LedgerReader {
    private final TestLedger ledger;
    private final String name;
    private final boolean outside;
    private final boolean appends;
    private final List<String> heard = new ArrayList<>();

    Listening(TestLedger ledger, String name, boolean outside, boolean appends) {
      this.ledger = ledger;
      this.name = name;
      this.outside = outside;
      this.appends = appends;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Set<String> kinds() {
      return Set.of(Sighting.KIND.name());
    }

    @Override
    public void apply(List<RecordChange> changes) {
      if (changes.stream().noneMatch(one -> one.version().header().source().equals("src"))) {
        return;
      }
      heard.add(waiting(ledger));
      if (appends) {
        ledger.put(Sighting.KIND, "told", MAY, "k", Sighting.of("press", "1"));
        heard.add(waiting(ledger));
      }
    }

    @Override
    public Optional<String> carry(RecordChange change) {
      return Optional.empty();
    }

    @Override
    public void emptied(RecordVersion version) {}

    @Override
    public void clear() {}

    @Override
    public boolean isSeenOutside() {
      return outside;
    }
  }
}
