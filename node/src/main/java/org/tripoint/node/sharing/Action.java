package org.tripoint.node.sharing;

/// What happened between this node and an audience.
public enum Action {
  GIVEN,
  RECALLED;

  int code() {
    return ordinal();
  }

  static Action of(int code) {
    return values()[code];
  }
}
