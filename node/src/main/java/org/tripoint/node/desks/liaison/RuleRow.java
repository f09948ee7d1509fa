package org.tripoint.node.desks.liaison;

import java.util.List;
import org.tripoint.vocabulary.RecordId;

/// A rule on a page.
///
/// @param found records it finds now
/// @param gone records it found and that were called back since
/// @param fresh records it found since the officer's last shift
public record RuleRow(
    RecordId record, LiaisonRule rule, boolean inForce, long found, long gone, List<Shown> fresh) {
  public RuleRow {
    fresh = List.copyOf(fresh);
  }
}
