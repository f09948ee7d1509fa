package org.tripoint.node.desks.laboratory.spectra;

import java.util.List;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.Link;
import org.tripoint.node.web.Option;

/// What a search of one mode found, as its page shows it.
///
/// @param back address of the spectrum's own page, with what was asked there
/// @param action address of the search without its query
/// @param modes how may be searched
/// @param means what the mode compares
/// @param searched how many library spectra were looked through; "" while they are being read
public record SearchView(
    String name,
    String fileName,
    String back,
    String action,
    Asked asked,
    List<Option> modes,
    String mode,
    String means,
    String searched,
    List<Row> rows) {

  public SearchView {
    modes = List.copyOf(modes);
    rows = List.copyOf(rows);
  }

  /// A library spectrum.
  ///
  /// @param heavier by how many m/z the measured ion is heavier, with its sign
  /// @param substances of the registry that it is of
  public record Row(
      String name,
      String formula,
      String score,
      String samePeaks,
      String heavier,
      List<Link> substances,
      String library,
      String accession,
      String licence,
      boolean synthetic) {
    public Row {
      substances = List.copyOf(substances);
    }
  }
}
