package org.tripoint.node.ledger.merkle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// What a node states under the key of its checkpoints, as a signed note. The line after its name
/// is words, where a checkpoint has a number: neither can pass for the other.
///
/// @param origin name of the node
/// @param lines what it states, without its name
public record StatementNote(String origin, List<String> lines) {
  private static final String DASH = "\u2014 ";

  public StatementNote {
    lines = List.copyOf(lines);
    require(
        !lines.isEmpty() && lines.getFirst().matches("[a-z][a-z ]+"),
        "a statement that says what it is");
    for (String line : lines) {
      require(
          !line.isBlank() && line.chars().noneMatch(Character::isISOControl),
          "lines of text, none of them empty");
    }
  }

  private String body() {
    return origin + "\n" + String.join("\n", lines) + "\n";
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
  public static StatementNote parse(String note, VerifierKey key) {
    int end = note.lastIndexOf("\n\n");
    require(end > 0 && note.endsWith("\n"), "a body, an empty line and a signature");
    String body = note.substring(0, end + 1);
    String prefix = DASH + key.name() + " ";
    String signature = note.substring(end + 2, note.length() - 1);
    require(
        body.startsWith(key.name() + "\n") && signature.startsWith(prefix),
        "the name and the signature of " + key.name());
    byte[] bytes = Base64.getDecoder().decode(signature.substring(prefix.length()));
    require(
        bytes.length == 68 && Arrays.equals(Arrays.copyOf(bytes, 4), key.keyId()),
        "the key id of the node's key");
    require(
        key.verifies(
            body.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, 4, bytes.length)),
        "a signature that verifies");
    List<String> lines = body.lines().toList();
    StatementNote parsed = new StatementNote(lines.getFirst(), lines.subList(1, lines.size()));
    require(parsed.body().equals(body), "a body in its one form");
    return parsed;
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected + " in the statement");
    }
  }
}
