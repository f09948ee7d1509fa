package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.Acquisition;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Happened;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;

/// Content of kind `kept-spectrum`: a measured spectrum that no library could name, kept by a
/// person so that it is searched again whenever there is more to search.
///
/// The record's key is the file's hash and the spectrum's number in it. Texts are "" where nothing
/// is known.
///
/// @param laboratory that measured it
/// @param country of the laboratory
/// @param submission the laboratory's number of what was handed in
/// @param item number of the item within it
/// @param sampleOrigin how it came to be analysed
/// @param date day or month in which the item was collected
/// @param place where it was collected
/// @param name of the spectrum in its file
/// @param spectrumKind how it was ionised, as far as the comparison depends on it
/// @param polarity charge of the ions
/// @param precursorMz m/z of the chosen ion; null for electron ionisation
/// @param adduct such as `[M+H]+`
/// @param instrument as the file names it
/// @param energy of the collision or of the electrons, as the file writes it
/// @param retentionSeconds time since injection, or null
/// @param peaks by ascending m/z; the highest where there were more
/// @param said family that was said when it was kept; "" for none
/// @param sha256 of the file
/// @param number of the spectrum in the file, from 1
/// @param comment of whoever kept it
public record KeptSpectrum(
    @NamesSource String laboratory,
    Country country,
    @NamesSource String submission,
    @NamesSource String item,
    SampleOrigin sampleOrigin,
    PartialDate date,
    Place place,
    @NamesSource String name,
    SpectrumKind spectrumKind,
    Polarity polarity,
    @Nullable BigDecimal precursorMz,
    String adduct,
    String instrument,
    String energy,
    @Nullable BigDecimal retentionSeconds,
    List<KeptPeak> peaks,
    String said,
    @NamesSource String sha256,
    int number,
    String comment)
    implements Happened {

  public static final Kind<KeptSpectrum> KIND = Kind.of("kept-spectrum", 1, KeptSpectrum.class);

  /// Far more than a comparison looks at.
  static final int MOST_PEAKS = 2_000;

  private static final int LONGEST = 300;
  private static final int LONGEST_COMMENT = 1_000;
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000);

  /// One peak.
  ///
  /// @param mz above 0, five decimals at most
  /// @param height in thousandths of the highest, above 0 and at most 1,000
  public record KeptPeak(BigDecimal mz, BigDecimal height) {
    public KeptPeak {
      if (!Peaks.isPosition(mz.doubleValue())
          || height.signum() <= 0
          || height.compareTo(HIGHEST) > 0) {
        throw new IllegalArgumentException(
            "expected an m/z and a height to 1,000, found " + mz + " and " + height);
      }
    }
  }

  public KeptSpectrum {
    peaks = List.copyOf(peaks);
    if (peaks.isEmpty() || peaks.size() > MOST_PEAKS) {
      throw new IllegalArgumentException(
          "expected 1 to " + MOST_PEAKS + " peaks, found " + peaks.size());
    }
    for (String text :
        List.of(laboratory, submission, item, name, adduct, instrument, energy, said, sha256)) {
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException("expected texts of at most " + LONGEST);
      }
    }
    if (comment.length() > LONGEST_COMMENT) {
      throw new IllegalArgumentException("expected a comment of at most " + LONGEST_COMMENT);
    }
    if (number < 1) {
      throw new IllegalArgumentException("expected a number from 1, found " + number);
    }
    if (spectrumKind == SpectrumKind.FULL_SCAN
        || (precursorMz == null && spectrumKind != SpectrumKind.ELECTRON_IONISATION)) {
      throw new IllegalArgumentException("expected electron ionisation or a chosen ion");
    }
    if (precursorMz != null && !Peaks.isPosition(precursorMz.doubleValue())) {
      throw new IllegalArgumentException("expected an m/z of a chosen ion, found " + precursorMz);
    }
    if (retentionSeconds != null && retentionSeconds.signum() < 0) {
      throw new IllegalArgumentException("expected a retention time from 0");
    }
  }

  /// The record's key.
  String key() {
    return sha256 + "/" + number;
  }

  /// The highest peaks of a spectrum.
  static List<KeptPeak> peaksOf(Peaks peaks) {
    double top = peaks.intensity(peaks.basePeak());
    return IntStream.range(0, peaks.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -peaks.intensity(i)))
        .limit(MOST_PEAKS)
        .sorted()
        .flatMap(i -> peak(peaks.mz(i), 1_000 * peaks.intensity(i) / top).stream())
        .toList();
  }

  /// Empty for one that is nothing at three decimals.
  private static Optional<KeptPeak> peak(double mz, double height) {
    BigDecimal rounded = decimal(height, 3);
    BigDecimal at = decimal(mz, 5);
    return rounded.signum() > 0 && at.signum() > 0
        ? Optional.of(new KeptPeak(at, rounded))
        : Optional.empty();
  }

  static BigDecimal decimal(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }

  /// The spectrum, to be compared.
  Spectrum spectrum() {
    return new Spectrum(
        spectrumKind,
        Peaks.of(
            peaks.stream().mapToDouble(one -> one.mz().doubleValue()).toArray(),
            peaks.stream().mapToDouble(one -> one.height().doubleValue()).toArray()),
        acquisition());
  }

  private Acquisition acquisition() {
    boolean electron = spectrumKind == SpectrumKind.ELECTRON_IONISATION;
    String plainEnergy = orNull(energy);
    return new Acquisition(
        polarity,
        precursorMz == null ? null : precursorMz.doubleValue(),
        null,
        orNull(adduct),
        null,
        orNull(instrument),
        electron ? null : plainEnergy,
        electron ? plainEnergy : null,
        retentionSeconds == null ? null : retentionSeconds.doubleValue(),
        null,
        null);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  @Override
  public LocalDate day() {
    return date.start();
  }
}
