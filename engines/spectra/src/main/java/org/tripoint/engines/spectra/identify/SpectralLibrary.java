package org.tripoint.engines.spectra.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tripoint.engines.spectra.search.SearchMode;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Library spectra, indexed, with what they are of. The spectra themselves are not kept.
///
/// Immutable and safe for any number of threads. Entries are numbered in the order of adding.
/// Fragment spectra of the two polarities and spectra of electron ionisation stand apart, since
/// they say nothing of one another; other spectra are numbered and never found.
public final class SpectralLibrary {

  private final int first;
  private final int size;
  private final TandemShelf positive;
  private final TandemShelf negative;
  private final ElectronShelf electron;

  private SpectralLibrary(
      int first, int size, TandemShelf positive, TandemShelf negative, ElectronShelf electron) {
    this.first = first;
    this.size = size;
    this.positive = positive;
    this.negative = negative;
    this.electron = electron;
  }

  /// One spectrum for a library.
  public record Entry(Reference reference, Spectrum spectrum) {}

  private enum Place {
    POSITIVE,
    NEGATIVE,
    ELECTRON,
    NONE;

    static Place of(Spectrum spectrum) {
      SpectrumKind kind = spectrum.kind();
      boolean chosen = spectrum.acquisition().precursorMz() != null;
      if (kind == SpectrumKind.ELECTRON_IONISATION) {
        return ELECTRON;
      }
      if (kind == SpectrumKind.TANDEM || (kind == SpectrumKind.UNKNOWN && chosen)) {
        return spectrum.acquisition().polarity() == Polarity.NEGATIVE ? NEGATIVE : POSITIVE;
      }
      return NONE;
    }
  }

  /// A library of nothing whose first entry will have the number 0.
  public static SpectralLibrary empty() {
    return startingAt(0);
  }

  /// A library of nothing for what is added to one of `first` entries.
  public static SpectralLibrary startingAt(int first) {
    return new SpectralLibrary(
        first, 0, TandemShelf.empty(), TandemShelf.empty(), ElectronShelf.empty());
  }

  /// New entries of one place.
  private record Batch(List<Shelved> shelved, List<Spectrum> spectra) {

    static Batch of(List<Entry> more, int first, Place place) {
      List<Shelved> shelved = new ArrayList<>();
      List<Spectrum> spectra = new ArrayList<>();
      for (int i = 0; i < more.size(); i++) {
        Entry entry = more.get(i);
        if (Place.of(entry.spectrum()) == place) {
          shelved.add(new Shelved(entry.reference(), first + i));
          spectra.add(entry.spectrum());
        }
      }
      return new Batch(shelved, spectra);
    }
  }

  /// This library and further entries behind it.
  public SpectralLibrary with(List<Entry> more) {
    Batch ofPositive = Batch.of(more, first + size, Place.POSITIVE);
    Batch ofNegative = Batch.of(more, first + size, Place.NEGATIVE);
    Batch ofElectron = Batch.of(more, first + size, Place.ELECTRON);
    return new SpectralLibrary(
        first,
        size + more.size(),
        positive.with(ofPositive.shelved(), ofPositive.spectra()),
        negative.with(ofNegative.shelved(), ofNegative.spectra()),
        electron.with(ofElectron.shelved(), ofElectron.spectra()));
  }

  /// How many entries, found or not.
  public int size() {
    return size;
  }

  /// Everything that is like a query.
  ///
  /// @param asked which entries may be found: those whose licence and owner allow it
  public Findings find(Spectrum query, Predicate<Reference> asked) {
    return switch (Place.of(query)) {
      case POSITIVE -> positive.find(query, asked);
      case NEGATIVE -> negative.find(query, asked);
      case ELECTRON -> electron.find(query, asked);
      case NONE -> Findings.NONE;
    };
  }

  /// The most like in one mode, best first. Modes are for fragments of a chosen ion: nothing is
  /// found for other spectra.
  ///
  /// @param most at least 1
  public List<Similar> search(Spectrum query, SearchMode mode, int most) {
    return switch (Place.of(query)) {
      case POSITIVE -> positive.search(query, mode, most);
      case NEGATIVE -> negative.search(query, mode, most);
      case ELECTRON, NONE -> List.of();
    };
  }

  /// Whether a spectrum can be searched in the modes of [SearchMode].
  public static boolean hasModes(Spectrum query) {
    return Place.of(query) == Place.POSITIVE || Place.of(query) == Place.NEGATIVE;
  }
}
