package org.tripoint.node.metrics.cells;

/// How the ledger is cut into blocks for past sums.
///
/// The changes below a ledger size N are: all whole blocks of 2^17 versions, then the whole blocks
/// of 2^14 that follow, then fewer than 16,384 single versions. So a past sum reads a bounded
/// number of rows a month and publication, however long the ledger is.
///
/// A large block is added up from its small ones once it is whole (decision 0039); until then, and
/// where the ledger ends inside it, the small ones stand for it.
final class LedgerBlocks {

  static final int SMALL_BITS = 14;
  static final int LARGE_BITS = 17;
  static final int SMALL_IN_A_LARGE = 1 << (LARGE_BITS - SMALL_BITS);

  private LedgerBlocks() {}

  static int smallOf(long sequence) {
    return Math.toIntExact(sequence >> SMALL_BITS);
  }

  static int largeOf(long sequence) {
    return Math.toIntExact(sequence >> LARGE_BITS);
  }

  /// @param largeBelow large blocks below this one are whole
  /// @param smallBelow small blocks below this one are whole
  /// @param singleFrom first version after them
  /// @param size the ledger size asked for, not inside
  record Cover(int largeBelow, int smallBelow, long singleFrom, long size) {
    static Cover below(long size) {
      int small = smallOf(size);
      return new Cover(largeOf(size), small, (long) small << SMALL_BITS, size);
    }
  }
}
