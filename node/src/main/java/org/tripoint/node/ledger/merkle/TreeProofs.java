package org.tripoint.node.ledger.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Proofs over a tree whose complete subtrees can be looked up.
///
/// Source: RFC 9162 §2.1.3 (inclusion), §2.1.4 (consistency).
public final class TreeProofs {

  /// Looks up a complete subtree.
  public interface Subtrees {
    /// Gives the root of a complete subtree.
    ///
    /// @param level the subtree has 2^level leaves
    /// @param index its place among subtrees of its level
    byte[] hash(int level, long index);
  }

  private final Subtrees subtrees;
  private final TreeHash hash = new TreeHash();

  public TreeProofs(Subtrees subtrees) {
    this.subtrees = subtrees;
  }

  /// Root over the first `size` leaves.
  public byte[] root(long size) {
    return size == 0 ? hash.empty() : range(0, size);
  }

  /// Hashes that lead from a leaf to the root, from the leaf's sibling upwards.
  ///
  /// @throws IllegalArgumentException if the leaf is not under the tree
  public List<byte[]> inclusion(long leaf, long size) {
    if (leaf < 0 || leaf >= size) {
      throw new IllegalArgumentException("expected a leaf below " + size + ", found " + leaf);
    }
    List<byte[]> path = new ArrayList<>();
    inclusion(leaf, 0, size, path);
    return path;
  }

  private void inclusion(long leaf, long from, long size, List<byte[]> path) {
    if (size == 1) {
      return;
    }
    long left = split(size);
    if (leaf - from < left) {
      inclusion(leaf, from, left, path);
      path.add(range(from + left, size - left));
    } else {
      inclusion(leaf, from + left, size - left, path);
      path.add(range(from, left));
    }
  }

  /// Hashes that show the first tree to be the beginning of the second.
  ///
  /// @throws IllegalArgumentException unless `0 < first <= second`
  public List<byte[]> consistency(long first, long second) {
    if (first <= 0 || first > second) {
      throw new IllegalArgumentException(
          "expected sizes 0 < first <= second, found " + first + " and " + second);
    }
    List<byte[]> path = new ArrayList<>();
    consistency(first, 0, second, true, path);
    return path;
  }

  private void consistency(long first, long from, long size, boolean whole, List<byte[]> path) {
    if (first == size) {
      if (!whole) {
        path.add(range(from, size));
      }
      return;
    }
    long left = split(size);
    if (first <= left) {
      consistency(first, from, left, whole, path);
      path.add(range(from + left, size - left));
    } else {
      consistency(first - left, from + left, size - left, false, path);
      path.add(range(from, left));
    }
  }

  /// Root over `size` leaves from `from`, which every caller has aligned to a power of two at least
  /// as large.
  private byte[] range(long from, long size) {
    if (Long.bitCount(size) == 1) {
      int level = Long.numberOfTrailingZeros(size);
      return subtrees.hash(level, from >> level);
    }
    long left = split(size);
    return hash.node(range(from, left), range(from + left, size - left));
  }

  /// Largest power of two below `size`.
  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }

  /// True when the path leads from the leaf to the root. RFC 9162 §2.1.3.2.
  public static boolean includes(
      byte[] leafHash, long leaf, long size, List<byte[]> path, byte[] root) {
    if (leaf < 0 || leaf >= size) {
      return false;
    }
    TreeHash hash = new TreeHash();
    long fn = leaf;
    long sn = size - 1;
    byte[] node = leafHash;
    for (byte[] sibling : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        node = hash.node(sibling, node);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        node = hash.node(node, sibling);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(node, root);
  }

  /// True when the path shows the first tree to be the beginning of the second. RFC 9162 §2.1.4.2.
  public static boolean consistent(
      long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> path) {
    if (first == second) {
      return path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
    }
    if (first <= 0 || first > second) {
      return false;
    }
    List<byte[]> all = new ArrayList<>(path);
    if (Long.bitCount(first) == 1) {
      all.addFirst(firstRoot);
    }
    if (all.isEmpty()) {
      return false;
    }
    long fn = first - 1;
    long sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    TreeHash hash = new TreeHash();
    byte[] old = all.getFirst();
    byte[] now = old;
    for (byte[] node : all.subList(1, all.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        old = hash.node(node, old);
        now = hash.node(node, now);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        now = hash.node(now, node);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(old, firstRoot) && Arrays.equals(now, secondRoot);
  }
}
