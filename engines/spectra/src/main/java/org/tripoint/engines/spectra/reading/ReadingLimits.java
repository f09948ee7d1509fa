package org.tripoint.engines.spectra.reading;

import org.tripoint.engines.spectra.spectrum.Peaks;

/// How large a file and its parts may be. All from 1.
///
/// @param fileBytes of the file, unpacked
/// @param wholeBytes of a file that must be held whole to be read: netCDF
/// @param lineBytes of one line of text, and of one tag of XML
/// @param peaks of one spectrum or points of one curve, at most [Peaks#MOST]
/// @param fields of one entry: names, keys and values
/// @param characters of one value
/// @param depth of blocks in blocks
public record ReadingLimits(
    long fileBytes,
    int wholeBytes,
    int lineBytes,
    int peaks,
    int fields,
    int characters,
    int depth) {

  public ReadingLimits {
    if (fileBytes < 1
        || wholeBytes < 1
        || lineBytes < 1
        || peaks < 1
        || peaks > Peaks.MOST
        || fields < 1
        || characters < 1
        || depth < 1) {
      throw new IllegalArgumentException("expected limits from 1, peaks to " + Peaks.MOST);
    }
  }

  /// Room for every public library and for a long run of a laboratory's instrument.
  public static ReadingLimits usual() {
    return new ReadingLimits(8L << 30, 256 << 20, 4 << 20, 200_000, 2_000, 20_000, 16);
  }
}
