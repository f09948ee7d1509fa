package org.tripoint.node.desks.laboratory.protocol;

import java.util.List;

/// Isomers that a substance is easily taken for.
///
/// @param family name that its positional isomers share, or ""
/// @param stereoisomers names of other stereoisomers that are known
public record IsomersOf(String family, List<String> stereoisomers) {

  public static final IsomersOf NONE = new IsomersOf("", List.of());

  public IsomersOf {
    stereoisomers = List.copyOf(stereoisomers);
  }
}
