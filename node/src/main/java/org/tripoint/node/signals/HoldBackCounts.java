package org.tripoint.node.signals;

import org.tripoint.node.signals.ReadSignals.Item;

/// A room's word on which counts in the signals it raises are small counts of people, which only
/// readers of the health part are told and which leave the node in no notice.
public interface HoldBackCounts {

  /// The signal without them; the signal as it is where it holds none.
  Item withoutSmallCounts(Item signal);

  /// True when a signal that leads to this page was raised over samples from people.
  boolean countsPeople(String link);
}
