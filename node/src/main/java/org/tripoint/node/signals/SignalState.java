package org.tripoint.node.signals;

/// What people have made of a signal.
public enum SignalState {
  NEW,
  TRIAGED,
  WATCHING,
  DISMISSED
}
