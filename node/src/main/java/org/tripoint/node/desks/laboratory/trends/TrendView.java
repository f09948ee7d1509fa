package org.tripoint.node.desks.laboratory.trends;

import java.util.List;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.charts.Chart;

/// Trends as their page shows them.
///
/// @param file address to which the code of a chart or table and a format are added
/// @param overview what is found most, while no substance was asked for
/// @param guarded what is held back of people's samples; "" where none are shown
/// @param charts of the substance that was asked for
public record TrendView(
    TrendAsked asked,
    List<Option> substances,
    List<Option> origins,
    List<Option> places,
    String title,
    String file,
    List<MostFound> overview,
    String guarded,
    List<Picture> charts,
    List<TrendTable> tables) {
  public TrendView {
    substances = List.copyOf(substances);
    origins = List.copyOf(origins);
    places = List.copyOf(places);
    overview = List.copyOf(overview);
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
  }

  /// A chart with what must be known to read it.
  public record Picture(String code, Chart chart, String caveat, String citation) {}

  /// What is found most in samples of one origin.
  ///
  /// @param analysed how many samples there were, in words
  public record MostFound(String origin, String analysed, List<Found> found) {
    public MostFound {
      found = List.copyOf(found);
    }
  }

  /// A substance and in how many samples it was found, or "".
  public record Found(String name, String address, String samples) {}
}
