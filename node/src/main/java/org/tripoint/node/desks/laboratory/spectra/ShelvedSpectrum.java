package org.tripoint.node.desks.laboratory.spectra;

import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Provenance;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;
import org.tripoint.node.desks.laboratory.spectra.LibraryTable.Library;

/// A library spectrum as it is held beside the index, to be shown: 12 bytes a peak.
final class ShelvedSpectrum {

  private final Library library;
  private final Compound compound;
  private final Provenance provenance;
  private final SpectrumKind kind;
  private final Acquisition acquisition;
  private final double[] mz;
  private final float[] intensity;

  private ShelvedSpectrum(Library library, LibraryEntry entry) {
    Compound whole = entry.compound();
    this.library = library;
    this.compound =
        new Compound(
            whole.name(),
            java.util.List.of(),
            whole.inchiKey(),
            whole.smiles(),
            whole.formula(),
            whole.exactMass(),
            whole.cas());
    this.provenance = entry.provenance();
    this.kind = entry.spectrum().kind();
    this.acquisition = entry.spectrum().acquisition();
    Peaks peaks = entry.spectrum().peaks();
    this.mz = peaks.copyMz();
    this.intensity = new float[peaks.size()];
    double top = peaks.intensity(peaks.basePeak());
    for (int i = 0; i < intensity.length; i++) {
      // Never 0: a peak of nothing is none.
      intensity[i] = Math.max((float) (1000 * peaks.intensity(i) / top), Float.MIN_NORMAL);
    }
  }

  static ShelvedSpectrum of(Library library, LibraryEntry entry) {
    return new ShelvedSpectrum(library, entry);
  }

  Library library() {
    return library;
  }

  Compound compound() {
    return compound;
  }

  Provenance provenance() {
    return provenance;
  }

  /// Its own licence where the file has one for each spectrum, else the library's.
  String licence() {
    String own = provenance.licence();
    return own == null ? library.content().licence() : own;
  }

  Peaks peaks() {
    double[] heights = new double[intensity.length];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = intensity[i];
    }
    return Peaks.of(mz, heights);
  }

  Acquisition acquisition() {
    return acquisition;
  }

  Spectrum spectrum() {
    return new Spectrum(kind, peaks(), acquisition);
  }
}
