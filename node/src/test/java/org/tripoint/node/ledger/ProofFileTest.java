package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tripoint.node.ledger.Evidence.Checked;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A proof file is checked without the node that made it, and no altered one passes.
class ProofFileTest {
  private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TestLedger LEDGER = TestLedger.over(TestDatabase.fresh());

  private static ProofFile file(String key, EnumSet<Part> disclosed) {
    for (int i = 0; i < 7; i++) {
      LEDGER.put(Sighting.KIND, "src", MAY, key + i, Sighting.of("press", "1"));
    }
    var outcome =
        LEDGER.put(Sighting.KIND, "src", MAY, key, Sighting.of("lab", "2")).outcomes().getFirst();
    RecordVersion version = LEDGER.read().listVersions(outcome.requireRecord()).getLast();
    LEDGER.put(Sighting.KIND, "src", MAY, key + "later", Sighting.of("press", "1"));
    Checkpoint checkpoint = LEDGER.read().latestCheckpoint().orElseThrow();
    long sequence = version.header().sequence();
    return ProofFile.of(
        version,
        LEDGER.read().proveInclusion(sequence, checkpoint.size()),
        checkpoint,
        LEDGER.read().disclose(sequence).orElseThrow(),
        disclosed);
  }

  @Test
  void holdsForWhoeverHasTheNodesKey() {
    ProofFile bare = file("a", EnumSet.noneOf(Part.class));
    assertThat(bare.parts()).isEmpty();
    assertThat(bare.check(bare.verifierKey())).isInstanceOf(Checked.Holds.class);

    ProofFile open = file("b", EnumSet.of(Part.OPEN));
    ProofFile read = JSON.readValue(JSON.writeValueAsString(open), ProofFile.class);
    assertThat(read).isEqualTo(open);
    assertThat(read.check(null))
        .isInstanceOfSatisfying(
            Checked.Holds.class,
            holds -> {
              assertThat(holds.origin()).isEqualTo("Test-node");
              assertThat(holds.parts()).isEqualTo(1);
              assertThat(holds.key()).isEqualTo(open.verifierKey());
            });
  }

  @Test
  void failsUnderAnotherNodesKey() {
    ProofFile file = file("c", EnumSet.of(Part.OPEN));
    try (TestDatabase other = TestDatabase.fresh()) {
      String key = TestLedger.over(other).keys().noteKey().verifier("Test-node").toString();
      assertThat(file.check(key)).isInstanceOf(Checked.Fails.class);
    }
    assertThat(file.check("no key")).isInstanceOf(Checked.Fails.class);
  }

  @Test
  void failsWhenContentIsNotWhatTheHeaderCommitsTo() {
    ProofFile file = file("d", EnumSet.of(Part.OPEN));
    Map<String, String> parts = Map.of("open", file.parts().get("open").replace("lab", "lob"));
    ProofFile altered =
        new ProofFile(
            file.record(),
            file.sequence(),
            file.header(),
            file.treeSize(),
            file.path(),
            file.checkpoint(),
            file.verifierKey(),
            parts,
            file.salts());
    assertThat(altered.check(null))
        .isEqualTo(new Checked.Fails("expected part open to be what the header commits to"));
  }

  /// Flips one bit of the file somewhere: it is no JSON any more, another file that fails, or the
  /// same file.
  @Test
  void passesNoFileWithAFlippedBit() {
    ProofFile file = file("e", EnumSet.of(Part.OPEN));
    String key = file.verifierKey();
    byte[] bytes = JSON.writeValueAsBytes(file);
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] flipped = bytes.clone();
      flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        ProofFile read =
            JSON.readValue(new String(flipped, StandardCharsets.UTF_8), ProofFile.class);
        boolean sameButKey = sayingSame(read, file);
        assertThat(read.check(key) instanceof Checked.Holds)
            .as("seed %d step %d: %s", seed, i, read)
            .isEqualTo(sameButKey);
      } catch (JacksonException e) {
        assertThat(e).isNotNull();
      }
    }
  }

  /// The key in the file is not looked at when another is given, nor is hex's case.
  private static boolean sayingSame(ProofFile left, ProofFile right) {
    return left.record().equals(right.record())
        && left.sequence() == right.sequence()
        && left.header().equals(right.header())
        && left.treeSize() == right.treeSize()
        && String.join(",", left.path()).equalsIgnoreCase(String.join(",", right.path()))
        && left.checkpoint().equals(right.checkpoint())
        && left.parts().equals(right.parts())
        && left.salts().keySet().equals(right.salts().keySet())
        && left.salts().toString().equalsIgnoreCase(right.salts().toString());
  }
}
