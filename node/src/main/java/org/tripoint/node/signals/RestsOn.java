package org.tripoint.node.signals;

import java.util.Set;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.vocabulary.RecordId;

/// A room's word on what the figures in the signals it raises were made of: a signal names the
/// latest of its records as evidence, its counts may be of thousands.
public interface RestsOn {

  /// Every record that counted in a figure of the signal when it was raised, or found once more;
  /// empty for a signal of another room.
  Set<RecordId> recordsOf(Item signal);
}
