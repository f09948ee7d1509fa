package org.tripoint.engines.spectra.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.SpectrumKind;

/// Gathers what a file says of how ions were made and chosen.
final class KindOfSpectrum {

  /// Stages of mass analysis; 0 where unsaid.
  private int level;

  private boolean electrons;
  private boolean soft;

  /// `MS`, `MS1`, `MS2`, `MS/MS`, `2`.
  boolean level(String value) {
    String text = value.toUpperCase(Locale.ROOT).replace(" ", "");
    int said =
        switch (text) {
          case "MS", "MS1", "1", "FULLSCAN" -> 1;
          case "MS2", "MS/MS", "MSMS", "2" -> 2;
          case "MS3", "3", "MS/MS/MS" -> 3;
          case "MS4", "4" -> 4;
          default -> 0;
        };
    if (said > 0) {
      level = said;
    }
    // A third stage says more than the kind does: the words are kept as well.
    return said == 1 || said == 2;
  }

  /// `EI`, `Electron Impact`, `ESI`.
  boolean ionisation(String value) {
    String text = value.toUpperCase(Locale.ROOT);
    if (hasWord(text, "EI") || text.startsWith("ELECTRON I")) {
      electrons = true;
      return text.equals("EI");
    }
    soft = true;
    return false;
  }

  void electrons() {
    electrons = true;
  }

  void level(int stages) {
    level = stages;
  }

  SpectrumKind of(@Nullable String instrumentType, boolean precursor) {
    boolean byElectrons =
        electrons
            || (!soft
                && instrumentType != null
                && hasWord(instrumentType.toUpperCase(Locale.ROOT), "EI"));
    if (level > 1 || (level == 0 && precursor && !byElectrons)) {
      return SpectrumKind.TANDEM;
    }
    if (byElectrons) {
      return SpectrumKind.ELECTRON_IONISATION;
    }
    return level == 1 ? SpectrumKind.FULL_SCAN : SpectrumKind.UNKNOWN;
  }

  private static boolean hasWord(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }
}
