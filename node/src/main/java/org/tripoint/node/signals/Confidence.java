package org.tripoint.node.signals;

/// How sure a detector is that what it found is so.
public enum Confidence {
  LOW,
  MEDIUM,
  HIGH
}
