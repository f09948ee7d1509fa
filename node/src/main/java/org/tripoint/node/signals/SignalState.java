package org.tripoint.node.signals;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What people have made of a signal.
public enum SignalState {
  NEW,
  TRIAGED,
  WATCHING,
  DISMISSED,
  /// A notice was drafted from it.
  BECAME_NOTICE;

  /// States in which somebody still has to look at it.
  public static Set<SignalState> open() {
    return Collections.unmodifiableSet(EnumSet.of(NEW, TRIAGED, WATCHING));
  }

  /// States that a person chooses; the other one comes with a notice.
  static Set<SignalState> chosen() {
    return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(BECAME_NOTICE)));
  }
}
