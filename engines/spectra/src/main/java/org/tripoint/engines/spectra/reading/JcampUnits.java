package org.tripoint.engines.spectra.reading;

import java.util.Locale;
import org.tripoint.engines.spectra.spectrum.CurveUnit;

/// Units as JCAMP-DX files write them.
final class JcampUnits {

  private JcampUnits() {}

  static CurveUnit positions(String text) {
    return switch (plain(text)) {
      case "1/CM",
          "CM-1",
          "CM^-1",
          "WAVENUMBERS",
          "WAVENUMBER",
          "WAVENUMBERS(CM-1)",
          "WAVENUMBER(CM-1)",
          "RAMANSHIFT" ->
          CurveUnit.PER_CENTIMETRE;
      case "MICROMETERS", "MICROMETRES", "MICRONS", "UM" -> CurveUnit.MICROMETRES;
      case "NANOMETERS", "NANOMETRES", "NM" -> CurveUnit.NANOMETRES;
      case "SECONDS", "S" -> CurveUnit.SECONDS;
      default -> CurveUnit.ARBITRARY;
    };
  }

  static CurveUnit values(String text) {
    return switch (plain(text).replace("%", "").replace("PERCENT", "")) {
      case "ABSORBANCE", "ABS" -> CurveUnit.ABSORBANCE;
      case "TRANSMITTANCE", "TRANSMITANCE", "TRANSMISSION", "T" -> CurveUnit.TRANSMITTANCE;
      case "REFLECTANCE" -> CurveUnit.REFLECTANCE;
      default -> CurveUnit.ARBITRARY;
    };
  }

  static boolean isPercent(String text) {
    String plain = plain(text);
    return plain.contains("%") || plain.contains("PERCENT");
  }

  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replace(" ", "");
  }
}
