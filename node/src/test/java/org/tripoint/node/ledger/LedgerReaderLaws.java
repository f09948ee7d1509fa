package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.testing.TestDatabase;

/// What every reader of the ledger must do. A room's test extends this, makes its reader and fills
/// the ledger with versions of the reader's kinds: several vintages, a withdrawal, and contents
/// that hold the [#markers()].
public abstract class LedgerReaderLaws {
  private TestDatabase database;
  private TestLedger ledger;
  private JdbcTemplate jdbc;
  private LedgerReader reader;

  /// The reader under test, over the application's role.
  ///
  /// @param records the same ledger, for readers that append or ask
  protected abstract LedgerReader reader(JdbcTemplate app, TestLedger records);

  /// The database that the ledger under test is in.
  protected final TestDatabase database() {
    return database;
  }

  /// The schema of the room.
  protected abstract String schema();

  /// Appends records of the reader's kinds: at least one of them says with a newer version without
  /// a marker what an older one said with one.
  protected abstract void fill(TestLedger records);

  /// Texts that stand only in contents that the test purges: everything whose canonical JSON holds
  /// one of them.
  protected abstract List<String> markers();

  /// Figures that must stand whatever is purged, as text; the same text before and after.
  protected String figures(JdbcTemplate app) {
    return "";
  }

  /// True for a row that says how often or when versions came, and so goes or changes with any of
  /// them.
  protected boolean countsVersions(String row) {
    return false;
  }

  /// Tables of the schema that are not made from the ledger.
  protected Set<String> otherTables() {
    return Set.of();
  }

  @BeforeEach
  final void open() {
    database = TestDatabase.fresh();
    ledger = TestLedger.over(database);
    jdbc = ledger.jdbc();
    reader = reader(jdbc, ledger);
    ledger.reader(reader);
    fill(ledger);
  }

  @AfterEach
  final void close() {
    database.close();
  }

  @Test
  final void rebuildGivesTheSameRows() {
    ledger.readers().catchUp();
    String rows = dump();
    ledger.readers().rebuild(progress -> {});
    assertThat(dump()).isEqualTo(rows);
  }

  @Test
  final void crashAfterApplyingLosesAndDoublesNothing() {
    ledger.readers().catchUp();
    String rows = dump();
    CrashingReader crashing = new CrashingReader(reader);
    TestLedger again = TestLedger.over(database).reader(crashing);
    assertThatThrownBy(() -> again.readers().rebuild(progress -> {})).hasMessageContaining("crash");
    assertThatThrownBy(() -> again.readers().catchUp()).hasRootCauseMessage("crash");
    crashing.calm();
    again.readers().catchUp();
    assertThat(dump()).isEqualTo(rows);
  }

  @Test
  final void emptiedLeavesNoContentAndFiguresStand() {
    ledger.readers().catchUp();
    String figures = figures(jdbc);
    List<Long> marked = marked();
    assertThat(marked).as("versions that hold a marker").isNotEmpty();
    ledger.purge().purge(marked, PurgeBasis.LAWFUL_ERASURE, "order 1", "admin");
    ledger.readers().catchUp();
    assertNoMarker("after the purge");
    assertThat(figures(jdbc)).isEqualTo(figures);
    String rows = dump();
    ledger.readers().rebuild(progress -> {});
    assertNoMarker("after a replay");
    assertThat(figures(jdbc)).as("figures after a replay").isEqualTo(figures);
    assertThat(dump()).as("rows after a replay").isEqualTo(rows);
  }

  @Test
  final void readerThatComesLateAfterAPurgeGivesTheSameFigures() {
    ledger.readers().catchUp();
    String figures = figures(jdbc);
    ledger.purge().purge(marked(), PurgeBasis.RETENTION, "rule 1", "admin");
    ledger.readers().rebuild(progress -> {});
    assertNoMarker("of a late reader");
    assertThat(figures(jdbc)).isEqualTo(figures);
  }

  @Test
  final void emptyingWhatWasSupersededLeavesWhatStands() {
    ledger.readers().catchUp();
    List<String> standing =
        dump()
            .lines()
            .filter(row -> !countsVersions(row) && markers().stream().noneMatch(row::contains))
            .toList();
    List<Long> superseded = marked().stream().filter(this::isSuperseded).toList();
    assertThat(superseded).as("superseded versions that hold a marker").isNotEmpty();
    ledger.purge().purge(superseded, PurgeBasis.LAWFUL_ERASURE, "order 1", "admin");
    ledger.readers().catchUp();
    assertThat(dump().lines()).containsAll(standing);
    ledger.readers().rebuild(progress -> {});
    assertThat(dump().lines()).as("after a replay").containsAll(standing);
  }

  private boolean isSuperseded(long sequence) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (
              select from ledger.version old join ledger.version later on later.record = old.record
              where old.seq = ? and (later.published, later.seq) > (old.published, old.seq))
            """,
            Boolean.class,
            sequence));
  }

  private List<Long> marked() {
    List<Long> sequences =
        jdbc.queryForList(
            """
            select seq from ledger.version
            where kind = any (?) or cardinality(?::text[]) = 0 order by seq
            """,
            Long.class,
            reader.kinds().toArray(String[]::new),
            reader.kinds().toArray(String[]::new));
    return ledger.read().listVersions(Set.copyOf(sequences)).stream()
        .filter(version ->
            version.canonicalParts().values().stream()
                .anyMatch(part -> markers().stream().anyMatch(part::contains)))
        .map(version -> version.header().sequence())
        .toList();
  }

  private void assertNoMarker(String when) {
    String rows = dump();
    for (String marker : markers()) {
      assertThat(rows).as("rows " + when).doesNotContain(marker);
    }
  }

  /// All rows of the room's tables as sorted text.
  private String dump() {
    StringBuilder all = new StringBuilder();
    List<String> tables =
        jdbc.queryForList(
            """
            select table_name from information_schema.tables
            where table_schema = ? and table_type = 'BASE TABLE' order by 1
            """,
            String.class,
            schema());
    assertThat(tables).as("tables of " + schema()).isNotEmpty();
    for (String table : tables) {
      if (!otherTables().contains(table)) {
        all.append("-- ").append(table).append('\n');
        jdbc.queryForList(
                "select t::text from \"%s\".\"%s\" t order by 1".formatted(schema(), table),
                String.class)
            .forEach(row -> all.append(row).append('\n'));
      }
    }
    return all.toString();
  }

  /// Does its work and then fails, as a crash before the commit does.
  private static final class CrashingReader implements LedgerReader {
    private final LedgerReader reader;
    private boolean calm;

    CrashingReader(LedgerReader reader) {
      this.reader = reader;
    }

    void calm() {
      calm = true;
    }

    @Override
    public String name() {
      return reader.name();
    }

    @Override
    public Set<String> kinds() {
      return reader.kinds();
    }

    @Override
    public void apply(List<RecordChange> changes) {
      reader.apply(changes);
      if (!calm) {
        throw new IllegalStateException("crash");
      }
    }

    @Override
    public Optional<String> carry(RecordChange change) {
      return reader.carry(change);
    }

    @Override
    public void emptied(RecordVersion version) {
      reader.emptied(version);
    }

    @Override
    public void clear() {
      reader.clear();
    }
  }
}
