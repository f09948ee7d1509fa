package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tripoint.engines.spectra.identify.Identify.Searched;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// What the fragment spectra of one file tell together where several are of one precursor: the
/// family that a substance measured at several energies is of.
@Component
class TellTogether {

  /// Spectra that are searched for one page.
  private static final int MOST = 50;

  /// Precursors of one substance in one file differ by less, Da.
  private static final double SAME_DA = 0.01;

  private final IdentifySpectrum identify;

  TellTogether(IdentifySpectrum identify) {
    this.identify = identify;
  }

  /// One sentence for each precursor with at least two spectra; polarities stand apart.
  List<String> sentences(List<LibraryEntry> entries, Shelf shelf, SpectraWords words) {
    List<String> sentences = new ArrayList<>();
    for (List<Spectrum> one : substances(entries)) {
      if (one.size() > 1) {
        String mz = words.page().number(BigDecimal.valueOf(precursor(one.getFirst())), 4);
        List<Searched> searched =
            one.stream()
                .map(query -> new Searched(query, IdentifySpectrum.find(query, shelf.index())))
                .toList();
        sentences.add(
            identify
                .familyOfAll(searched)
                .map(family ->
                    words.page().t("spectra.together.family", one.size(), mz, words.family(family)))
                .orElseGet(() -> words.page().t("spectra.together.nothing", one.size(), mz)));
      }
    }
    return sentences;
  }

  private static List<List<Spectrum>> substances(List<LibraryEntry> entries) {
    List<Spectrum> fragments =
        entries.stream()
            .map(LibraryEntry::spectrum)
            .filter(spectrum -> spectrum.kind() == SpectrumKind.TANDEM)
            .filter(spectrum -> spectrum.acquisition().precursorMz() != null)
            .limit(MOST)
            .sorted(
                Comparator.comparing((Spectrum spectrum) -> spectrum.acquisition().polarity())
                    .thenComparingDouble(TellTogether::precursor))
            .toList();
    List<List<Spectrum>> substances = new ArrayList<>();
    for (Spectrum spectrum : fragments) {
      if (substances.isEmpty() || !isOf(substances.getLast().getFirst(), spectrum)) {
        substances.add(new ArrayList<>());
      }
      substances.getLast().add(spectrum);
    }
    return substances;
  }

  private static boolean isOf(Spectrum first, Spectrum next) {
    return first.acquisition().polarity() == next.acquisition().polarity()
        && precursor(next) - precursor(first) <= SAME_DA;
  }

  private static double precursor(Spectrum spectrum) {
    Acquisition how = spectrum.acquisition();
    return Objects.requireNonNull(how.precursorMz());
  }
}
