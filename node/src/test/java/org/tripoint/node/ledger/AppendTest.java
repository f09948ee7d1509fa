package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.merkle.TreeProofs;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

class AppendTest {
  private static final TestLedger LEDGER = TestLedger.over(TestDatabase.fresh());
  private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2024-06-01T00:00:00Z");

  @Test
  void appendsOnceWhatIsAppendedTwice() {
    Outcome first = put("once", MAY, Sighting.of("press", "1"));
    long size = LEDGER.read().size();
    Outcome second = put("once", MAY, Sighting.of("press", "1.0"));

    assertThat(first).isInstanceOf(Outcome.Appended.class);
    assertThat(second).isInstanceOf(Outcome.Unchanged.class);
    assertThat(LEDGER.read().size()).isEqualTo(size);
  }

  @Test
  void takesEqualToTwelveDigitsAsUnchangedWhateverTheRawText() {
    put("digits", MAY, sighting("0.123456789012", "0.123456789012"));
    Outcome same = put("digits", JUNE, sighting("0.12345678901200004", ".12345678901200004"));
    Outcome other = put("digits", JUNE, sighting("0.1234567892", null));

    assertThat(same).isInstanceOf(Outcome.Unchanged.class);
    assertThat(other).isInstanceOf(Outcome.Appended.class);
  }

  private static Sighting sighting(String amount, String text) {
    return new Sighting("powder", new BigDecimal(amount), text, null, null);
  }

  @Test
  void currentIsTheLatestPublishedNotTheLatestArrived() {
    put("vintages", JUNE, Sighting.of("june", "2"));
    Outcome late = put("vintages", MAY, Sighting.of("may", "1"));

    assertThat(late).isInstanceOf(Outcome.Appended.class);
    RecordId record = ((Outcome.Appended) late).record();
    assertThat(whatOf(LEDGER.read().findCurrent(record).orElseThrow())).isEqualTo("june");
    assertThat(
            whatOf(
                LEDGER
                    .read()
                    .findAsOf(record, new ReadLedger.AsOf.Published(MAY.plusSeconds(9)))
                    .orElseThrow()))
        .isEqualTo("may");
    assertThat(LEDGER.read().listVersions(record)).hasSize(2);
  }

  @Test
  void joinsTheCallersTransaction() {
    long size = LEDGER.read().size();
    assertThatThrownBy(() ->
            LEDGER
                .transaction()
                .executeWithoutResult(status -> {
                  put("rolled back", MAY, Sighting.of("gone", "1"));
                  throw new IllegalStateException("crash");
                }))
        .hasMessage("crash");
    assertThat(LEDGER.read().size()).isEqualTo(size);
    put("after", MAY, Sighting.of("kept", "1"));
    assertThat(LEDGER.read().size()).isEqualTo(size + 1);
  }

  @Test
  void keepsPartsApartAndReadsThemBack() {
    Sighting content = new Sighting("press", BigDecimal.ONE, null, "Ana \u0001 \"Ñ\" 😀", "burn");
    RecordId record = ((Outcome.Appended) put("parts", MAY, content)).record();
    RecordVersion version = LEDGER.read().findCurrent(record).orElseThrow();

    assertThat(version.content(Sighting.KIND)).contains(content);
    assertThat(version.key()).contains("parts");
    assertThat(version.header().commitments()).hasSize(3);
    assertThat(version.canonicalParts().values().stream().filter(p -> p.contains("Ana")))
        .hasSize(1);
  }

  @Test
  void strangerChecksAVersionFromWhatIsDisclosed() throws NoSuchAlgorithmException {
    Outcome outcome =
        put("disclosed", MAY, new Sighting("press", BigDecimal.ONE, null, "Ana", null));
    long sequence = ((Outcome.Appended) outcome).sequence();
    ReadLedger.Disclosure disclosed = LEDGER.read().disclose(sequence).orElseThrow();
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");

    for (Part part : List.of(Part.OPEN, Part.NOMINAL)) {
      sha256.update(HexFormat.of().parseHex(disclosed.salts().get(part)));
      String commitment =
          HexFormat.of()
              .formatHex(
                  sha256.digest(disclosed.parts().get(part).getBytes(StandardCharsets.UTF_8)));
      assertThat(disclosed.header())
          .contains("\"" + part.name().toLowerCase(Locale.ROOT) + "\":\"" + commitment + "\"");
    }
    assertThat(new JsonCanonicalizerText(disclosed.header()).canonical())
        .isEqualTo(disclosed.header());
    sha256.update((byte) 0);
    byte[] leaf = sha256.digest(disclosed.header().getBytes(StandardCharsets.UTF_8));
    ReadLedger.Checkpoint checkpoint = LEDGER.read().latestCheckpoint().orElseThrow();
    ReadLedger.InclusionProof proof = LEDGER.read().proveInclusion(sequence, checkpoint.size());
    assertThat(
            TreeProofs.includes(
                leaf,
                sequence,
                checkpoint.size(),
                proof.path().stream().map(Digest::bytes).toList(),
                checkpoint.root().bytes()))
        .isTrue();
    assertThat(checkpoint.note()).contains(checkpoint.size() + "\n");
    assertThat(disclosed.verifierKey()).startsWith("Test-node+");
  }

  /// Another implementation of RFC 8785.
  private record JsonCanonicalizerText(String json) {
    String canonical() {
      try {
        return new org.erdtman.jcs.JsonCanonicalizer(json).getEncodedString();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Test
  void withdrawalIsALastVersionAndComesOnce() {
    put("withdrawn", MAY, Sighting.of("press", "1"));
    Entry entry = new Entry.Withdraw(Sighting.KIND, "withdrawn", "reported in error");
    Outcome first = append(JUNE, entry);
    Outcome second = append(JUNE, entry);

    assertThat(first).isInstanceOf(Outcome.Appended.class);
    assertThat(second).isInstanceOf(Outcome.Unchanged.class);
    RecordId record = ((Outcome.Appended) first).record();
    RecordVersion current = LEDGER.read().findCurrent(record).orElseThrow();
    assertThat(current.header().state()).isEqualTo(VersionState.WITHDRAWN);
    assertThat(current.content(Sighting.KIND)).isEmpty();
    assertThat(current.key()).contains("withdrawn");
  }

  private static Outcome put(String key, Instant published, Sighting content) {
    return append(
        published, new Entry.Put<>(Sighting.KIND, key, content, Marking.published(), null));
  }

  private static Outcome append(Instant published, Entry entry) {
    return LEDGER
        .append()
        .append(new Batch("test-source", null, published, "tester", List.of(entry)))
        .outcomes()
        .getFirst();
  }

  private static String whatOf(RecordVersion version) {
    return version.content(Sighting.KIND).orElseThrow().what();
  }
}
