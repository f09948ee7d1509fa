package org.tripoint.node.substances.registry;

import java.util.List;
import java.util.Optional;
import org.tripoint.node.web.charts.Drawing;

/// What one jurisdiction's rules say of a substance on a day, as a page shows it.
///
/// @param code such as `US`
/// @param jurisdiction its name
/// @param outcome the answer in words
/// @param tone class of the answer's tag
/// @param grounds those that decided first
/// @param nearMisses class definitions that one difference keeps it out of; they do not count
/// @param turns days on which the answer became another one, the newest first
public record StatusView(
    String code,
    String jurisdiction,
    String outcome,
    String tone,
    List<GroundView> grounds,
    List<GroundView> nearMisses,
    List<Turn> turns) {

  public StatusView {
    grounds = List.copyOf(grounds);
    nearMisses = List.copyOf(nearMisses);
    turns = List.copyOf(turns);
  }

  /// One reason.
  ///
  /// @param entry where it stands in the law; "" when nowhere
  /// @param covers what the entry takes in beside the substance; "" when nothing or a class
  /// @param drawing for a class: the structure with every difference marked
  /// @param differences for a class: what each mark is, and the clauses that allow it
  public record GroundView(
      String how,
      String entry,
      String covers,
      String dates,
      String certainty,
      String source,
      Optional<Drawing> drawing,
      List<DifferenceView> differences) {
    public GroundView {
      differences = List.copyOf(differences);
    }
  }

  /// One difference from the parent of a class.
  ///
  /// @param number of the mark on the drawing; 0 where something is missing and nothing can be
  ///   marked
  /// @param clauses name and short text of each clause that allows it, English
  public record DifferenceView(
      int number, String place, String group, List<String> clauses, String allowed, String tone) {
    public DifferenceView {
      clauses = List.copyOf(clauses);
    }

    /// Class of its colour on the drawing: five, then again from the first.
    public String colour() {
      return "mark-" + ((number - 1) % 5 + 1);
    }
  }

  /// A day on which the answer became another one.
  ///
  /// @param on as the address has it
  public record Turn(String on, String day, String outcome) {}
}
