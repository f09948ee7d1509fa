package org.tripoint.node.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A room that keeps its own tables from the ledger. Declared as a Spring bean, it is fed in commit
/// order; its cursor is stored in the transaction of its rows, so a crash loses and doubles
/// nothing.
public interface LedgerReader {

  /// A short stable name, such as `desks.seizures`.
  String name();

  /// Names of the kinds it reads; empty for all.
  Set<String> kinds();

  /// Takes the next changes, in commit order. Runs inside the transaction that moves the cursor.
  void apply(List<RecordChange> changes);

  /// What of this reader's figures rests on the version and must outlive its content, as canonical
  /// JSON; asked before a purge, handed back on replay by [RecordVersion.Emptied#carried()].
  Optional<String> carry(RecordChange change);

  /// The version has lost its content: whatever this reader keeps of that content goes, figures
  /// that were carried stay.
  void emptied(RecordVersion version);

  /// Empties this reader's tables before a replay from the start.
  void clear();

  /// How its rows are laid out. A reader that returns another word than the one its rows were made
  /// under is emptied and replayed by itself: so it changes with every migration of its tables.
  default String layout() {
    return "1";
  }

  /// Whether others are given what its rows say, as partners are. Then a step is on the disk before
  /// the next; the rows of all other readers are made again when a crash has lost the last of them.
  default boolean isSeenOutside() {
    return false;
  }
}
