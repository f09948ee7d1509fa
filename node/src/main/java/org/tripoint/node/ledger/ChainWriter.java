package org.tripoint.node.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.tripoint.node.database.RepeatableWork;
import org.tripoint.node.ledger.canonical.InstantText;
import org.tripoint.node.ledger.merkle.CheckpointNote;
import org.tripoint.node.ledger.merkle.GrowingTree;
import org.tripoint.node.ledger.merkle.TreeHash;
import org.tripoint.vocabulary.Part;

/// Puts versions at the end of the chain and signs a checkpoint over it. Whoever calls is inside a
/// transaction and holds the ledger's lock ([#lock]).
// The stored number of a state is its place; markings are told apart by identity; rows stay inside.
@SuppressWarnings({"EnumOrdinal", "IdentityHashMapUsage", "ArrayRecordComponent"})
@Component
class ChainWriter {
  /// Level of the smallest subtree whose root is kept: 256 leaves.
  static final int KEPT_LEVEL = 8;

  private static final long ADVISORY_LOCK = 0x7472_6970_6f69_6e74L; // "tripoint"
  private static final int SALT_BYTES = 32;

  private final DataSource dataSource;
  private final JdbcTemplate jdbc;
  private final LedgerKeys keys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private volatile @Nullable Edge edge;

  /// Right edge of the tree under a checkpoint, so that the next batch need not read it again.
  private record Edge(byte[] root, long size, List<byte[]> peaks) {}

  ChainWriter(DataSource dataSource, LedgerKeys keys, Clock clock) {
    this.dataSource = dataSource;
    this.jdbc = new JdbcTemplate(dataSource);
    this.keys = keys;
    this.clock = clock;
  }

  /// Makes this transaction the only one that appends, and tells where the chain ends.
  ChainTip lock() {
    jdbc.queryForList("select pg_advisory_xact_lock(?)", ADVISORY_LOCK);
    return tip();
  }

  private ChainTip tip() {
    return jdbc
        .query(
            "select size, root, signed_at from ledger.checkpoint order by size desc limit 1",
            (rs, row) ->
                new ChainTip(
                    rs.getLong("size"),
                    rs.getBytes("root"),
                    rs.getTimestamp("signed_at").toInstant()))
        .stream()
        .findFirst()
        .orElseGet(() -> new ChainTip(0, new TreeHash().empty(), Instant.EPOCH));
  }

