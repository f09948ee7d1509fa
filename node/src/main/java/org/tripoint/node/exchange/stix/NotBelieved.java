package org.tripoint.node.exchange.stix;

/// Something from outside that is not what it has to be. Its message says where and what was
/// expected, never what stands there.
final class NotBelieved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private NotBelieved(String message) {
    super(message, null, false, false);
  }

  static NotBelieved expected(String what, String at) {
    return new NotBelieved("expected " + what + " at " + at);
  }

  String expected() {
    String message = getMessage();
    return message == null ? "expected an object" : message;
  }
}
