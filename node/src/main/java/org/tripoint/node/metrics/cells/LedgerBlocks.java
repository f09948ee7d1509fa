package org.tripoint.node.metrics.cells;

/// How the ledger is cut into blocks for past sums.
///
/// The changes below a ledger size N are: all whole blocks of 2^17 versions, then the whole blocks
/// of 2^14 that follow, then fewer than 16,384 single versions. So a past sum reads a bounded
/// number of rows a month and publication, however long the ledger is.
final class LedgerBlocks {

  static final int SMALL_BITS = 14;
  static final int LARGE_BITS = 17;
  static final short SMALL = 1;
  static final short LARGE = 2;

  private LedgerBlocks() {}

  static int blockOf(short level, long sequence) {
    return Math.toIntExact(sequence >> (level == SMALL ? SMALL_BITS : LARGE_BITS));
  }

  /// @param largeBelow large blocks below this one are whole
  /// @param smallFrom first small block after them
  /// @param smallBelow small blocks below this one are whole
  /// @param singleFrom first version after them
  /// @param size the ledger size asked for, not inside
  record Cover(int largeBelow, int smallFrom, int smallBelow, long singleFrom, long size) {
    static Cover below(long size) {
      int large = Math.toIntExact(size >> LARGE_BITS);
      int small = Math.toIntExact(size >> SMALL_BITS);
      return new Cover(
          large, large << (LARGE_BITS - SMALL_BITS), small, (long) small << SMALL_BITS, size);
    }
  }
}
