package org.tripoint.node.desks.laboratory.pages;

import java.util.List;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.web.Option;

/// Published counts as their page shows them.
///
/// @param heads what the rows are, then the periods
/// @param more words on what is left out, or ""
/// @param file address to which a format is added
public record PublishedView(
    List<Option> choices,
    String choice,
    List<Option> substances,
    String substance,
    List<Option> places,
    String place,
    String title,
    List<String> heads,
    List<Cells> rows,
    String more,
    String file) {
  public PublishedView {
    choices = List.copyOf(choices);
    substances = List.copyOf(substances);
    places = List.copyOf(places);
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }
}
