package org.tripoint.node.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.tripoint.node.database.Sight;
import org.tripoint.node.ledger.canonical.InstantText;
import org.tripoint.node.ledger.canonical.PartNotes;
import org.tripoint.node.ledger.merkle.TreeHash;
import org.tripoint.node.ledger.merkle.TreeProofs;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Answers questions to the ledger from its tables. Whoever asks in the request of a person gets
/// the versions that this person's clearance reaches ([Sight]); what it does not reach is not
/// there.
@Service
class LedgerQueries implements ReadLedger {
  private static final String LATEST_FIRST = " order by v.published desc, v.seq desc limit 1";

  private final JdbcTemplate jdbc;
  private final VersionRows rows;
  private final LedgerKeys keys;

  LedgerQueries(JdbcTemplate jdbc, VersionRows rows, LedgerKeys keys) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.keys = keys;
  }

  @Override
  public long size() {
    Long size =
        jdbc.queryForObject("select coalesce(max(size), 0) from ledger.checkpoint", Long.class);
    return size == null ? 0 : size;
  }

  @Override
  public Optional<Checkpoint> latestCheckpoint() {
    return checkpoint("order by size desc limit 1");
  }

  @Override
  public Optional<Checkpoint> findCheckpointCovering(long size) {
    return checkpoint("where size >= ? order by size limit 1", size);
  }

  @Override
  public Optional<Checkpoint> findCheckpointAt(Instant instant) {
    return checkpoint(
        "where signed_at <= ? order by signed_at desc, size desc limit 1",
        Timestamp.from(InstantText.stored(instant)));
  }

  @Override
  public List<Checkpoint> listCheckpoints(long below, int limit) {
    return jdbc.query(
        """
        select size, root, signed_at, note from ledger.checkpoint
        where size < ? order by size desc limit ?
        """,
        LedgerQueries::checkpoint,
        below,
        limit);
  }

  private Optional<Checkpoint> checkpoint(String conditions, Object... arguments) {
    return jdbc
        .query(
            "select size, root, signed_at, note from ledger.checkpoint " + conditions,
            LedgerQueries::checkpoint,
            arguments)
        .stream()
        .findFirst();
  }

  private static Checkpoint checkpoint(ResultSet rs, int row) throws SQLException {
    return new Checkpoint(
        rs.getLong("size"),
        Digest.of(rs.getBytes("root")),
        rs.getString("note"),
        rs.getTimestamp("signed_at").toInstant());
  }

  @Override
  public List<RecordVersion> listVersions(RecordId record) {
    return shown(rows.list("where v.record = ? order by v.published, v.seq", record.value()));
  }

  @Override
  public List<RecordVersion> listVersionsOf(Set<RecordId> records) {
    return shown(
        rows.list(
            "where v.record = any (?) order by v.published, v.seq",
            (Object) records.stream().map(RecordId::value).toArray(UUID[]::new)));
  }

  @Override
  public Set<RecordId> listReleasesOf(Set<Long> sequences) {
    return Set.copyOf(
        jdbc.query(
            """
            select release from ledger.version where seq = any (?) and release is not null
            union
            select release from ledger.release_batch where confirmed && ?::int8multirange
            """,
            (rs, row) -> new RecordId(rs.getObject(1, UUID.class)),
            sequences.toArray(Long[]::new),
            Confirmed.of(sequences).multirange()));
  }

  @Override
  public Optional<RecordVersion> findVersion(long sequence) {
    return first(rows.list("where v.seq = ?", sequence));
  }

  @Override
  public List<RecordVersion> listVersions(Set<Long> sequences) {
    return shown(
        rows.list("where v.seq = any (?) order by v.seq", (Object) sequences.toArray(Long[]::new)));
  }

  @Override
  public List<RecordVersion> listStanding(Set<RecordId> records, Optional<AsOf> asOf) {
    Object[] ids = records.stream().map(RecordId::value).toArray(UUID[]::new);
    List<StoredVersion> found =
        switch (asOf.orElse(null)) {
          case null -> standing(ids, "?", true);
          case AsOf.Published(Instant instant) ->
              standing(ids, "w.published <= ?", Timestamp.from(InstantText.stored(instant)));
          case AsOf.Received(Instant instant) ->
              standing(ids, "w.received <= ?", Timestamp.from(InstantText.stored(instant)));
          case AsOf.LedgerSize(long size) -> standing(ids, "w.seq < ?", size);
        };
    return shown(found);
  }

  /// Those that whoever asks may see: of a record whose standing version may be seen, each version
  /// that held something under a marking that allows it, and each withdrawal.
  private List<RecordVersion> shown(List<StoredVersion> found) {
    if (found.isEmpty() || Sight.now().isEmpty()) {
      return List.copyOf(found);
    }
    Object[] sequences = found.stream().map(one -> one.header().sequence()).toArray(Long[]::new);
    Set<Long> may =
        Set.copyOf(
            jdbc.queryForList(
                """
                select v.seq from ledger.version v
                where v.seq = any (?) and ledger.shows(v.record)
                  and (v.state <> 0 or ledger.shows_marking(v.marking, v.source, v.kind))
                """,
                Long.class,
                (Object) sequences));
    return found.stream()
        .filter(one -> may.contains(one.header().sequence()))
        .collect(Collectors.toUnmodifiableList());
  }

  private Optional<RecordVersion> first(List<StoredVersion> found) {
    return shown(found).stream().findFirst();
  }

  @Override
  public List<VersionHeader> listStandingHeaders(Set<RecordId> records) {
    if (Sight.now().isPresent()) {
      return ReadLedger.super.listStandingHeaders(records);
    }
    return rows.headers(
        """
        where v.seq = any (array(
          select distinct on (w.record) w.seq from ledger.version w
          where w.record = any (?) order by w.record, w.published desc, w.seq desc))
        """,
        (Object) records.stream().map(RecordId::value).toArray(UUID[]::new));
  }

  /// The latest published of each record's versions that meet the condition.
  private List<StoredVersion> standing(Object[] ids, String condition, Object argument) {
    return rows.list(
        """
        where v.seq = any (array(
          select distinct on (w.record) w.seq from ledger.version w
          where w.record = any (?) and %s order by w.record, w.published desc, w.seq desc))
        """
            .formatted(condition),
        ids,
        argument);
  }

  @Override
  public Optional<RecordVersion> findCurrent(RecordId record) {
    return first(rows.list("where v.record = ?" + LATEST_FIRST, record.value()));
  }

  @Override
  public Optional<RecordVersion> findAsOf(RecordId record, AsOf asOf) {
    List<StoredVersion> found =
        switch (asOf) {
          case AsOf.Published(Instant instant) ->
              rows.list(
                  "where v.record = ? and v.published <= ?" + LATEST_FIRST,
                  record.value(),
                  Timestamp.from(InstantText.stored(instant)));
          case AsOf.Received(Instant instant) ->
              rows.list(
                  "where v.record = ? and v.received <= ?" + LATEST_FIRST,
                  record.value(),
                  Timestamp.from(InstantText.stored(instant)));
          case AsOf.LedgerSize(long size) ->
              rows.list("where v.record = ? and v.seq < ?" + LATEST_FIRST, record.value(), size);
        };
    return first(found);
  }

  @Override
  public Optional<RecordVersion> findRelease(String source, String sha256) {
    return rows.find(
            "where v.record = (select id from ledger.release where source = ? and sha256 = ?)"
                + LATEST_FIRST,
            source,
            sha256)
        .map(version -> version);
  }

  @Override
  public List<RecordVersion> listReleases(int limit) {
    return List.copyOf(
        rows.list(
            """
            where v.kind = 'release'
              and not exists (select from ledger.version w
                              where w.record = v.record
                                and (w.published, w.seq) > (v.published, v.seq))
            order by v.received desc, v.seq desc limit ?
            """,
            limit));
  }

  @Override
  public InclusionProof proveInclusion(long sequence, long treeSize) {
    requireSize(treeSize);
    List<Digest> path = digests(proofs().inclusion(sequence, treeSize));
    return new InclusionProof(sequence, treeSize, Digest.of(leaf(sequence)), path);
  }

  @Override
  public ConsistencyProof proveConsistency(long fromSize, long toSize) {
    requireSize(toSize);
    return new ConsistencyProof(fromSize, toSize, digests(proofs().consistency(fromSize, toSize)));
  }

  @Override
  public Optional<String> verifierKey() {
    return Optional.of(verifier());
  }

  private String verifier() {
    return keys.noteKey().verifier(keys.origin()).toString();
  }

  @Override
  public Optional<Disclosure> disclose(long sequence) {
    List<StoredVersion> found = rows.list("where v.seq = ?", sequence);
    return first(found)
        .map(_ -> found.getFirst())
        .map(version ->
            new Disclosure(
                PartNotes.text(new HeaderJson().of(version.fields())),
                version.canonicalParts(),
                salts(sequence),
                verifier()));
  }

  private Map<Part, String> salts(long sequence) {
    Map<Part, String> salts = new EnumMap<>(Part.class);
    jdbc.query(
        "select open_salt, nominal_salt, health_salt from ledger.content where seq = ?",
        rs -> {
          for (Part part : Part.values()) {
            byte[] salt = rs.getBytes(part.name().toLowerCase(Locale.ROOT) + "_salt");
            if (salt != null) {
              salts.put(part, HexFormat.of().formatHex(salt));
            }
          }
        },
        sequence);
    return salts;
  }

  private void requireSize(long treeSize) {
    long size = size();
    if (treeSize < 1 || treeSize > size) {
      throw new IllegalArgumentException(
          "expected a tree size from 1 to " + size + ", found " + treeSize);
    }
  }

  private static List<Digest> digests(List<byte[]> hashes) {
    return hashes.stream().map(Digest::of).collect(Collectors.toUnmodifiableList());
  }

  private TreeProofs proofs() {
    return new TreeProofs(this::subtree);
  }

  /// Root of a complete subtree: kept from 256 leaves on, recomputed below.
  private byte[] subtree(int level, long index) {
    if (level >= ChainWriter.KEPT_LEVEL) {
      return required(
          jdbc.queryForObject(
              "select hash from ledger.subtree where level = ? and index = ?",
              byte[].class,
              level,
              index));
    }
    List<byte[]> hashes =
        jdbc.queryForList(
            "select leaf from ledger.version where seq >= ? and seq < ? order by seq",
            byte[].class,
            index << level,
            (index + 1) << level);
    TreeHash hash = new TreeHash();
    while (hashes.size() > 1) {
      List<byte[]> above = new java.util.ArrayList<>(hashes.size() / 2);
      for (int i = 0; i < hashes.size(); i += 2) {
        above.add(hash.node(hashes.get(i), hashes.get(i + 1)));
      }
      hashes = above;
    }
    return hashes.getFirst();
  }

  private byte[] leaf(long sequence) {
    return required(
        jdbc.queryForObject(
            "select leaf from ledger.version where seq = ?", byte[].class, sequence));
  }

  private static byte[] required(byte @org.jspecify.annotations.Nullable [] hash) {
    if (hash == null) {
      throw new IllegalStateException("expected a hash that is there");
    }
    return hash;
  }
}
