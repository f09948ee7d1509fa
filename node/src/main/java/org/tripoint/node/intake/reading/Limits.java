package org.tripoint.node.intake.reading;

/// How much a file may ask of this node.
///
/// @param unpackedBytes most bytes a packed file may unpack to
/// @param unpackRatio most unpacked bytes for each packed one, judged after the first 16 MiB
/// @param cellCharacters most characters in one cell
/// @param columns most columns
/// @param sharedTextBytes most bytes of shared text in a workbook, which is held in memory
public record Limits(
    long unpackedBytes, int unpackRatio, int cellCharacters, int columns, long sharedTextBytes) {

  static final long RATIO_FREE_BYTES = 16L << 20;

  public Limits {
    if (unpackedBytes < 1
        || unpackRatio < 1
        || cellCharacters < 1
        || columns < 1
        || sharedTextBytes < 1) {
      throw new IllegalArgumentException("expected limits from 1");
    }
  }

  /// 64 GiB, 250 to 1, 1 MiB a cell, 1,000 columns, 96 MiB of shared text.
  public static Limits usual() {
    return new Limits(64L << 30, 250, 1 << 20, 1_000, 96L << 20);
  }
}
