package org.tripoint.engines.chemistry.coverage;

import java.util.List;
import java.util.Map;

/// A class definition as its jurisdiction wrote it, read atom by atom.
///
/// @param id such as `us-fentanyl-related`
/// @param entry where it stands, such as `Schedule I (e)`
/// @param texts what each clause says, in short, by its name
/// @param atLeast how many differences from the parent there must be
/// @param referred true when the wording is not computable: what fits needs a chemist
/// @param doubts patterns that the core does not take but a reader might
public record ClassRule(
    String id,
    String entry,
    Validity validity,
    Map<String, String> texts,
    Pattern core,
    int atLeast,
    boolean referred,
    List<Site> sites,
    List<Doubt> doubts) {

  public ClassRule {
    texts = Map.copyOf(texts);
    sites = List.copyOf(sites);
    doubts = List.copyOf(doubts);
  }

  /// A pattern that calls for a chemist, and why in a word.
  record Doubt(Pattern pattern, String reason) {}
}
