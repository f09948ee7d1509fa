package org.tripoint.engines.spectra.spectrum;

import org.jspecify.annotations.Nullable;

/// Where a library spectrum comes from and on what terms.
///
/// @param accession the contributor's number of it: `MSBNK-AAFC-AC000378`
/// @param contributor the laboratory or collection
/// @param licence as the file writes it: `CC BY-SA`; null means unsaid, not free
/// @param author who is to be named
public record Provenance(
    @Nullable String accession,
    @Nullable String contributor,
    @Nullable String licence,
    @Nullable String author) {

  /// Nothing is known.
  public static Provenance unknown() {
    return new Provenance(null, null, null, null);
  }

  public Provenance {
    Texts.requireWords(accession, contributor, licence, author);
  }
}
