package org.tripoint.node.signals;

import java.util.Optional;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.web.Page;

/// A room's offer of what to do next with a signal, shown on the signal's page.
public interface OfferStep {

  /// Empty where the room has nothing to offer for this signal to this person.
  Optional<Step> offer(Item signal, Page page);

  /// One thing to do next.
  ///
  /// @param label in the page's language
  /// @param address of the page where it is done
  record Step(String label, String address) {}
}
