package org.tripoint.node.desks.laboratory.results;

/// What of a salt a quantity is of.
public enum QuantityBasis {
  FREE_BASE,
  SALT,
  /// Not said: such a quantity is compared with no other.
  NOT_STATED
}
