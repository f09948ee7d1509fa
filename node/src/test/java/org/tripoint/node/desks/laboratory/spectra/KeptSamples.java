package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.util.List;
import org.tripoint.engines.spectra.spectrum.Polarity;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectrum.KeptPeak;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;

/// Kept spectra for tests.
final class KeptSamples {

  private KeptSamples() {}

  /// @param heaviest m/z of its heaviest fragment; those of two that differ are not alike
  static KeptSpectrum kept(String comment, String date, String area, double heaviest) {
    Place place = Place.admin1(area);
    return new KeptSpectrum(
        "Kept lab",
        place.country(),
        "S-1",
        "1",
        SampleOrigin.SEIZURE,
        PartialDate.parse(date),
        place,
        "vial",
        SpectrumKind.TANDEM,
        Polarity.POSITIVE,
        new BigDecimal("363.147"),
        "[M+H]+",
        "",
        "30 eV",
        null,
        List.of(
            peak("88.0757", "400"),
            peak("173.0608", "700"),
            peak("201.0557", "650"),
            peak(Double.toString(heaviest), "1000")),
        "",
        "0".repeat(64),
        1,
        comment);
  }

  private static KeptPeak peak(String mz, String height) {
    return new KeptPeak(new BigDecimal(mz), new BigDecimal(height));
  }
}
