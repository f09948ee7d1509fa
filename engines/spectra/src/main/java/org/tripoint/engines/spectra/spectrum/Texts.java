package org.tripoint.engines.spectra.spectrum;

import org.jspecify.annotations.Nullable;

/// One rule for all texts of this package: there or null, never blank.
final class Texts {

  private Texts() {}

  static void requireWords(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null && text.isBlank()) {
        throw new IllegalArgumentException("expected a text or null, found a blank");
      }
    }
  }
}
