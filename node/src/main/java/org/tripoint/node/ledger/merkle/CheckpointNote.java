package org.tripoint.node.ledger.merkle;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A checkpoint as a signed note.
///
/// Source: C2SP tlog-checkpoint over signed-note. Body: origin, size, root in base64, and one
/// extension line `signed <instant>`; then an empty line and one signature line.
///
/// @param origin name of the node
/// @param size leaves under the root
/// @param root hash of the tree
/// @param signedAt when, to the microsecond
@SuppressWarnings("ArrayRecordComponent") // copied in and out
public record CheckpointNote(String origin, long size, byte[] root, Instant signedAt) {
  private static final Pattern NAME = Pattern.compile("[^\\s+\\p{Cntrl}]{1,100}");
  private static final String DASH = "\u2014 ";

  public CheckpointNote {
    if (!NAME.matcher(origin).matches()) {
      throw new IllegalArgumentException(
          "expected a node name without blanks and '+', found '" + origin + "'");
    }
    if (root.length != 32 || size < 0) {
      throw new IllegalArgumentException("expected a size from 0 and a root of 32 bytes");
    }
    root = root.clone();
  }

  @Override
  public byte[] root() {
    return root.clone();
  }

  private String body() {
    return origin
        + "\n"
        + size
        + "\n"
        + Base64.getEncoder().encodeToString(root)
        + "\nsigned "
        + signedAt
        + "\n";
  }

  /// The note with its signature.
  public String sign(NoteKey key) {
    String body = body();
    byte[] signature = key.sign(body.getBytes(StandardCharsets.UTF_8));
    byte[] line = Arrays.copyOf(key.verifier(origin).keyId(), 68);
    System.arraycopy(signature, 0, line, 4, 64);
    return body + "\n" + DASH + origin + " " + Base64.getEncoder().encodeToString(line) + "\n";
  }

  /// Reads a note and checks its form, key id and signature.
  ///
  /// @throws IllegalArgumentException saying what does not hold
  public static CheckpointNote parse(String note, NoteKey key) {
    return parse(note, key::verifier);
  }

  /// Reads a note that somebody else has signed.
  ///
  /// @throws IllegalArgumentException saying what does not hold
  public static CheckpointNote parse(String note, VerifierKey key) {
    return parse(
        note,
        origin -> {
          require(origin.equals(key.name()), "the origin " + key.name());
          return key;
        });
  }

  private static CheckpointNote parse(String note, Function<String, VerifierKey> keyOf) {
    int end = note.lastIndexOf("\n\n");
    require(end > 0 && note.endsWith("\n"), "a body, an empty line and a signature");
    String body = note.substring(0, end + 1);
    List<String> lines = body.lines().toList();
    require(lines.size() == 4 && lines.get(3).startsWith("signed "), "four lines of body");
    CheckpointNote parsed = ofLines(lines);
    require(parsed.body().equals(body), "a body in its one form");
    String signature = note.substring(end + 2, note.length() - 1);
    String prefix = DASH + parsed.origin + " ";
    require(signature.startsWith(prefix), "a signature by " + parsed.origin);
    VerifierKey key = keyOf.apply(parsed.origin);
    byte[] bytes = base64(signature.substring(prefix.length()));
    require(bytes.length == 68, "a key id and a signature");
    require(Arrays.equals(Arrays.copyOf(bytes, 4), key.keyId()), "the key id of the node's key");
    require(
        key.verifies(
            body.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, 4, bytes.length)),
        "a signature that verifies");
    return parsed;
  }

  private static CheckpointNote ofLines(List<String> lines) {
    try {
      return new CheckpointNote(
          lines.get(0),
          Long.parseLong(lines.get(1)),
          base64(lines.get(2)),
          Instant.parse(lines.get(3).substring(7)));
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException("expected a size and an instant in the note", e);
    }
  }

  /// Decodes base64 that has one form only: what encodes back to the same text.
  private static byte[] base64(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    require(Base64.getEncoder().encodeToString(bytes).equals(text), "canonical base64");
    return bytes;
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected + " in the note");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CheckpointNote note && body().equals(note.body());
  }

  @Override
  public int hashCode() {
    return body().hashCode();
  }
}
