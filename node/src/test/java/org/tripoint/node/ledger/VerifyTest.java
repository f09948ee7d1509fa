package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;

/// A flipped bit anywhere is found, with its record.
class VerifyTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestLedger LEDGER = TestLedger.over(DATABASE);
  private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
  private static final int VERSIONS = 600;
  private static final long TARGET = 301;
  private static long emptied;
  private static long size;

  @BeforeAll
  static void fill() {
    ImportOrderLawTest.ModelRelease model =
        new ImportOrderLawTest.ModelRelease(
            1, MAY, true, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), java.util.Map.of());
    ReleaseContent content = ImportOrderLawTest.content("bits", model, -1);
    Release release = LEDGER.append().openRelease(content);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < VERSIONS; i++) {
      entries.add(entry(i));
    }
    LEDGER.append().append(new Batch("bits", release, MAY, "tester", entries));
    ReleaseContent second =
        ImportOrderLawTest.content(
            "bits",
            new ImportOrderLawTest.ModelRelease(
                2, MAY.plusSeconds(60), true, model.from(), model.to(), java.util.Map.of()),
            -1);
    Release later = LEDGER.append().openRelease(second);
    LEDGER
        .append()
        .append(
            new Batch(
                "bits", later, MAY.plusSeconds(60), "tester", entries.subList(0, VERSIONS - 3)));
    LEDGER.append().closeRelease(later, withRows(second, VERSIONS - 3));
    emptied = 11;
    LEDGER.purge().purge(List.of(emptied), PurgeBasis.RETENTION, "rule 7", "admin");
    size = LEDGER.read().size();
  }

  private static ReleaseContent withRows(ReleaseContent c, long rows) {
    return new ReleaseContent(
        c.source(),
        c.format(),
        c.fileName(),
        c.sha256(),
        c.bytes(),
        c.sender(),
        c.published(),
        c.publishedBasis(),
        c.complete(),
        c.synthetic(),
        c.coversFrom(),
        c.coversTo(),
        rows,
        0,
        rows,
        0,
        0);
  }

  private static Entry entry(int i) {
    return new Entry.Put<>(
        Sighting.KIND,
        "key " + i,
        new Sighting("press " + i, BigDecimal.valueOf(i), null, "Ana " + i, "burn " + i),
        Marking.published(),
        LocalDate.of(2024, 5, 1));
  }

  @Test
  void soundLedgerIsSound() {
    assertThat(LEDGER.verify().verify(n -> {}))
        .isInstanceOfSatisfying(
            Finding.Sound.class,
            sound -> {
              assertThat(sound.versions()).isEqualTo(size);
              assertThat(sound.emptied()).isEqualTo(1);
              assertThat(sound.checkpoints()).isGreaterThan(4);
            });
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          seq,                | seq = seq # 65536
          record,             | record = flip_uuid(record)
          kind,               | kind = flip_text(kind)
          kind_version,       | kind_version = kind_version # 1
          state,              | state = state # 1
          source,             | source = flip_text(source)
          release,            | release = flip_uuid(release)
          actor,              | actor = flip_text(actor)
          published,          | published = published + interval '1 microsecond'
          received,           | received = received + interval '1 microsecond'
          marking,            | marking = marking # 1024
          open_commitment,    | open_commitment = flip(open_commitment)
          nominal_commitment, | nominal_commitment = flip(nominal_commitment)
          health_commitment,  | health_commitment = flip(health_commitment)
          leaf,               | leaf = flip(leaf)
          """,
      delimiter = '|')
  void findsABitOfTheChain(String column, String change) throws SQLException {
    UUID record = recordAt(TARGET);
    flipped(
        "version",
        "seq = " + TARGET,
        change,
        finding -> {
          Finding.Broken broken = (Finding.Broken) finding;
          assertThat(broken.sequence()).isEqualTo(TARGET);
          if (!change.startsWith("record")) {
            assertThat(broken.record().value()).isEqualTo(record);
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          301 | seq = seq # 65536
          301 | source_key = flip_uuid(source_key)
          301 | digest = flip_uuid(digest)
          301 | covers = covers + 1
          301 | covers = null
          301 | open_salt = flip(open_salt)
          301 | open_body = flip_text(open_body)
          301 | nominal_salt = flip(nominal_salt)
          301 | nominal_body = flip_text(nominal_body)
          301 | health_salt = flip(health_salt)
          301 | health_body = flip_text(health_body)
          301 | health_body = null
          301 | purge = 1
          11  | purge = purge # 1
          11  | source_key = flip_uuid(source_key)
          11  | open_body = '{}'
          11  | health_salt = 'x'
          11  | digest = source_key
          11  | covers = '2024-01-01'
          11  | purge = null
          """,
      delimiter = '|')
  void findsABitBesideTheChain(long sequence, String change) throws SQLException {
    UUID record = recordAt(sequence);
    flipped(
        "content",
        "seq = " + sequence,
        change,
        finding -> {
          Finding.Broken broken = (Finding.Broken) finding;
          assertThat(broken.sequence()).isEqualTo(sequence);
          assertThat(broken.record().value()).isEqualTo(record);
        });
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          subtree       | index = 1 and level = 8 | level = level # 4
          subtree       | index = 1 and level = 8 | index = index # 1024
          subtree       | index = 1 and level = 8 | hash = flip(hash)
          checkpoint    | size > 300              | size = size # 1048576
          checkpoint    | size > 300              | root = flip(root)
          checkpoint    | size > 300              | signed_at = signed_at + interval '1 microsecond'
          checkpoint    | size > 300              | note = flip_text(note)
          marking       | id = 1                  | id = id # 1024
          marking       | id = 1                  | body = flip_text(body)
          release_batch | true                    | seq = seq # 1
          release_batch | true                    | release = flip_uuid(release)
          release_batch | true                    | confirmed = confirmed + '{[90000,90001)}'
          release       | true                    | id = flip_uuid(id)
          release       | true                    | source = flip_text(source)
          release       | true                    | sha256 = flip_text(sha256)
          release       | true                    | published = published + interval '1 second'
          release       | true                    | complete = not complete
          release       | true                    | closed = not closed
          release       | true                    | covers_from = covers_from + 1
          release       | true                    | covers_to = covers_to + 1
          """,
      delimiter = '|')
  void findsABitOfWhatIsDerived(String table, String where, String change) throws SQLException {
    flipped(table, where, change, finding -> assertThat(finding).isNotNull());
  }

  private static UUID recordAt(long sequence) {
    return LEDGER.read().findVersion(sequence).orElseThrow().header().record().value();
  }

  private interface Expectation {
    void check(Finding finding);
  }

  /// Flips as a superuser with triggers off, verifies, and puts everything back.
  private static void flipped(String table, String where, String change, Expectation expected)
      throws SQLException {
    JdbcTemplate owner = new JdbcTemplate(DATABASE.owner());
    owner.execute("create table if not exists kept_" + table + " as table ledger." + table);
    try (Connection connection = DATABASE.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(FLIPS);
      statement.execute("set session_replication_role = replica");
      try {
        int rows =
            statement.executeUpdate(
                "update ledger.%s set %s where ctid = (select ctid from ledger.%s where %s limit 1)"
                    .formatted(table, change, table, where));
        assertThat(rows).isEqualTo(1);
        Finding finding = LEDGER.verify().verify(n -> {});
        assertThat(finding).as(table + ": " + change).isNotInstanceOf(Finding.Sound.class);
        expected.check(finding);
      } finally {
        statement.execute("delete from ledger." + table);
        statement.execute("insert into ledger.%s select * from kept_%s".formatted(table, table));
        statement.execute("set session_replication_role = origin");
      }
    }
  }

  private static final String FLIPS =
      """
      create or replace function public.flip(bytea) returns bytea language sql as
        $$ select set_bit($1, 13, 1 - get_bit($1, 13)) $$;
      create or replace function public.flip_uuid(uuid) returns uuid language sql as
        $$ select encode(set_bit(decode(replace($1::text, '-', ''), 'hex'), 77,
             1 - get_bit(decode(replace($1::text, '-', ''), 'hex'), 77)), 'hex')::uuid $$;
      create or replace function public.flip_text(text) returns text language sql as
        $$ select left($1, -5) || chr(ascii(substr($1, length($1) - 4, 1)) # 1) || right($1, 4) $$;
      """;
}
