package org.tripoint.node.substances.registry;

import java.util.List;
import java.util.Optional;
import org.tripoint.node.web.charts.Drawing;

/// One substance as its page shows it.
///
/// @param facts what can be copied: label and value
/// @param names by language
/// @param salts salt and the base's part of its mass
/// @param source where structure and names are from
/// @param record record of what people added; empty for what ships
/// @param origin who added it; "" for what ships
/// @param added when and by whom; "" for what ships
/// @param doubts what the reader of its name was not sure of, confirmed when it was added
/// @param mayCorrect true for what this node added
/// @param same others with the very structure
/// @param stereo others that differ in stereochemistry alone
/// @param on the day that is asked about, as the address has it
/// @param day the same in words
/// @param today true when that day is today
public record SubstanceView(
    String id,
    String name,
    String summary,
    Drawing drawing,
    List<Line> facts,
    List<Line> names,
    List<String> synonyms,
    List<String> street,
    String family,
    String familyAddress,
    String roles,
    String hs,
    List<Line> salts,
    boolean unverified,
    String source,
    Optional<String> record,
    String origin,
    String added,
    List<String> doubts,
    boolean mayCorrect,
    List<SubstanceRow> same,
    List<SubstanceRow> stereo,
    List<StatusView> statuses,
    String on,
    String day,
    boolean today,
    String seizures) {

  public SubstanceView {
    facts = List.copyOf(facts);
    names = List.copyOf(names);
    synonyms = List.copyOf(synonyms);
    street = List.copyOf(street);
    salts = List.copyOf(salts);
    doubts = List.copyOf(doubts);
    same = List.copyOf(same);
    stereo = List.copyOf(stereo);
    statuses = List.copyOf(statuses);
  }

  /// A label and what it is.
  ///
  /// @param language of the value, where it is not the page's; "" elsewhere
  public record Line(String label, String value, String language) {}
}
