package org.tripoint.node.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Rows about what releases that are only looked at would carry.
// The stored number of a state is its place.
@SuppressWarnings("EnumOrdinal")
@Repository
class ForeseenTable {
  private static final String COLUMNS =
      "ledger.foreseen (run, source_key, record, sequence, kind, kind_version, state, marking,"
          + " digest, covers, open_body, nominal_body, health_body)";

  private final JdbcTemplate jdbc;

  ForeseenTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A record that an earlier batch of the run carried.
  ///
  /// @param sequence of the version that stands for it; null when a purge emptied the record
  /// @param appended that version when the run would append it
  record Met(
      UUID sourceKey,
      UUID record,
      @Nullable Long sequence,
      @Nullable UUID digest,
      @Nullable StoredVersion appended) {

    /// Versions of the chain that the run would confirm.
    static Set<Long> confirmed(Collection<Met> all) {
      Set<Long> confirmed = new HashSet<>();
      for (Met one : all) {
        Long sequence = one.sequence;
        if (sequence != null && one.appended == null) {
          confirmed.add(sequence);
        }
      }
      return confirmed;
    }

    KnownVersion known(Release release, String actor, StoredVersion version) {
      return new KnownVersion(
          version.header().sequence(),
          record,
          version.header().state(),
          release.published(),
          release.id().value(),
          actor,
          digest,
          version.covers(),
          false,
          false);
    }
  }

  /// Those of these records that the run has met, by source key.
  Map<UUID, Met> list(Release release, String actor, Collection<UUID> sourceKeys) {
    Map<UUID, Met> found = new HashMap<>();
    jdbc.query(
        "select * from ledger.foreseen where run = ? and source_key = any (?)",
        rs -> {
          Met met = met(rs, release, actor);
          found.put(met.sourceKey(), met);
        },
        release.id().value(),
        sourceKeys.toArray(UUID[]::new));
    return found;
  }

  private static Met met(ResultSet rs, Release release, String actor) throws SQLException {
    long sequence = rs.getLong("sequence");
    boolean emptied = rs.wasNull();
    UUID sourceKey = rs.getObject("source_key", UUID.class);
    UUID digest = rs.getObject("digest", UUID.class);
    return new Met(
        sourceKey,
        rs.getObject("record", UUID.class),
        emptied ? null : Long.valueOf(sequence),
        digest,
        rs.getString("kind") == null ? null : version(rs, sourceKey, release, actor));
  }

  private static StoredVersion version(ResultSet rs, UUID sourceKey, Release release, String actor)
      throws SQLException {
    String marking = Objects.requireNonNullElse(rs.getString("marking"), "");
    Map<Part, String> parts = new EnumMap<>(Part.class);
    VersionRows.part(parts, Part.OPEN, rs.getString("open_body"));
    VersionRows.part(parts, Part.NOMINAL, rs.getString("nominal_body"));
    VersionRows.part(parts, Part.HEALTH, rs.getString("health_body"));
    VersionHeader header =
        new VersionHeader(
            rs.getLong("sequence"),
            new RecordId(rs.getObject("record", UUID.class)),
            rs.getString("kind"),
            rs.getInt("kind_version"),
            VersionRows.stateOf(rs.getInt("state")),
            release.source(),
            release.id(),
            actor,
            release.published(),
            release.published(),
            MarkingText.read(marking),
            Map.of());
    return new StoredVersion(
        header,
        marking.getBytes(StandardCharsets.UTF_8),
        parts,
        sourceKey,
        rs.getObject("digest", UUID.class),
        rs.getObject("covers", LocalDate.class),
        null);
  }

  /// Notes what a batch carried that earlier ones had not.
  void add(UUID run, List<PreparedEntry> entries, BatchRun decided, Set<UUID> metBefore) {
    ConnectionCallback<Long> work =
        connection -> {
          CopyRows rows = new CopyRows(connection, COLUMNS, 13);
          Set<UUID> met = new HashSet<>(metBefore);
          int version = 0;
          for (int i = 0; i < entries.size(); i++) {
            UUID key = entries.get(i).sourceKey();
            Outcome outcome = decided.outcomes().get(i);
            NewVersion fresh =
                outcome instanceof Outcome.Appended ? decided.versions().get(version++) : null;
            if (met.add(key)) {
              add(rows.row().uuid(run).uuid(key), outcome, fresh);
            }
          }
          return rows.end();
        };
    jdbc.execute(work);
  }

  private static void add(CopyRows row, Outcome outcome, @Nullable NewVersion fresh)
      throws SQLException {
    switch (outcome) {
      case Outcome.Appended appended ->
          row.uuid(appended.record().value()).bigint(appended.sequence());
      case Outcome.Unchanged unchanged ->
          row.uuid(unchanged.record().value()).bigint(unchanged.sequence());
      case Outcome.Emptied emptied -> row.uuid(emptied.record().value()).absent();
      case Outcome.Conflicting conflicting ->
          row.uuid(conflicting.record().value()).bigint(conflicting.sequence());
      case Outcome.Refused refused ->
          throw new IllegalStateException("expected an entry that was decided");
    }
    if (fresh == null) {
      for (int column = 4; column < 13; column++) {
        row.absent();
      }
      return;
    }
    row.text(fresh.kind())
        .integer(fresh.kindVersion())
        .smallint(fresh.state().ordinal())
        .bytes(fresh.marking())
        .uuid(fresh.digest())
        .date(fresh.covers())
        .bytes(fresh.parts().get(Part.OPEN))
        .bytes(fresh.parts().get(Part.NOMINAL))
        .bytes(fresh.parts().get(Part.HEALTH));
  }

  /// Records of the source that say something at the release's instant about a day of the coverage,
  /// and that neither the run nor another release of that instant carries.
  long countLeftOut(Release release, LocalDate from, LocalDate to) {
    Timestamp published = Timestamp.from(release.published());
    Long count =
        jdbc.queryForObject(
            """
            with standing as (
              select distinct on (v.record) v.record, v.state, v.seq
              from ledger.version v where v.source = ? and v.published <= ?
              order by v.record, v.published desc, v.seq desc),
            carried as (
              select record from ledger.foreseen where run = ? and sequence is not null
              union
              select record from ledger.version
              where source = ? and published = ? and actor <> 'ledger' and state <> 2
              union
              select v.record
              from ledger.release r
              join ledger.release_batch b on b.release = r.id, unnest(b.confirmed) c,
                   generate_series(lower(c), upper(c) - 1) s
              join ledger.version v on v.seq = s
              where r.source = ? and r.published = ?)
            select count(*)
            from standing t join ledger.content c on c.seq = t.seq
            where t.state = 0 and c.covers between ? and ?
              and not exists (select from carried where carried.record = t.record)
            """,
            Long.class,
            release.source(),
            published,
            release.id().value(),
            release.source(),
            published,
            release.source(),
            published,
            from,
            to);
    return count == null ? 0 : count;
  }

  void forget(UUID run) {
    jdbc.update("delete from ledger.foreseen where run = ?", run);
  }

  /// Forgets what runs left behind that a stop of the node cut off.
  void forgetAllBut(UUID run) {
    jdbc.update("delete from ledger.foreseen where run <> ?", run);
  }
}
