package org.tripoint.node.web.charts;

import java.util.List;
import org.tripoint.node.web.Wording;

/// Something that can be drawn, and read as a table by who cannot see the drawing.
public sealed interface Chart permits LineChart, BarChart, SmallMultiples, AreaMap {

  /// The finding or the measure, in the page's language.
  String title();

  /// One or two sentences that say what the drawing shows, for who hears it.
  String description();

  Drawing draw(Wording wording, Drawing.Width width);

  ChartTable table(Wording wording);

  /// The same figures, exact, for a file.
  List<ChartFigure> figures(Wording wording);

  /// True when reports of some period of it are still coming in.
  default boolean isIncomplete(Wording wording) {
    return figures(wording).stream().anyMatch(one -> one.state() == PointState.INCOMPLETE);
  }
}
