package org.tripoint.node.desks.liaison;

/// How a request stands.
public enum RequestState {
  NEW,
  ACCEPTED,
  PARTIAL,
  ANSWERED,
  REFUSED,
  /// Its last day of use is over and no last answer came.
  EXPIRED;

  /// True when nothing more is to come.
  public boolean isOver() {
    return switch (this) {
      case NEW, ACCEPTED, PARTIAL -> false;
      case ANSWERED, REFUSED, EXPIRED -> true;
    };
  }
}
