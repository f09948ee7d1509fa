package org.tripoint.engines.spectra.reading;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.Field;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Provenance;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Writes entries as NIST MSP, one pair a line, each number with all its digits, so that reading
/// them gives the same entries.
///
/// Whether a licence lets an entry leave is not asked here.
public final class WriteMsp {

  private final Appendable out;

  public WriteMsp(Appendable out) {
    this.out = out;
  }

  /// Writes an entry and a blank line.
  public void write(LibraryEntry entry) throws IOException {
    compound(entry.compound());
    acquisition(entry.spectrum().kind(), entry.spectrum().acquisition());
    provenance(entry.provenance());
    for (Field field : entry.further()) {
      further(field);
    }
    peaks(entry.spectrum().peaks());
    out.append('\n');
  }

  private void compound(Compound compound) throws IOException {
    line("Name", compound.name());
    for (String synonym : compound.synonyms()) {
      line("Synon", synonym);
    }
    line("InChIKey", compound.inchiKey());
    line("SMILES", compound.smiles());
    line("Formula", compound.formula());
    line("ExactMass", compound.exactMass());
    line("CAS", compound.cas());
  }

  private void acquisition(SpectrumKind kind, Acquisition acquisition) throws IOException {
    line("PrecursorMZ", acquisition.precursorMz());
    line("Precursor_type", acquisition.adduct());
    line("Charge", acquisition.charge());
    switch (acquisition.polarity()) {
      case POSITIVE -> line("Ion_mode", "P");
      case NEGATIVE -> line("Ion_mode", "N");
      case UNKNOWN -> {}
    }
    switch (kind) {
      case TANDEM -> line("Spectrum_type", "MS2");
      case FULL_SCAN -> line("Spectrum_type", "MS1");
      case ELECTRON_IONISATION -> {
        line("Spectrum_type", "MS1");
        line("Ionization", "EI");
      }
      case UNKNOWN -> {}
    }
    line("Instrument_type", acquisition.instrumentType());
    line("Instrument", acquisition.instrument());
    line("Collision_energy", acquisition.collisionEnergy());
    line("Ionization_energy", acquisition.ionisationEnergy());
    line("Derivatization", acquisition.derivative());
    line("RTinSeconds", acquisition.retentionSeconds());
    line("Retention_index", acquisition.retentionIndex());
  }

  private void provenance(Provenance provenance) throws IOException {
    line("DB#", provenance.accession());
    line("Contributor", provenance.contributor());
    line("License", provenance.licence());
    line("Author", provenance.author());
  }

  /// A key that would read as another line loses what makes it so.
  private void further(Field field) throws IOException {
    String key = oneLine(field.key()).replace(':', '_').strip();
    boolean fits = !key.isEmpty() && Character.isLetter(key.charAt(0));
    line(fits ? key : "Field " + key, field.value());
  }

  private void peaks(Peaks peaks) throws IOException {
    line("Num Peaks", peaks.size());
    for (int i = 0; i < peaks.size(); i++) {
      out.append(number(peaks.mz(i))).append(' ').append(number(peaks.intensity(i))).append('\n');
    }
  }

  private void line(String key, @Nullable Object value) throws IOException {
    if (value != null) {
      String text = value instanceof Double number ? number(number) : oneLine(value.toString());
      out.append(key).append(": ").append(text).append('\n');
    }
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.toString();
  }

  private static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
