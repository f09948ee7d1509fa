package org.tripoint.node.intake;

/// How far an import has come.
enum ImportState {
  /// The file is on disk.
  RECEIVED,
  /// Format and source are known.
  RECOGNISED,
  /// A person has to say how to read it or when it was published.
  NEEDS_ANSWER,
  /// Read entirely; what would change is known and waits for a person.
  CHECKED,
  APPENDING,
  DONE,
  /// The file breaks a rule as a whole; nothing of it was appended.
  REFUSED,
  /// Something of ours broke; can be tried again.
  FAILED;

  boolean isFinished() {
    return this == DONE || this == REFUSED || this == FAILED;
  }

  boolean isMoving() {
    return this == RECEIVED || this == RECOGNISED || this == APPENDING;
  }
}
