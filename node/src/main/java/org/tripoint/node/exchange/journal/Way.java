package org.tripoint.node.exchange.journal;

/// The two ways of the exchange with a partner. Each can be stopped by itself.
public enum Way {
  /// What is taken from it.
  FROM,
  /// What is given to it.
  TO
}
