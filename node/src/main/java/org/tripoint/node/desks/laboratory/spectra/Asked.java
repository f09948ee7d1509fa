package org.tripoint.node.desks.laboratory.spectra;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.plot.PlotRange;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// What a person asks about one spectrum; all of it stands in the address. Texts are "" where
/// nothing was said.
///
/// @param as kind of spectrum, where the file says none or another was chosen
/// @param precursor m/z of the chosen ion
/// @param polarity charge of the ions
/// @param against number of the candidate in the mirror, from 1
/// @param from lowest m/z that is drawn
/// @param to highest
/// @param on day of the control status
public record Asked(
    String as,
    String precursor,
    String polarity,
    String against,
    String from,
    String to,
    String on) {

  /// For the names of the parameters to be those of the components.
  public Asked(
      @Nullable String as,
      @Nullable String precursor,
      @Nullable String polarity,
      @Nullable String against,
      @Nullable String from,
      @Nullable String to,
      @Nullable String on) {
    this.as = plain(as);
    this.precursor = plain(precursor);
    this.polarity = plain(polarity);
    this.against = plain(against);
    this.from = plain(from);
    this.to = plain(to);
    this.on = plain(on);
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /// The measured spectrum, with what the person says of how it was measured.
  Spectrum spectrum(LibraryEntry entry) {
    Spectrum read = entry.spectrum();
    SpectrumKind kind =
        switch (as) {
          case "ELECTRON_IONISATION" -> SpectrumKind.ELECTRON_IONISATION;
          case "TANDEM" -> SpectrumKind.TANDEM;
          default -> read.kind();
        };
    Acquisition said = read.acquisition();
    Double chosen = mz(precursor).orElse(said.precursorMz());
    Polarity charge =
        switch (polarity) {
          case "POSITIVE" -> Polarity.POSITIVE;
          case "NEGATIVE" -> Polarity.NEGATIVE;
          default -> said.polarity();
        };
    return new Spectrum(
        kind,
        read.peaks(),
        new Acquisition(
            charge,
            chosen,
            said.charge(),
            said.adduct(),
            said.instrumentType(),
            said.instrument(),
            said.collisionEnergy(),
            said.ionisationEnergy(),
            said.retentionSeconds(),
            said.retentionIndex(),
            said.derivative()));
  }

  /// Whether a spectrum can be searched: it was ionised by electrons, or an ion was chosen.
  static boolean canBeSearched(Spectrum spectrum) {
    return switch (spectrum.kind()) {
      case ELECTRON_IONISATION -> true;
      case TANDEM, UNKNOWN -> spectrum.acquisition().precursorMz() != null;
      case FULL_SCAN -> false;
    };
  }

  private static Optional<Double> mz(String text) {
    try {
      double number = Double.parseDouble(text.replace(',', '.'));
      return Peaks.isPosition(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// What is drawn; all of both where nothing that can be was asked for.
  PlotRange range(Peaks above, Peaks below) {
    PlotRange whole = PlotRange.of(above, below);
    double low = mz(from).orElse(whole.low());
    double high = mz(to).orElse(whole.high());
    return high - low >= 1 ? new PlotRange(low, high) : whole;
  }

  boolean isWhole() {
    return mz(from).isEmpty() && mz(to).isEmpty();
  }

  /// The day that was asked for; today when none was, or none that can be meant.
  LocalDate day(LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(on);
      return day.getYear() < 1900 || day.getYear() > 2199 ? today : day;
    } catch (java.time.DateTimeException e) {
      return today;
    }
  }

  /// Place of the candidate in the mirror, from 0.
  int candidate(int candidates) {
    try {
      int number = Integer.parseInt(against);
      return number >= 1 && number <= candidates ? number - 1 : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /// The query of the address with some values set anew; those that are "" are left out.
  String query(String... namesAndValues) {
    var values = new TreeMap<String, String>();
    values.put("as", as);
    values.put("precursor", precursor);
    values.put("polarity", polarity);
    values.put("against", against);
    values.put("from", from);
    values.put("to", to);
    values.put("on", on);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return values.entrySet().stream()
        .filter(one -> !one.getValue().isEmpty())
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
