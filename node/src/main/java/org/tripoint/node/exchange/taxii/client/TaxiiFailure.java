package org.tripoint.node.exchange.taxii.client;

/// A server that did not answer as the protocol says. Tells what was expected, nothing that came.
public final class TaxiiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  TaxiiFailure(int status, String expected) {
    super(expected);
    this.status = status;
  }

  TaxiiFailure(String expected, Throwable cause) {
    super(expected, cause);
    this.status = 0;
  }

  /// The HTTP status; 0 when there was no answer.
  public int status() {
    return status;
  }
}
