package org.tripoint.node.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;

/// One thing to append to one record, which is named by the source's own key for it.
public sealed interface Entry {

  Kind<?> kind();

  /// The source's id for the record, or its natural key; never seen in the chain except inside a
  /// commitment.
  String key();

  /// The record says this.
  ///
  /// @param covers the day the content is about, by which a release's coverage is judged; null when
  ///   it has none
  record Put<C extends Record>(
      Kind<C> kind, String key, C content, Marking marking, @Nullable LocalDate covers)
      implements Entry {}

  /// The originator takes the record back; its last version.
  record Withdraw(Kind<?> kind, String key, String reason) implements Entry {}
}
