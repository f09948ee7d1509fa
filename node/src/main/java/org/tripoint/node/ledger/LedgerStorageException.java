package org.tripoint.node.ledger;

/// The database did not take or give what the ledger asked; the transaction is lost and may be
/// tried again.
public final class LedgerStorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerStorageException(String expected, Throwable cause) {
    super(expected, cause);
  }
}
