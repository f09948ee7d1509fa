package org.tripoint.node.substances;

import org.tripoint.vocabulary.SubstanceId;

/// Under which identity a substance is told apart from others, whatever it was called.
public interface FindIdentity {

  /// The structure that the registry means by the name or heading, where it means exactly one; the
  /// isomers' common name where it means that; else what was given.
  SubstanceId identityOf(SubstanceId reported);

  /// Another number once the registry may answer differently.
  long revision();
}
