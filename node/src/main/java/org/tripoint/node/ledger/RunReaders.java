package org.tripoint.node.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings readers up to date with the ledger. A background thread does so after every append; tests
/// and the command line ask for it.
public interface RunReaders {

  /// Feeds every reader up to the ledger's present size and returns.
  ///
  /// @throws IllegalStateException after all have been fed, when a reader failed
  void catchUp();

  /// Feeds the readers for some seconds at most: what a person has just decided stands on the next
  /// page, unless much is still to be read. A reader that fails is tried again later.
  void catchUpBriefly();

  /// Empties every reader's tables and replays the ledger to them, to the same rows.
  void rebuild(java.util.function.Consumer<Progress> progress);

  /// Where each reader stands.
  List<Progress> listProgress();

  /// How far a reader has come.
  ///
  /// @param reader its name
  /// @param position versions it has read
  /// @param ledgerSize versions there are
  /// @param failure why it does not get on, or null; it is tried again
  record Progress(String reader, long position, long ledgerSize, @Nullable String failure) {}
}
