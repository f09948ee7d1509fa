package org.tripoint.node.substances.registry;

import java.util.List;
import java.util.Optional;
import org.tripoint.node.web.charts.Drawing;

/// The answer about a structure that somebody typed.
///
/// @param typed as it came
/// @param refused why no structure could be read; "" when one was, or none was asked about
/// @param known substances of the registry with the same atoms joined in the same way
/// @param on the day that is asked about, as the address has it
/// @param day the same in words
public record AskView(
    String typed,
    String refused,
    Optional<Drawing> drawing,
    String smiles,
    String inchiKey,
    String formula,
    List<SubstanceRow> known,
    List<StatusView> statuses,
    String on,
    String day) {

  public AskView {
    known = List.copyOf(known);
    statuses = List.copyOf(statuses);
  }

  /// Nothing is answered: nothing was asked, or what was asked cannot be read.
  static AskView unanswered(String typed, String refused, String on, String day) {
    return new AskView(typed, refused, Optional.empty(), "", "", "", List.of(), List.of(), on, day);
  }
}
