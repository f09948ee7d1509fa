package org.tripoint.node.substances.registry;

import java.util.List;
import java.util.Optional;
import org.tripoint.node.web.charts.Drawing;

/// What was read from a SMILES or a name, for a person to compare.
///
/// @param refused why it cannot be added; "" when it can
/// @param base SMILES to read instead; "" when there is none
/// @param as how it was read
/// @param doubts to be confirmed one by one
/// @param same substances of the registry with the very structure
/// @param stereo those that differ in stereochemistry alone
/// @param statuses whose rules take it in today
/// @param own record by which this node has added it already; "" when it has not
public record DraftView(
    String refused,
    String base,
    String as,
    Optional<Drawing> drawing,
    String smiles,
    String inchiKey,
    String formula,
    List<Doubt> doubts,
    List<SubstanceRow> same,
    List<SubstanceRow> stereo,
    List<StatusView> statuses,
    String own) {

  public DraftView {
    doubts = List.copyOf(doubts);
    same = List.copyOf(same);
    stereo = List.copyOf(stereo);
    statuses = List.copyOf(statuses);
  }

  /// One thing that the reader of a name was not sure of.
  ///
  /// @param detail in English, as the reader says it
  public record Doubt(String text, String detail) {}

  static DraftView none() {
    return refused("");
  }

  static DraftView refused(String why) {
    return refused(why, "");
  }

  static DraftView refused(String why, String base) {
    return new DraftView(
        why,
        base,
        "",
        Optional.empty(),
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }
}
