package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Kind;

/// Readers are fed in order, in the background too; one that fails does not hold up the others.
class FollowersTest {
  private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");

  @Test
  void failingReaderIsShownAndDoesNotStopOthers() {
    AtomicBoolean broken = new AtomicBoolean(true);
    SumReader sums = new SumReader("b sums", "src");
    LedgerReader failing =
        new PlainReader() {
          @Override
          public void apply(List<RecordChange> changes) {
            if (broken.get()) {
              throw new IllegalStateException("table is gone");
            }
          }
        };
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database).reader(failing).reader(sums);
      ledger.put(Sighting.KIND, "src", MAY, "k", Sighting.of("press", "1"));

      assertThatThrownBy(() -> ledger.readers().catchUp())
          .hasMessageContaining("a failing")
          .hasRootCauseMessage("table is gone");
      assertThat(sums.at("k", MAY)).hasSize(1);
      assertThat(ledger.readers().listProgress())
          .containsExactly(
              new RunReaders.Progress("a failing", 0, 1, "table is gone"),
              new RunReaders.Progress("b sums", 1, 1, null));
      broken.set(false);
      ledger.readers().catchUp();
      assertThat(ledger.readers().listProgress())
          .allSatisfy(progress -> {
            assertThat(progress.position()).isEqualTo(1);
            assertThat(progress.failure()).isNull();
          });
    }
  }

  @Test
  void readerOfAnotherLayoutIsEmptiedAndReadsFromTheStart() {
    AtomicReference<String> layout = new AtomicReference<>("1");
    List<String> told = new ArrayList<>();
    LedgerReader reader =
        new PlainReader() {
          @Override
          public void apply(List<RecordChange> changes) {
            changes.forEach(change -> told.add(change.version().key().orElse("")));
          }

          @Override
          public void clear() {
            told.add("emptied");
          }

          @Override
          public String layout() {
            return layout.get();
          }
        };
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database).reader(reader);
      ledger.put(Sighting.KIND, "src", MAY, "k1", Sighting.of("press", "1"));
      ledger.readers().catchUp();
      ledger.put(Sighting.KIND, "src", MAY, "k2", Sighting.of("press", "2"));
      ledger.readers().catchUp();
      assertThat(told).containsExactly("k1", "k2");

      layout.set("2");
      ledger.readers().catchUp();
      assertThat(told).containsExactly("k1", "k2", "emptied", "k1", "k2");
      ledger.readers().catchUp();
      assertThat(told).hasSize(5);
    }
  }

  @Test
  void readersOfOtherKindsGoAlongAndHearOfTheirOwn() {
    List<String> heard = new ArrayList<>();
    List<LedgerReader> others = List.of(other("a", heard), other("b", heard), other("c", heard));
    SumReader sums = new SumReader("sums", "src");
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database).reader(sums).kind(SOMETHING);
      others.forEach(ledger::reader);
      ledger.put(SOMETHING, "src", MAY, "first", new Something("x"));
      ledger.readers().catchUp();
      assertThat(heard).containsExactlyInAnyOrder("a first", "b first", "c first");
      ledger.put(Sighting.KIND, "src", MAY, "k", Sighting.of("press", "1"));
      ledger.readers().catchUp();
      assertThat(heard).as("nothing of theirs").hasSize(3);
      assertThat(ledger.readers().listProgress())
          .allSatisfy(progress -> assertThat(progress.position()).isEqualTo(2));
      ledger.put(Sighting.KIND, "src", MAY, "k2", Sighting.of("press", "2"));
      ledger.put(SOMETHING, "src", MAY, "second", new Something("y"));
      ledger.readers().catchUp();
      assertThat(heard).hasSize(6).contains("a second", "b second", "c second");
      assertThat(sums.at("k2", MAY)).hasSize(1);
    }
  }

  private record Something(String what) {}

  private static final Kind<Something> SOMETHING = Kind.of("something", 1, Something.class);

  private static LedgerReader other(String name, List<String> heard) {
    return new PlainReader() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Set<String> kinds() {
        return Set.of(SOMETHING.name());
      }

      @Override
      public void apply(List<RecordChange> changes) {
        synchronized (heard) {
          changes.forEach(change -> heard.add(name + " " + change.version().key().orElse("")));
        }
      }
    };
  }

  @Test
  void backgroundThreadFollowsCommits() throws InterruptedException {
    SumReader sums = new SumReader("sums", "src");
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database).reader(sums);
      ledger.start();
      try {
        ledger.put(Sighting.KIND, "src", MAY, "k", Sighting.of("press", "1"));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (ledger.readers().listProgress().getFirst().position() < 1
            && System.nanoTime() < end) {
          Thread.sleep(20);
        }
        assertThat(ledger.readers().listProgress().getFirst().position()).isEqualTo(1);
      } finally {
        ledger.stop();
      }
    }
  }

  private abstract static class PlainReader implements LedgerReader {
    @Override
    public String name() {
      return "a failing";
    }

    @Override
    public Set<String> kinds() {
      return Set.of();
    }

    @Override
    public Optional<String> carry(RecordChange change) {
      return Optional.empty();
    }

    @Override
    public void emptied(RecordVersion version) {}

    @Override
    public void clear() {}
  }
}
