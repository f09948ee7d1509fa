package org.tripoint.node.desks.laboratory.spectra;

import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// Content of kind `spectral-library`: a file of library spectra that a steward handed in, with the
/// terms on which it may be used. The spectra are in the file, not in the record, whose key is the
/// file's hash.
///
/// @param name as its publisher calls it
/// @param version release of it; "" when it has none
/// @param licence as its publisher names it, such as `CC BY 4.0`
/// @param mayBeShared whether the licence lets its spectra leave this node
/// @param contributor whoever published it
/// @param source where the file was taken from
/// @param sha256 of the file, hex
/// @param fileName as it was handed in
/// @param format such as `NIST_MSP`
/// @param spectra how many were taken
/// @param peaks of all of them together
/// @param skipped entries that were left out, each with its reason shown at the import
/// @param synthetic true when its spectra were invented
@MadeHere
record ImportedLibrary(
    String name,
    String version,
    String licence,
    boolean mayBeShared,
    String contributor,
    String source,
    String sha256,
    String fileName,
    String format,
    long spectra,
    long peaks,
    long skipped,
    boolean synthetic) {

  static final Kind<ImportedLibrary> KIND = Kind.of("spectral-library", 1, ImportedLibrary.class);

  /// What one spectrum and one peak of a library take in memory, measured on 39,259 spectra of
  /// 935,990 peaks (docs/performance.md) and rounded up.
  private static final long BYTES_OF_SPECTRUM = 1_200;

  private static final long BYTES_OF_PEAK = 120;

  /// About what it takes in memory.
  long memory() {
    return memory(spectra, peaks);
  }

  static long memory(long spectra, long peaks) {
    return spectra * BYTES_OF_SPECTRUM + peaks * BYTES_OF_PEAK;
  }
}
