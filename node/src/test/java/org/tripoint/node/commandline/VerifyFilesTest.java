package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.node.TripointNode;
import org.tripoint.node.ledger.ConsistencyFile;
import org.tripoint.node.ledger.Evidence.Checked;
import org.tripoint.node.ledger.merkle.CheckpointNote;
import org.tripoint.node.ledger.merkle.NoteKey;
import org.tripoint.node.ledger.merkle.TreeHash;
import org.tripoint.node.ledger.merkle.TreeProofs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a stranger kept is held against what the node says later, without the node: a ledger that
/// only grew passes, a forged one does not.
class VerifyFilesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant SIGNED = Instant.parse("2026-05-01T00:00:00Z");
  private static final String ORIGIN = "Agency-of-X";
  private static final NoteKey KEY = key();
  private static final String VERIFIER = KEY.verifier(ORIGIN).toString();

  @TempDir Path files;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  /// A ledger in memory: its leaves are texts.
  private record Tree(List<String> leaves) {
    static Tree of(int size, String mark) {
      List<String> leaves = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        leaves.add(i == 3 ? mark : "version " + i);
      }
      return new Tree(leaves);
    }

    private TreeProofs proofs() {
      return new TreeProofs(this::subtree);
    }

    private byte[] subtree(int level, long index) {
      return level == 0
          ? new TreeHash().leaf(leaves.get((int) index).getBytes(StandardCharsets.UTF_8))
          : new TreeHash().node(subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
    }

    String note(long size) {
      return new CheckpointNote(ORIGIN, size, proofs().root(size), SIGNED).sign(KEY);
    }

    ConsistencyFile since(long from, long to) {
      return new ConsistencyFile(from, to, path(from, to), note(from), note(to), VERIFIER);
    }

    List<String> path(long from, long to) {
      return proofs().consistency(from, to).stream().map(HexFormat.of()::formatHex).toList();
    }
  }

  private static final Tree TRUE = Tree.of(40, "a seizure");
  private static final Tree FORGED = Tree.of(40, "no seizure");

  @Test
  void whatOnlyGrewHolds() throws IOException {
    for (long from = 1; from <= 40; from++) {
      for (long to = from; to <= 40; to++) {
        assertThat(TRUE.since(from, to).check(VERIFIER)).isInstanceOf(Checked.Continues.class);
      }
    }
    assertThat(
            verify(
                "--proof",
                kept(TRUE, 7),
                "--then",
                file(TRUE.since(7, 23)),
                "--then",
                file(TRUE.since(23, 40)),
                "--key",
                VERIFIER))
        .isZero();
    assertThat(said())
        .contains("Signed: checkpoint of Agency-of-X over 7 versions")
        .contains("over 40 versions, signed 2026-05-01T00:00:00Z, holds every version")
        .contains("the one over 23, unchanged");
  }

  @Test
  void aRewrittenHistoryIsFoundAgainstWhatSomebodyKept() throws IOException {
    assertThat(
            verify(
                "--proof", kept(TRUE, 7), "--then", file(FORGED.since(7, 23)), "--key", VERIFIER))
        .isEqualTo(3);
    assertThat(said()).contains("BROKEN").contains("one root over 7 versions, found two");
  }

  @Test
  void aForgedProofFromTheTrueHeadDoesNotLeadToTheForgedOne() {
    ConsistencyFile forged =
        new ConsistencyFile(7, 23, FORGED.path(7, 23), TRUE.note(7), FORGED.note(23), VERIFIER);
    assertThat(forged.check(VERIFIER))
        .isEqualTo(new Checked.Fails("expected a path from the earlier root to the later one"));
    assertThat(
            new ConsistencyFile(7, 23, TRUE.path(7, 22), TRUE.note(7), TRUE.note(23), VERIFIER)
                .check(VERIFIER))
        .isInstanceOf(Checked.Fails.class);
  }

  @Test
  void filesThatDoNotFollowEachOtherAreRefused() throws IOException {
    assertThat(verify("--proof", file(TRUE.since(7, 23)), "--then", file(TRUE.since(24, 40))))
        .isEqualTo(3);
    assertThat(said())
        .contains("expected to begin at the checkpoint over 23 versions, found one over 24");
  }

  @Test
  void anotherKeyAndAKeptNoteWithoutAKeyAreRefused() throws IOException {
    String other = key().verifier(ORIGIN).toString();
    assertThat(verify("--proof", file(TRUE.since(7, 23)), "--key", other)).isEqualTo(3);
    assertThat(verify("--proof", kept(TRUE, 7), "--then", file(TRUE.since(7, 23)))).isEqualTo(3);
    assertThat(said()).contains("--key");
  }

  @Test
  void whatIsNoProofIsNamed() throws IOException {
    for (String text : List.of("", "proof", "{", "{}", "{\"toSize\":3}", "[]")) {
      Path file = Files.writeString(files.resolve("odd"), text);
      assertThat(verify("--proof", file.toString())).as(text).isEqualTo(1);
    }
    assertThat(verify("--proof", files.resolve("absent").toString())).isEqualTo(1);
  }

  @Test
  void noFileWithAFlippedBitPasses() {
    ConsistencyFile file = TRUE.since(11, 37);
    byte[] bytes = JSON.writeValueAsBytes(file);
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] flipped = bytes.clone();
      flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        ConsistencyFile read =
            JSON.readValue(new String(flipped, StandardCharsets.UTF_8), ConsistencyFile.class);
        boolean same =
            read.fromSize() == file.fromSize()
                && read.toSize() == file.toSize()
                && String.join(",", read.path()).equalsIgnoreCase(String.join(",", file.path()))
                && read.from().equals(file.from())
                && read.to().equals(file.to());
        assertThat(read.check(VERIFIER) instanceof Checked.Continues)
            .as("seed %d step %d: %s", seed, i, read)
            .isEqualTo(same);
      } catch (JacksonException e) {
        assertThat(e).isNotNull();
      }
    }
  }

  private int verify(String... arguments) {
    Terminal terminal =
        new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false, Locale.US);
    return Commands.commandLine(TripointNode.class, terminal)
        .execute(Stream.concat(Stream.of("verify"), Stream.of(arguments)).toArray(String[]::new));
  }

  private String said() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String kept(Tree tree, long size) throws IOException {
    return Files.writeString(files.resolve("checkpoint-" + size + ".note"), tree.note(size))
        .toString();
  }

  private String file(ConsistencyFile file) throws IOException {
    Path path = files.resolve("consistency-" + file.fromSize() + "-" + file.toSize() + ".json");
    return Files.writeString(path, JSON.writeValueAsString(file)).toString();
  }

  private static NoteKey key() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return NoteKey.of(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
