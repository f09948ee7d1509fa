package org.tripoint.node.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.ledger.ReadLedger.Disclosure;
import org.tripoint.node.ledger.ReadLedger.InclusionProof;
import org.tripoint.node.ledger.merkle.CheckpointNote;
import org.tripoint.node.ledger.merkle.TreeHash;
import org.tripoint.node.ledger.merkle.TreeProofs;
import org.tripoint.node.ledger.merkle.VerifierKey;
import org.tripoint.vocabulary.Part;

/// All that a stranger needs to check, without this node and without its database, that one version
/// stands in a ledger under a signed checkpoint.
///
/// @param record id of the record, for people: the header says it too
/// @param sequence place of the version
/// @param header canonical JSON of its header: the leaf is SHA-256 of 0x00 and its UTF-8
/// @param treeSize versions under the checkpoint
/// @param path hashes from the leaf's sibling upwards, hex
/// @param checkpoint the signed note
/// @param verifierKey the key that signed it, as the node states it: whoever checks compares it
///   with the key he has from elsewhere
/// @param parts canonical JSON of the parts that are disclosed, by name; may be empty
/// @param salts 32 bytes, hex, of each part that is disclosed
public record ProofFile(
    String record,
    long sequence,
    String header,
    long treeSize,
    List<String> path,
    String checkpoint,
    String verifierKey,
    Map<String, String> parts,
    Map<String, String> salts)
    implements Evidence {

  /// Copies its lists.
  ///
  /// @throws NullPointerException if the file lacks a member
  public ProofFile {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(checkpoint, "checkpoint");
    Objects.requireNonNull(verifierKey, "verifierKey");
    path = List.copyOf(path);
    parts = Map.copyOf(parts);
    salts = Map.copyOf(salts);
  }

  /// The proof of one version.
  ///
  /// @param disclosed parts whose content may leave; the others stay commitments
  public static ProofFile of(
      RecordVersion version,
      InclusionProof proof,
      Checkpoint checkpoint,
      Disclosure disclosure,
      Iterable<Part> disclosed) {
    Map<String, String> parts = new TreeMap<>();
    Map<String, String> salts = new TreeMap<>();
    for (Part part : disclosed) {
      String body = disclosure.parts().get(part);
      String salt = disclosure.salts().get(part);
      if (body != null && salt != null) {
        parts.put(name(part), body);
        salts.put(name(part), salt);
      }
    }
    return new ProofFile(
        version.header().record().toString(),
        version.header().sequence(),
        disclosure.header(),
        proof.treeSize(),
        proof.path().stream().map(Digest::hex).toList(),
        checkpoint.note(),
        disclosure.verifierKey(),
        parts,
        salts);
  }

  private static String name(Part part) {
    return part.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String firstNote() {
    return checkpoint;
  }

  @Override
  public String lastNote() {
    return checkpoint;
  }

  /// Checks everything: the note's signature, the path from header to root, and each disclosed part
  /// against its commitment in the header.
  @Override
  public Checked checkSigned(VerifierKey key) {
    CheckpointNote note = CheckpointNote.parse(checkpoint, key);
    require(note.size() == treeSize, "a checkpoint of the size of the proof");
    byte[] leaf = new TreeHash().leaf(header.getBytes(StandardCharsets.UTF_8));
    List<byte[]> hashes = path.stream().map(HexFormat.of()::parseHex).toList();
    require(
        TreeProofs.includes(leaf, sequence, treeSize, hashes, note.root()),
        "a path from the header to the root of the checkpoint");
    HeaderFacts facts = HeaderFacts.read(header);
    require(facts.sequence() == sequence, "the header of sequence " + sequence);
    require(facts.record().equals(record), "the header of record " + record);
    parts.forEach((part, body) -> requireCommitted(part, body, facts));
    return new Checked.Holds(
        note.origin(), note.size(), note.signedAt().toString(), key.toString(), parts.size());
  }

  private void requireCommitted(String part, String body, HeaderFacts facts) {
    var sha256 = TreeHash.sha256();
    sha256.update(HexFormat.of().parseHex(salts.getOrDefault(part, "")));
    byte[] commitment = sha256.digest(body.getBytes(StandardCharsets.UTF_8));
    require(
        HexFormat.of().formatHex(commitment).equals(facts.commitments().get(part)),
        "part " + part + " to be what the header commits to");
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected);
    }
  }
}
