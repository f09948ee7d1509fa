package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.ReportedNumber;

/// A ledger that an earlier program filled still reads, verifies and grows where a content
/// contradicts itself by the rules of today.
class ContradictingContentTest {

  private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
  private static final TestLedger LEDGER = TestLedger.over(TestDatabase.fresh());

  /// As an earlier program knew it.
  record Loose(Amount amount) {
    static final Kind<Loose> KIND = Kind.of("test-weighed", 1, Loose.class);
  }

  record Amount(String value, String text) {}

  record Strict(ReportedNumber amount) {
    static final Kind<Strict> KIND = Kind.of("test-weighed", 1, Strict.class);
  }

  @Test
  void isReadAsHoldingNothingAndKeepsItsText() {
    RecordId record = put("a", new Loose(new Amount("500", "1.50")));
    RecordVersion version = LEDGER.read().findCurrent(record).orElseThrow();
    assertThat(version.content(Strict.KIND)).isEmpty();
    assertThat(version.canonicalParts().get(Part.OPEN)).contains("\"500\"", "\"1.50\"");
    assertThat(LEDGER.verify().verify(n -> {})).isInstanceOf(VerifyLedger.Finding.Sound.class);
    assertThat(LEDGER.read().listStanding(Set.of(record), java.util.Optional.empty())).hasSize(1);
  }

  @Test
  void aCorrectionIsANewVersion() {
    RecordId record = put("b", new Loose(new Amount("500", "1.50")));
    LEDGER.put(
        Strict.KIND,
        "people",
        MAY.plusSeconds(1),
        "b",
        new Strict(ReportedNumber.find("1.50").orElseThrow()));
    List<RecordVersion> versions = LEDGER.read().listVersions(record);
    assertThat(versions).hasSize(2);
    assertThat(versions.getLast().content(Strict.KIND).orElseThrow().amount().value())
        .isEqualByComparingTo("1.5");
  }

  private static RecordId put(String key, Loose content) {
    var outcome = LEDGER.put(Loose.KIND, "people", MAY, key, content).outcomes().getFirst();
    return ((BatchReceipt.Outcome.Appended) outcome).record();
  }
}
