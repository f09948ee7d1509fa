package org.tripoint.node.notices;

/// How soon a notice has to go out, and whether partners must say that they have it.
public enum Urgency {
  URGENT,
  ROUTINE
}
