package org.tripoint.node.sharing.pages;

import java.util.Optional;
import org.tripoint.node.sharing.ReadBreakGlass.Exceptional;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.signals.SignalState;

/// A release by exception in the list.
///
/// @param over true when it has expired or was ended
/// @param review the signal that asks for its review
public record ReleasedRow(Exceptional release, boolean over, Optional<ReadSignals.Item> review) {

  /// True when a person who took no part has closed it.
  public boolean isReviewed() {
    return review.filter(one -> one.state() == SignalState.DISMISSED).isPresent();
  }
}
