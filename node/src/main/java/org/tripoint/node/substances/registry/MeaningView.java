package org.tripoint.node.substances.registry;

import java.util.List;

/// What was found for what somebody typed.
///
/// @param sort `one`, `several`, `street`, `isomers`, `structure`, `doubtful` or `unknown`
/// @param lead the answer in a sentence
/// @param choices what it means, or may mean
/// @param notes what else there is to know, such as that a salt was set apart
/// @param near those whose names are near; none of them is chosen
/// @param add what to hand to the page that adds a substance; "" when it is there already
public record MeaningView(
    String sort,
    String lead,
    List<SubstanceRow> choices,
    List<String> notes,
    List<SubstanceRow> near,
    String add) {
  public MeaningView {
    choices = List.copyOf(choices);
    notes = List.copyOf(notes);
    near = List.copyOf(near);
  }
}
