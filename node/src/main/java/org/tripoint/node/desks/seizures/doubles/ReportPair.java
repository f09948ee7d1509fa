package org.tripoint.node.desks.seizures.doubles;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.MergeDecision.Verdict;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.vocabulary.RecordId;

/// Two reports that may be of one seizure, with what raised them and what was decided.
///
/// @param signal the signal, or null when somebody paired them without one
/// @param raised when, or null
/// @param score sum of the parts, or null when it was emptied
/// @param verdict null while nobody has decided
public record ReportPair(
    RecordId first,
    RecordId second,
    @Nullable RecordId signal,
    @Nullable Instant raised,
    @Nullable BigDecimal score,
    List<ScorePart> parts,
    @Nullable Verdict verdict,
    String reason,
    String decidedBy,
    @Nullable Instant decided) {

  public ReportPair {
    parts = List.copyOf(parts);
  }

  /// The pair in one word; [#find] reads it back.
  public String id() {
    return first + "~" + second;
  }

  /// The two records of an id; empty for anything else.
  public static Optional<RecordId[]> find(String id) {
    int tilde = id.indexOf('~');
    if (tilde < 0) {
      return Optional.empty();
    }
    try {
      RecordId first = RecordId.parse(id.substring(0, tilde));
      RecordId second = RecordId.parse(id.substring(tilde + 1));
      return first.compareTo(second) < 0
          ? Optional.of(new RecordId[] {first, second})
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
