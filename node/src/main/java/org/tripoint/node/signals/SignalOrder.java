package org.tripoint.node.signals;

/// In which order the inbox lists signals; within one severity the newest come first.
public enum SignalOrder {
  NEWEST,
  SEVERITY
}
