package org.tripoint.node.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.merkle.CheckpointNote;
import org.tripoint.node.ledger.merkle.StatementNote;
import org.tripoint.node.ledger.merkle.TreeHash;
import org.tripoint.node.ledger.merkle.TreeProofs;
import org.tripoint.node.ledger.merkle.VerifierKey;

/// A node's signed word that it emptied the content of some versions, with proofs that the purge
/// and each of them stand in its ledger. It tells nothing of what they said.
///
/// @param statement the signed statement: which versions, when, on which basis, by whom
/// @param checkpoint the signed note that the proofs lead to
/// @param verifierKey the key that signed both, as the node states it
/// @param versions the record of the purge first, then what it emptied, in the statement's order
public record PurgeCertificate(
    String statement, String checkpoint, String verifierKey, List<Proved> versions) {

  static final String TITLE = "purge certificate";

  /// A version and its place.
  ///
  /// @param leaf its hash in the tree, hex
  /// @param path hashes from its sibling upwards, hex
  /// @param header canonical JSON of its header, which names who handed it in; null where that is
  ///   not for the reader
  public record Proved(
      String record, long sequence, String leaf, List<String> path, @Nullable String header) {
    public Proved {
      Objects.requireNonNull(record, "record");
      Objects.requireNonNull(leaf, "leaf");
      path = List.copyOf(path);
    }

    String line() {
      return sequence + " " + record + " " + leaf;
    }
  }

  /// What the statement says, before and after it is signed.
  ///
  /// @param purge the record of the purge
  /// @param by who emptied, as far as it is for the reader
  record Stated(
      Proved purge, String when, String basis, String instrument, String by, List<Proved> emptied) {
    List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(TITLE);
      lines.add("purge " + purge.line());
      lines.add("when " + when);
      lines.add("basis " + basis);
      lines.add("instrument " + instrument);
      lines.add("by " + by);
      lines.add("emptied " + emptied.size());
      emptied.forEach(one -> lines.add(one.line()));
      return lines;
    }
  }

  public PurgeCertificate {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(checkpoint, "checkpoint");
    Objects.requireNonNull(verifierKey, "verifierKey");
    versions = List.copyOf(versions);
  }

  /// What a check says.
  public sealed interface Checked {
    /// The node has said so, and everything it names stands in its ledger.
    ///
    /// @param key the key that signed
    record Holds(
        String origin,
        String purge,
        String when,
        String basis,
        String instrument,
        String by,
        int emptied,
        long size,
        String key)
        implements Checked {}

    /// Something does not hold.
    ///
    /// @param what what it is, in English
    record Fails(String what) implements Checked {}
  }

  /// Checks everything in it.
  ///
  /// @param trusted the key that the node is known by; null takes the one in the file, which then
  ///   proves no more than that the file agrees with itself
  public Checked check(@Nullable String trusted) {
    try {
      return checkSigned(VerifierKey.parse(trusted == null ? verifierKey : trusted));
    } catch (IllegalArgumentException e) {
      return new Checked.Fails(String.valueOf(e.getMessage()));
    }
  }

  private Checked checkSigned(VerifierKey key) {
    StatementNote stated = StatementNote.parse(statement, key);
    CheckpointNote note = CheckpointNote.parse(checkpoint, key);
    List<String> lines = stated.lines();
    require(lines.getFirst().equals(TITLE) && lines.size() > 7, "a purge certificate");
    require(!versions.isEmpty(), "the record of the purge");
    Proved purge = versions.getFirst();
    List<Proved> emptied = versions.subList(1, versions.size());
    require(
        lines.size() == 7 + emptied.size(), "each version that the statement names, and no other");
    Stated said =
        new Stated(
            purge,
            after(lines.get(2), "when "),
            after(lines.get(3), "basis "),
            after(lines.get(4), "instrument "),
            after(lines.get(5), "by "),
            emptied);
    require(said.lines().equals(lines), "the versions as the statement names them");
    long before = -1;
    for (Proved one : emptied) {
      require(
          one.sequence() > before && one.sequence() < purge.sequence(),
          "versions in order, each before the purge");
      before = one.sequence();
    }
    versions.forEach(one -> requireProved(one, note));
    return new Checked.Holds(
        stated.origin(),
        purge.record(),
        said.when(),
        said.basis(),
        said.instrument(),
        said.by(),
        emptied.size(),
        note.size(),
        key.toString());
  }

  private static String after(String line, String name) {
    require(line.startsWith(name), "the line '" + name.strip() + "'");
    return line.substring(name.length());
  }

  private static void requireProved(Proved one, CheckpointNote note) {
    byte[] leaf = HexFormat.of().parseHex(one.leaf());
    require(
        TreeProofs.includes(
            leaf,
            one.sequence(),
            note.size(),
            one.path().stream().map(HexFormat.of()::parseHex).toList(),
            note.root()),
        "a path from version " + one.sequence() + " to the root of the checkpoint");
    String header = one.header();
    if (header != null) {
      HeaderFacts facts = HeaderFacts.read(header);
      byte[] hash = new TreeHash().leaf(header.getBytes(StandardCharsets.UTF_8));
      require(
          HexFormat.of().formatHex(hash).equals(one.leaf())
              && facts.sequence() == one.sequence()
              && facts.record().equals(one.record()),
          "the header of version " + one.sequence());
    }
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected);
    }
  }
}
