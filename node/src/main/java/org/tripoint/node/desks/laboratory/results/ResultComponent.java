package org.tripoint.node.desks.laboratory.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.SubstanceId;

/// What was said of one substance in an item.
///
/// @param number its number in the result, from 1
/// @param name as the laboratory reported it
/// @param substance what that stands for
/// @param level how the laboratory says that it knows it
/// @param role what it is to the item
/// @param presence whether it is there, and how much
/// @param limits what the method can see and measure of it, or null
/// @param techniques by which it was examined
/// @param unitResults of single tablets or packets; empty for a composite
/// @param observed mass and retention data of something that nobody could name, or ""
/// @param comment the laboratory's own, or ""
public record ResultComponent(
    int number,
    String name,
    SubstanceId substance,
    IdentificationLevel level,
    ComponentRole role,
    Presence presence,
    @Nullable DetectionLimits limits,
    List<AppliedTechnique> techniques,
    List<UnitResult> unitResults,
    String observed,
    String comment) {

  private static final int MOST_TECHNIQUES = 50;
  private static final int MOST_UNITS = 1_000;

  public ResultComponent {
    techniques = Texts.atMost("techniques", techniques, MOST_TECHNIQUES);
    unitResults = Texts.atMost("results of units", unitResults, MOST_UNITS);
    if (number < 1) {
      throw new IllegalArgumentException("expected a component number from 1, found " + number);
    }
    Texts.require("a name of a substance", name, 1, 500);
    Texts.require("mass and retention data", observed, 0, Texts.LONGEST_REMARK);
    Texts.require("a comment", comment, 0, Texts.LONGEST_REMARK);
    if (unitResults.stream().map(UnitResult::number).distinct().count() != unitResults.size()) {
      throw new IllegalArgumentException("expected each unit once in the results of units");
    }
    if (!unitResults.isEmpty() && !(presence instanceof Presence.Measured)) {
      throw new IllegalArgumentException("expected a quantity where units have one");
    }
  }
}