  /// Appends the versions after the tip and signs a checkpoint over them; nothing when there are
  /// none.
  ///
  /// @return the new end of the chain
  ChainTip append(ChainTip tip, List<NewVersion> versions) {
    if (versions.isEmpty()) {
      return tip;
    }
    RepeatableWork.wait(jdbc);
    Instant now = InstantText.stored(clock.instant());
    Instant received = now.isBefore(tip.signedAt()) ? tip.signedAt() : now;
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      return new Run(connection, tip, received).append(versions);
    } catch (SQLException e) {
      throw new LedgerStorageException("expected to append " + versions.size() + " versions", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /// One append, from the first row to the signature.
  private final class Run {
    private final Connection connection;
    private final ChainTip tip;
    private final Instant received;
    private final TreeHash hash = new TreeHash();
    private final MessageDigest sha256 = TreeHash.sha256();
    private final HeaderJson header = new HeaderJson();

    Run(Connection connection, ChainTip tip, Instant received) {
      this.connection = connection;
      this.tip = tip;
      this.received = received;
    }

    ChainTip append(List<NewVersion> versions) throws SQLException {
      GrowingTree tree = treeAt(tip);
      Map<byte[], Integer> markings = markingNumbers(versions);
      List<Map<Part, byte[]>> salts = salts(versions);
      List<Subtree> complete = new ArrayList<>();
      CopyRows chain = new CopyRows(connection, VERSION_COLUMNS, 15);
      for (int i = 0; i < versions.size(); i++) {
        NewVersion version = versions.get(i);
        byte[] leaf = writeVersion(chain, version, tip.size() + i, salts.get(i), markings);
        tree.append(
            leaf,
            (level, index, subtree) -> {
              if (level >= KEPT_LEVEL) {
                complete.add(new Subtree(level, index, subtree));
              }
            });
      }
      chain.end();
      writeContents(versions, salts);
      writeSubtrees(complete);
      return sign(tree);
    }

    private byte[] writeVersion(
        CopyRows rows,
        NewVersion version,
        long sequence,
        Map<Part, byte[]> salts,
        Map<byte[], Integer> markings)
        throws SQLException {
      Map<Part, byte[]> commitments = new EnumMap<>(Part.class);
      version
          .parts()
          .forEach((part, body) -> {
            sha256.update(saltOf(salts, part));
            commitments.put(part, sha256.digest(body));
          });
      byte[] leaf =
          hash.leaf(
              header.of(
                  new HeaderJson.Fields(
                      sequence,
                      version.record(),
                      version.kind(),
                      version.kindVersion(),
                      version.state(),
                      version.source(),
                      version.release(),
                      version.actor(),
                      version.published(),
                      received,
                      version.marking(),
                      commitments)));
      rows.row()
          .bigint(sequence)
          .uuid(version.record())
          .text(version.kind())
          .integer(version.kindVersion())
          .smallint(version.state().ordinal())
          .text(version.source())
          .uuid(version.release())
          .text(version.actor())
          .instant(version.published())
          .instant(received)
          .integer(numberOf(markings, version.marking()))
          .bytes(commitments.get(Part.OPEN))
          .bytes(commitments.get(Part.NOMINAL))
          .bytes(commitments.get(Part.HEALTH))
          .bytes(leaf);
      return leaf;
    }

    private void writeContents(List<NewVersion> versions, List<Map<Part, byte[]>> salts)
        throws SQLException {
      CopyRows rows = new CopyRows(connection, CONTENT_COLUMNS, 10);
      for (int i = 0; i < versions.size(); i++) {
        NewVersion version = versions.get(i);
        rows.row()
            .bigint(tip.size() + i)
            .uuid(version.sourceKey())
            .uuid(version.digest())
            .date(version.covers());
        for (Part part : PARTS) {
          rows.bytes(salts.get(i).get(part)).bytes(version.parts().get(part));
        }
      }
      rows.end();
    }

    private void writeSubtrees(List<Subtree> complete) throws SQLException {
      if (complete.isEmpty()) {
        return;
      }
      CopyRows rows = new CopyRows(connection, "ledger.subtree (level, index, hash)", 3);
      for (Subtree subtree : complete) {
        rows.row().smallint(subtree.level()).bigint(subtree.index()).bytes(subtree.hash());
      }
      rows.end();
    }

    private ChainTip sign(GrowingTree tree) {
      byte[] root = tree.root();
      String note =
          new CheckpointNote(keys.origin(), tree.size(), root, received).sign(keys.noteKey());
      jdbc.update(
          "insert into ledger.checkpoint (size, root, signed_at, note) values (?, ?, ?, ?)",
          tree.size(),
          root,
          Timestamp.from(received),
          note);
      edge = new Edge(root, tree.size(), tree.peaks());
      return new ChainTip(tree.size(), root, received);
    }
  }

  private static final List<Part> PARTS = List.of(Part.OPEN, Part.NOMINAL, Part.HEALTH);
  private static final String VERSION_COLUMNS =
      "ledger.version (seq, record, kind, kind_version, state, source, release, actor, published,"
          + " received, marking, open_commitment, nominal_commitment, health_commitment, leaf)";
  private static final String CONTENT_COLUMNS =
      "ledger.content (seq, source_key, digest, covers, open_salt, open_body, nominal_salt,"
          + " nominal_body, health_salt, health_body)";

  private record Subtree(int level, long index, byte[] hash) {}

  private static byte[] saltOf(Map<Part, byte[]> salts, Part part) {
    byte[] salt = salts.get(part);
    if (salt == null) {
      throw new IllegalStateException("expected a salt for part " + part);
    }
    return salt;
  }

  private List<Map<Part, byte[]>> salts(List<NewVersion> versions) {
    int parts = versions.stream().mapToInt(version -> version.parts().size()).sum();
    byte[] drawn = new byte[parts * SALT_BYTES];
    random.nextBytes(drawn);
    int at = 0;
    List<Map<Part, byte[]>> all = new ArrayList<>(versions.size());
    for (NewVersion version : versions) {
      Map<Part, byte[]> salts = new EnumMap<>(Part.class);
      for (Part part : version.parts().keySet()) {
        salts.put(part, Arrays.copyOfRange(drawn, at, at + SALT_BYTES));
        at += SALT_BYTES;
      }
      all.add(salts);
    }
    return all;
  }

  private static int numberOf(Map<byte[], Integer> markings, byte[] marking) {
    Integer number = markings.get(marking);
    if (number == null) {
      throw new IllegalStateException("expected a number for every marking");
    }
    return number;
  }

  /// Numbers of the batch's markings; new ones are added to the list.
  private Map<byte[], Integer> markingNumbers(List<NewVersion> versions) {
    // By identity: versions with one marking share its bytes.
    Map<byte[], Integer> numbers = new IdentityHashMap<>();
    for (NewVersion version : versions) {
      numbers.computeIfAbsent(
          version.marking(), marking -> markingNumber(new String(marking, StandardCharsets.UTF_8)));
    }
    return numbers;
  }

  private int markingNumber(String body) {
    List<Integer> known =
        jdbc.queryForList("select id from ledger.marking where body = ?", Integer.class, body);
    if (!known.isEmpty()) {
      return known.getFirst();
    }
    Integer next =
        jdbc.queryForObject(
            "insert into ledger.marking select coalesce(max(id), 0) + 1, ? from ledger.marking"
                + " returning id",
            Integer.class,
            body);
    return next == null ? 0 : next;
  }

  /// The tree as it stands at the tip: from memory when it is the same tree, else from its kept
  /// subtrees.
  private GrowingTree treeAt(ChainTip tip) {
    Edge known = edge;
    if (known != null && known.size() == tip.size() && Arrays.equals(known.root(), tip.root())) {
      return new GrowingTree(tip.size(), known.peaks());
    }
    long kept = tip.size() >> KEPT_LEVEL << KEPT_LEVEL;
    List<byte[]> peaks = new ArrayList<>();
    long covered = 0;
    for (int level = 62; level >= KEPT_LEVEL; level--) {
      if ((kept >> level & 1) == 1) {
        peaks.add(subtree(level, covered >> level));
        covered += 1L << level;
      }
    }
    GrowingTree tree = new GrowingTree(kept, peaks);
    jdbc.query(
        "select leaf from ledger.version where seq >= ? and seq < ? order by seq",
        rs -> {
          tree.append(rs.getBytes(1), (level, index, hash) -> {});
        },
        kept,
        tip.size());
    return tree;
  }

  private byte[] subtree(int level, long index) {
    byte[] hash =
        jdbc.queryForObject(
            "select hash from ledger.subtree where level = ? and index = ?",
            byte[].class,
            level,
            index);
    if (hash == null) {
      throw new IllegalStateException("expected subtree " + index + " of level " + level);
    }
    return hash;
  }
}
