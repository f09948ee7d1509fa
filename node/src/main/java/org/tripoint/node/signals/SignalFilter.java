package org.tripoint.node.signals;

import java.util.Set;

/// Which signals the inbox shows.
///
/// @param detector what found them; "" for any
/// @param assignee who looks after them; "" for anyone, [#NOBODY] for those that nobody does
/// @param leastSeverity suggested severity from which on; 0 for all, those without one included
public record SignalFilter(
    Set<SignalState> states, String detector, String assignee, int leastSeverity) {

  /// Stands for those that are assigned to nobody; no account has this name.
  public static final String NOBODY = "-";

  public SignalFilter {
    states = Set.copyOf(states);
  }

  public static SignalFilter of(Set<SignalState> states) {
    return new SignalFilter(states, "", "", 0);
  }
}
