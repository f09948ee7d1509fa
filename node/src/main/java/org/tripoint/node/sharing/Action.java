package org.tripoint.node.sharing;

/// What happened between this node and an audience.
public enum Action {
  GIVEN(0),
  RECALLED(1);

  private final int code;

  Action(int code) {
    this.code = code;
  }

  /// As a number, for the database.
  int code() {
    return code;
  }

  static Action of(int code) {
    return code == GIVEN.code ? GIVEN : RECALLED;
  }
}
