package org.tripoint.node.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordVersion.Emptied;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Reads versions from the tables.
@Component
class VersionRows {
  /// Columns of a version; a query adds conditions on `v` and `c`.
  static final String SELECT =
      """
      select v.*, m.body as marking_body, c.source_key, c.digest, c.covers, c.open_body,
             c.nominal_body, c.health_body, c.purge
      from ledger.version v
      join ledger.content c on c.seq = v.seq
      join ledger.marking m on m.id = v.marking
      """;

  private final JdbcTemplate jdbc;

  VersionRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<StoredVersion> list(String conditions, Object... arguments) {
    List<Raw> raw = jdbc.query(SELECT + conditions, (rs, row) -> raw(rs), arguments);
    Map<Long, Purge> purges = new HashMap<>();
    return raw.stream().map(row -> version(row, purges)).toList();
  }

  /// Headers alone; the conditions are on `v`.
  List<VersionHeader> headers(String conditions, Object... arguments) {
    return jdbc.query(
        "select v.*, m.body as marking_body from ledger.version v join ledger.marking m"
            + " on m.id = v.marking "
            + conditions,
        (rs, row) -> header(rs, rs.getString("marking_body")),
        arguments);
  }

  /// Whether a version that came in no release, such as the record of a release itself, stands at
  /// `from` or later.
  boolean hasUnreleased(String source, long from) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (
              select from ledger.version where source = ? and release is null and seq >= ?)
            """,
            Boolean.class,
            source,
            from));
  }

  Optional<StoredVersion> find(String conditions, Object... arguments) {
    return list(conditions, arguments).stream().findFirst();
  }

  Map<Long, StoredVersion> bySequence(Collection<Long> sequences) {
    if (sequences.isEmpty()) {
      return Map.of();
    }
    return list("where v.seq = any (?)", (Object) sequences.toArray(Long[]::new)).stream()
        .collect(Collectors.toMap(version -> version.header().sequence(), Function.identity()));
  }

  /// Stored contents that entries have to be compared with, of all that their records ever said:
  /// what the batch's release already said, else what stands, where that is not the entry's content
  /// exactly.
  ///
  /// @param confirmedBefore what earlier batches of the release confirmed
  Map<Long, StoredVersion> toCompare(
      Batch batch,
      List<PreparedEntry> entries,
      Map<UUID, History> histories,
      List<Confirmed> confirmedBefore) {
    Release release = batch.release();
    Set<Long> sequences = new HashSet<>();
    for (PreparedEntry entry : entries) {
      History history = histories.get(entry.sourceKey());
      if (history != null && entry.state() == VersionState.HELD) {
        history
            .saidBy(
                release == null ? null : release.id().value(),
                sequence -> confirmedBefore.stream().anyMatch(list -> list.contains(sequence)))
            .or(() -> Optional.ofNullable(history.standingAt(batch.published())))
            .filter(version -> version.state() == VersionState.HELD && !version.emptied())
            .filter(version -> !entry.digest().equals(version.digest()))
            .ifPresent(version -> sequences.add(version.sequence()));
      }
    }
    return bySequence(sequences);
  }

  /// A row whose purge, if it has one, is not resolved yet.
  private record Raw(
      VersionHeader header,
      String marking,
      Map<Part, String> parts,
      UUID sourceKey,
      @Nullable UUID digest,
      @Nullable LocalDate covers,
      @Nullable Long purge) {}

  private record Purge(
      VersionHeader header, PurgeRecord content, Map<Long, Map<String, String>> carried) {}

  private StoredVersion version(Raw row, Map<Long, Purge> purges) {
    Long purge = row.purge();
    return new StoredVersion(
        row.header(),
        row.marking().getBytes(StandardCharsets.UTF_8),
        row.parts(),
        row.sourceKey(),
        row.digest(),
        row.covers(),
        purge == null ? null : emptied(row, purges.computeIfAbsent(purge, this::purge)));
  }

  private static Emptied emptied(Raw row, Purge purge) {
    return new Emptied(
        purge.header().received(),
        purge.content().actor(),
        purge.content().basis(),
        purge.content().instrument(),
        purge.carried().getOrDefault(row.header().sequence(), Map.of()));
  }

  private Purge purge(long sequence) {
    Raw row =
        jdbc.query(SELECT + "where v.seq = ?", (rs, n) -> raw(rs), sequence).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("expected a purge at " + sequence));
    PurgeRecord content = ContentCodec.of(PurgeRecord.class).read(row.parts().values());
    Map<Long, Map<String, String>> carried = new HashMap<>();
    content.targets().forEach(target -> carried.put(target.sequence(), target.carried()));
    return new Purge(row.header(), content, carried);
  }

  private static Raw raw(ResultSet rs) throws SQLException {
    Map<Part, String> parts = new EnumMap<>(Part.class);
    part(parts, Part.OPEN, rs.getString("open_body"));
    part(parts, Part.NOMINAL, rs.getString("nominal_body"));
    part(parts, Part.HEALTH, rs.getString("health_body"));
    String marking = rs.getString("marking_body");
    long purge = rs.getLong("purge");
    boolean emptied = !rs.wasNull();
    return new Raw(
        header(rs, marking),
        marking,
        parts,
        rs.getObject("source_key", UUID.class),
        rs.getObject("digest", UUID.class),
        rs.getObject("covers", LocalDate.class),
        emptied ? Long.valueOf(purge) : null);
  }

  private static VersionHeader header(ResultSet rs, String marking) throws SQLException {
    Map<Part, Digest> commitments = new EnumMap<>(Part.class);
    commitment(commitments, Part.OPEN, rs.getBytes("open_commitment"));
    commitment(commitments, Part.NOMINAL, rs.getBytes("nominal_commitment"));
    commitment(commitments, Part.HEALTH, rs.getBytes("health_commitment"));
    UUID release = rs.getObject("release", UUID.class);
    return new VersionHeader(
        rs.getLong("seq"),
        new RecordId(rs.getObject("record", UUID.class)),
        rs.getString("kind"),
        rs.getInt("kind_version"),
        stateOf(rs.getInt("state")),
        rs.getString("source"),
        release == null ? null : new RecordId(release),
        rs.getString("actor"),
        rs.getTimestamp("published").toInstant(),
        rs.getTimestamp("received").toInstant(),
        MarkingText.read(marking),
        commitments);
  }

  static VersionState stateOf(int stored) {
    return STATES.get(stored);
  }

  private static final List<VersionState> STATES = List.of(VersionState.values());

  static void part(Map<Part, String> parts, Part part, @Nullable String body) {
    if (body != null) {
      parts.put(part, body);
    }
  }

  private static void commitment(
      Map<Part, Digest> commitments, Part part, byte @Nullable [] value) {
    if (value != null) {
      commitments.put(part, Digest.of(value));
    }
  }
}
