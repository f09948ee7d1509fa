package org.tripoint.node.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The tree against the recursive definition of RFC 9162 §2.1 and the vectors of Certificate
/// Transparency.
class TreeTest {
  private static final TreeHash HASH = new TreeHash();

  /// Inputs and roots for 1 to 8 leaves, as published with the reference implementation of RFC
  /// 6962.
  private static final List<String> INPUTS =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void publishedVectorsHold() {
    assertThat(HexFormat.of().formatHex(HASH.empty()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    GrowingTree tree = GrowingTree.empty();
    for (int i = 0; i < INPUTS.size(); i++) {
      tree.append(HASH.leaf(HexFormat.of().parseHex(INPUTS.get(i))), (level, index, hash) -> {});
      assertThat(HexFormat.of().formatHex(tree.root())).isEqualTo(ROOTS.get(i));
    }
  }

  @Test
  void growsAsTheRecursiveDefinitionSays() {
    List<byte[]> leaves = leaves(600, new Random(1));
    GrowingTree tree = GrowingTree.empty();
    for (int size = 0; size <= 600; size++) {
      assertThat(tree.root()).isEqualTo(naiveRoot(leaves.subList(0, size)));
      if (size % 37 == 0) {
        tree = new GrowingTree(size, tree.peaks());
      }
      if (size < 600) {
        tree.append(leaves.get(size), (level, index, hash) -> {});
      }
    }
  }

  @Test
  void provesInclusionAndConsistency() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<byte[]> leaves = leaves(600, random);
    Map<String, byte[]> complete = new HashMap<>();
    GrowingTree tree = GrowingTree.empty();
    leaves.forEach(leaf -> tree.append(leaf, (l, i, hash) -> complete.put(l + "/" + i, hash)));
    TreeProofs proofs = new TreeProofs((level, index) -> complete.get(level + "/" + index));
    for (int n = 0; n < 1_500; n++) {
      int size = n < 70 ? n + 1 : 1 + random.nextInt(600);
      int leaf = random.nextInt(size);
      int first = 1 + random.nextInt(size);
      byte[] root = naiveRoot(leaves.subList(0, size));
      assertThat(proofs.root(size)).isEqualTo(root);
      List<byte[]> path = proofs.inclusion(leaf, size);
      assertThat(same(path, naivePath(leaf, leaves.subList(0, size)))).as("seed " + seed).isTrue();
      assertThat(TreeProofs.includes(leaves.get(leaf), leaf, size, path, root)).isTrue();
      assertThat(TreeProofs.includes(leaves.get((leaf + 1) % 600), leaf, size, path, root))
          .isFalse();
      assertThat(TreeProofs.includes(leaves.get(leaf), leaf + 1, size, path, root)).isFalse();
      List<byte[]> consistency = proofs.consistency(first, size);
      byte[] firstRoot = naiveRoot(leaves.subList(0, first));
      assertThat(TreeProofs.consistent(first, firstRoot, size, root, consistency))
          .as("seed %d: %d in %d", seed, first, size)
          .isTrue();
      if (first < size) {
        assertThat(TreeProofs.consistent(first, root, size, root, consistency)).isFalse();
      }
    }
    assertThatThrownBy(() -> proofs.inclusion(5, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> proofs.consistency(0, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  /// MTH of RFC 9162 §2.1.1 over leaf hashes.
  private static byte[] naiveRoot(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return HASH.empty();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = split(leaves.size());
    return HASH.node(naiveRoot(leaves.subList(0, k)), naiveRoot(leaves.subList(k, leaves.size())));
  }

  /// PATH of RFC 9162 §2.1.3.1.
  private static List<byte[]> naivePath(int m, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return new ArrayList<>();
    }
    int k = split(leaves.size());
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    List<byte[]> path = m < k ? naivePath(m, left) : naivePath(m - k, right);
    path.add(naiveRoot(m < k ? right : left));
    return path;
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static boolean same(List<byte[]> left, List<byte[]> right) {
    return left.stream()
        .map(HexFormat.of()::formatHex)
        .toList()
        .equals(right.stream().map(HexFormat.of()::formatHex).toList());
  }

  private static List<byte[]> leaves(int count, Random random) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] entry = new byte[8 + random.nextInt(40)];
      random.nextBytes(entry);
      leaves.add(HASH.leaf(entry));
    }
    return leaves;
  }

  @Test
  void noteIsReadBackAndEveryFlippedBitRefused() throws NoSuchAlgorithmException {
    NoteKey key = key();
    CheckpointNote note =
        new CheckpointNote(
            "node.example", 12, HASH.empty(), Instant.parse("2024-05-01T00:00:00.25Z"));
    String text = note.sign(key);
    assertThat(CheckpointNote.parse(text, key)).isEqualTo(note);
    assertThat(text.lines().toList().get(5)).startsWith("\u2014 node.example ");
    assertThatThrownBy(() -> CheckpointNote.parse(text, key())).hasMessageContaining("key id");
    for (int i = 0; i < text.length(); i++) {
      String flipped = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
      assertThatThrownBy(() -> CheckpointNote.parse(flipped, key))
          .as("character " + i)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> CheckpointNote.parse("", key))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(key.verifier("node.example").toString()).startsWith("node.example+");
  }

  private static NoteKey key() throws NoSuchAlgorithmException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    return NoteKey.of(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
  }
}
