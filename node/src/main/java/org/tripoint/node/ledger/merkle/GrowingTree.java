package org.tripoint.node.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/// A Merkle tree that only grows: it keeps the roots of its complete subtrees along the right edge,
/// one for each bit of its size, which is all that a new root needs. One thread only.
public final class GrowingTree {

  /// Told of each subtree when it is complete.
  public interface Completed {
    /// Is told of a subtree that will not change any more.
    ///
    /// @param level the subtree has 2^level leaves
    /// @param index its place among subtrees of its level, from 0
    void subtree(int level, long index, byte[] hash);
  }

  private final TreeHash hash = new TreeHash();
  private final List<byte[]> peaks;
  private long size;

  /// @param size leaves so far
  /// @param peaks roots of the complete subtrees, one for each bit of `size`, the largest first
  public GrowingTree(long size, List<byte[]> peaks) {
    if (Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          "expected "
              + Long.bitCount(size)
              + " subtrees for size "
              + size
              + ", found "
              + peaks.size());
    }
    this.size = size;
    this.peaks = new ArrayList<>(peaks);
  }

  public static GrowingTree empty() {
    return new GrowingTree(0, List.of());
  }

  public void append(byte[] leafHash, Completed completed) {
    byte[] node = leafHash;
    long index = size;
    for (int level = 0; (index & 1) == 1; level++) {
      completed.subtree(level, index, node);
      node = hash.node(peaks.removeLast(), node);
      index >>= 1;
    }
    completed.subtree(Long.numberOfTrailingZeros(size + 1), index, node);
    peaks.add(node);
    size++;
  }

  public long size() {
    return size;
  }

  /// Roots of the complete subtrees along the right edge, the largest first.
  public List<byte[]> peaks() {
    return List.copyOf(peaks);
  }

  public byte[] root() {
    return hash.fold(peaks);
  }
}
