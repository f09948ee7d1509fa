package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.engines.spectra.plot.DrawMirrorPlot;
import org.tripoint.engines.spectra.plot.PlotRange;
import org.tripoint.engines.spectra.plot.PlotSide;
import org.tripoint.engines.spectra.plot.PlotWords;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.Link;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.MirrorView;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.Drawing;

/// Draws a measured spectrum over one of a library.
///
/// @param above the measured one
/// @param name of the measured one
/// @param below the library's
record DrawMirror(Spectrum above, String name, ShelvedSpectrum below, Asked asked, Page page) {

  private static final int[] WIDTHS = {1_000, 560, 328};
  private static final int[] HEIGHTS = {460, 380, 320};
  private static final int[] LABELS = {12, 7, 4};

  /// @param base address of the page without its query
  MirrorView view(String base) {
    PlotRange range = asked.range(above.peaks(), below.peaks());
    return new MirrorView(
        drawing(0, range),
        drawing(1, range),
        drawing(2, range),
        below.compound().name(),
        terms(),
        below.library().content().mayBeShared() ? base + "/mirror.svg?" + asked.query() : "",
        mz(range.low()),
        mz(range.high()),
        zooms(base, range));
  }

  String title() {
    return page.t("spectra.mirror.title", name, below.compound().name());
  }

  /// What must stand beside a picture of the library's spectrum.
  String terms() {
    String accession = below.provenance().accession();
    return page.t(
        "spectra.mirror.terms",
        below.library().content().name(),
        below.licence(),
        accession == null ? 0 : 1,
        accession == null ? "" : accession);
  }

  Drawing drawing() {
    return drawing(0, asked.range(above.peaks(), below.peaks()));
  }

  private Drawing drawing(int size, PlotRange range) {
    double tolerance = above.kind() == SpectrumKind.ELECTRON_IONISATION ? 0.5 : 0.02;
    var plot = new DrawMirrorPlot(WIDTHS[size], HEIGHTS[size], tolerance, LABELS[size]);
    return new Drawing(
        plot.svg(
            new PlotSide(shortened(name, size), above.peaks()),
            new PlotSide(shortened(below.compound().name(), size), below.peaks()),
            new PlotWords(
                title(),
                page.t("spectra.mirror.what"),
                "m/z",
                size == 2
                    ? page.t("spectra.mirror.intensity.short")
                    : page.t("spectra.mirror.intensity")),
            range));
  }

  /// What fits beside the axis.
  private static String shortened(String text, int size) {
    int most = size == 2 ? 28 : size == 1 ? 44 : 80;
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private List<Link> zooms(String base, PlotRange range) {
    double middle = (range.low() + range.high()) / 2;
    List<Link> zooms = new ArrayList<>();
    if (range.high() - range.low() >= 4) {
      zooms.add(zoom(base, "spectra.mirror.lower", range.low(), middle));
      zooms.add(zoom(base, "spectra.mirror.upper", middle, range.high()));
    }
    if (!asked.isWhole()) {
      zooms.add(
          new Link(
              base + "?" + asked.query("from", "", "to", "") + "#mirror",
              page.t("spectra.mirror.whole")));
    }
    return zooms;
  }

  private Link zoom(String base, String key, double low, double high) {
    return new Link(
        base + "?" + asked.query("from", mz(low), "to", mz(high)) + "#mirror", page.t(key));
  }

  private static String mz(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
