package org.tripoint.node.ledger;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.node.ledger.canonical.PartNotes;
import org.tripoint.node.ledger.merkle.TreeHash;
import org.tripoint.vocabulary.Part;

/// Checks one version against itself: columns against leaf, parts against commitments, content
/// against what is kept beside it for finding it. Every refusal says what was expected.
final class VersionCheck {
  private static final int STATES = VersionState.values().length;

  private final JdbcTemplate jdbc;
  private final Pseudonyms pseudonyms;
  private final TreeHash hash = new TreeHash();
  private final HeaderJson header = new HeaderJson();
  private final MessageDigest sha256 = TreeHash.sha256();
  private final Map<Long, Map<Long, PurgeRecord.Target>> purges = new HashMap<>();

  VersionCheck(JdbcTemplate jdbc, LedgerKeys keys) {
    this.jdbc = jdbc;
    this.pseudonyms = new Pseudonyms(keys.secret());
  }

  /// @return the leaf hash
  /// @throws IllegalArgumentException saying what does not match
  byte[] check(ResultSet rs) throws SQLException {
    String marking = rs.getString("marking_body");
    require(marking != null, "the marking that the version names");
    int state = rs.getInt("state");
    require(state >= 0 && state < STATES, "a state that there is");
    Map<Part, byte[]> commitments = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      byte[] commitment = rs.getBytes(column(part, "commitment"));
      if (commitment != null) {
        commitments.put(part, commitment);
      }
    }
    byte[] markingBytes = PartNotes.bytes(Objects.requireNonNull(marking));
    HeaderJson.Fields fields =
        new HeaderJson.Fields(
            rs.getLong("seq"),
            rs.getObject("record", UUID.class),
            rs.getString("kind"),
            rs.getInt("kind_version"),
            VersionRows.stateOf(state),
            rs.getString("source"),
            rs.getObject("release", UUID.class),
            rs.getString("actor"),
            rs.getTimestamp("published").toInstant(),
            rs.getTimestamp("received").toInstant(),
            markingBytes,
            commitments);
    byte[] leaf = hash.leaf(header.of(fields));
    require(Arrays.equals(leaf, rs.getBytes("leaf")), "the leaf of this header");
    rs.getLong("content_seq");
    require(!rs.wasNull(), "a row of content");
    checkContent(rs, fields);
    return leaf;
  }

  private void checkContent(ResultSet rs, HeaderJson.Fields fields) throws SQLException {
    long purge = rs.getLong("purge");
    if (!rs.wasNull()) {
      checkEmptied(rs, fields, purge);
      return;
    }
    Map<Part, byte[]> parts = new EnumMap<>(Part.class);
    List<String> texts = new ArrayList<>();
    for (Part part : Part.values()) {
      String body = rs.getString(column(part, "body"));
      byte[] salt = rs.getBytes(column(part, "salt"));
      byte[] commitment = fields.commitments().get(part);
      require(
          (body == null) == (commitment == null) && (salt == null) == (commitment == null),
          "the " + part + " part as the header has it");
      if (body != null && salt != null) {
        byte[] bytes = PartNotes.bytes(body);
        sha256.update(salt);
        require(
            salt.length == 32 && Arrays.equals(sha256.digest(bytes), commitment),
            "the commitment of the " + part + " part");
        parts.put(part, bytes);
        texts.add(body);
      }
    }
    checkPseudonyms(rs, fields, parts, texts);
  }

  private void checkPseudonyms(
      ResultSet rs, HeaderJson.Fields fields, Map<Part, byte[]> parts, List<String> texts)
      throws SQLException {
    Optional<String> key = PartNotes.keyIn(texts);
    require(key.isPresent(), "the source's key in a part");
    require(
        pseudonyms
            .sourceKey(fields.source(), fields.kind(), key.orElseThrow())
            .equals(rs.getObject("source_key", UUID.class)),
        "the source key of this record");
    require(
        pseudonyms
            .digest(fields.kindVersion(), fields.marking(), parts)
            .equals(rs.getObject("digest", UUID.class)),
        "the digest of this content");
    @Nullable LocalDate covers =
        fields.state() == VersionState.HELD ? PartNotes.coversIn(texts).orElse(null) : null;
    require(
        Objects.equals(covers, rs.getObject("covers", LocalDate.class)),
        "the day that the content is about");
  }

  private void checkEmptied(ResultSet rs, HeaderJson.Fields fields, long purge)
      throws SQLException {
    for (Part part : Part.values()) {
      require(
          rs.getString(column(part, "body")) == null && rs.getBytes(column(part, "salt")) == null,
          "nothing left of the " + part + " part");
    }
    require(
        rs.getObject("digest") == null && rs.getObject("covers") == null,
        "nothing left of the digest and the day");
    PurgeRecord.Target target = purges.computeIfAbsent(purge, this::targets).get(fields.sequence());
    require(target != null, "a purge at " + purge + " that names this version");
    PurgeRecord.Target named = Objects.requireNonNull(target);
    require(
        named.record().value().equals(fields.record())
            && named.sourceKey().equals(String.valueOf(rs.getObject("source_key", UUID.class))),
        "the record and source key that the purge names");
  }

  /// The purge itself is checked where it stands.
  private Map<Long, PurgeRecord.Target> targets(long purge) {
    Map<Long, PurgeRecord.Target> targets = new HashMap<>();
    jdbc.query(
        """
        select c.open_body from ledger.version v join ledger.content c using (seq)
        where v.seq = ? and v.kind = 'purge' and v.state = 0
        """,
        rs -> {
          ContentCodec.of(PurgeRecord.class)
              .read(List.of(rs.getString(1)))
              .targets()
              .forEach(target -> targets.put(target.sequence(), target));
        },
        purge);
    return targets;
  }

  private static String column(Part part, String suffix) {
    return part.name().toLowerCase(Locale.ROOT) + "_" + suffix;
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected);
    }
  }
}
