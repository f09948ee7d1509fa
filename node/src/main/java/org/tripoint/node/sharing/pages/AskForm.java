package org.tripoint.node.sharing.pages;

import java.util.Set;
import org.tripoint.node.sharing.BreakGlass;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// What a person has typed to let a record go, as they typed it.
///
/// @param audience its bit
public record AskForm(
    String record, String audience, Set<Part> parts, String assurance, int hours, String reason) {
  public AskForm {
    parts = Set.copyOf(parts);
  }

  /// What is asked for.
  ///
  /// @throws IllegalArgumentException if record, audience or assurance is none
  BreakGlass.Asked asked() {
    return new BreakGlass.Asked(
        RecordId.parse(record.strip()),
        Integer.parseInt(audience),
        parts,
        Assurance.valueOf(assurance),
        hours,
        reason);
  }
}
