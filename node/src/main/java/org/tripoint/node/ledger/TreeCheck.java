package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerVerifier.FoundBroken;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.ledger.merkle.CheckpointNote;
import org.tripoint.node.ledger.merkle.GrowingTree;

/// Grows the tree again and checks every kept subtree and every checkpoint against it.
final class TreeCheck implements AutoCloseable {
  private final LedgerKeys keys;
  private final GrowingTree tree = GrowingTree.empty();
  private final Map<String, byte[]> subtrees = new HashMap<>();
  private final Stream<Row> stream;
  private final Iterator<Row> checkpoints;
  private @Nullable Row next;
  private long checked;
  private long lastChecked;

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, shared inside the room only
  private record Row(long size, byte[] root, Instant signedAt, String note) {}

  TreeCheck(JdbcTemplate jdbc, LedgerKeys keys) {
    this.keys = keys;
    jdbc.query(
        "select level, index, hash from ledger.subtree",
        rs -> {
          subtrees.put(rs.getInt(1) + "/" + rs.getLong(2), rs.getBytes(3));
        });
    stream =
        jdbc.queryForStream(
            "select size, root, signed_at, note from ledger.checkpoint order by size",
            (rs, row) ->
                new Row(
                    rs.getLong(1),
                    rs.getBytes(2),
                    rs.getTimestamp(3).toInstant(),
                    rs.getString(4)));
    checkpoints = stream.iterator();
    advance();
  }

  private void advance() {
    next = checkpoints.hasNext() ? checkpoints.next() : null;
  }

  void add(byte[] leaf) {
    tree.append(leaf, this::checkSubtree);
    while (next != null && next.size() <= tree.size()) {
      checkCheckpoint(next);
      advance();
    }
  }

  private void checkSubtree(int level, long index, byte[] hash) {
    if (level >= ChainWriter.KEPT_LEVEL
        && !Arrays.equals(hash, subtrees.remove(level + "/" + index))) {
      throw broken("expected subtree " + index + " of level " + level + " as recomputed");
    }
  }

  private void checkCheckpoint(Row row) {
    if (row.size() != tree.size() || !Arrays.equals(row.root(), tree.root())) {
      throw broken("expected the root as recomputed in the checkpoint of size " + row.size());
    }
    try {
      CheckpointNote note = CheckpointNote.parse(row.note(), keys.noteKey());
      if (note.size() != row.size()
          || !Arrays.equals(note.root(), row.root())
          || !note.signedAt().equals(row.signedAt())) {
        throw broken("expected the checkpoint's columns to say what its note says");
      }
    } catch (IllegalArgumentException e) {
      throw broken("checkpoint of size " + row.size() + ": " + e.getMessage());
    }
    checked++;
    lastChecked = row.size();
  }

  /// Ends the check and says how many checkpoints were checked.
  long end() {
    if (next != null) {
      throw broken("a checkpoint over " + next.size() + " versions, more than there are");
    }
    if (!subtrees.isEmpty()) {
      throw broken("subtrees that the tree does not have: " + subtrees.keySet());
    }
    if (tree.size() > lastChecked) {
      throw broken("versions from " + lastChecked + " on without a checkpoint");
    }
    return checked;
  }

  private FoundBroken broken(String what) {
    return new FoundBroken(new Finding.BrokenTree(tree.size(), what));
  }

  @Override
  public void close() {
    stream.close();
  }
}
