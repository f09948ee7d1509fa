package org.tripoint.node.exchange.stix;

/// Makes of each line that an audience may read the objects that it will always be given for it.
public interface FreezeObjects {

  /// Takes the next lines of every audience, in their order, in one transaction with its own place.
  ///
  /// @return how many lines were taken; 0 when there are no more
  int freezeNext();
}
