package org.tripoint.node.desks.laboratory.results;

import java.util.List;

/// One technique, applied to one sampling of an item.
///
/// @param code as the standard's table has it, such as `MS`, `IR` or the hyphenated `GC-MS`
/// @param outputs of a hyphenated technique: the codes of those parts whose outcome was used; empty
///   for a technique of one part
/// @param sampling which sampling of the item it was applied to, from 1
/// @param sense what it said of the substance
/// @param reviewable whether its data were kept for review
/// @param referenceCompared whether a reference material was measured beside it
/// @param reference the reference material and its lot, or ""
/// @param isomersSeparated whether, as it was applied, it tells the isomers of the substance apart
public record AppliedTechnique(
    String code,
    List<String> outputs,
    int sampling,
    TechniqueSense sense,
    boolean reviewable,
    boolean referenceCompared,
    String reference,
    boolean isomersSeparated) {

  public AppliedTechnique {
    outputs = Texts.atMost("outputs", outputs, 10);
    Texts.require("a technique", code, 1, 60);
    outputs.forEach(output -> Texts.require("an output", output, 1, 60));
    Texts.require("a reference material", reference, 0, 200);
    if (sampling < 1 || sampling > 100) {
      throw new IllegalArgumentException("expected a sampling from 1 to 100, found " + sampling);
    }
  }

  /// What a technique said.
  public enum TechniqueSense {
    POSITIVE,
    NEGATIVE,
    INCONCLUSIVE
  }
}
