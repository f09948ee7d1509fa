package org.tripoint.node.metrics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

class FamilyKeysTest {

  private static final Kind<Decided> KIND = Kind.of("substance-mapping", 1, Decided.class);
  private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");

  /// As the substances room writes it, as far as it is read here.
  record Decided(String reported, String family) {}

  /// What is decided today: `text:blues` is fentanyl.
  private record Today(Set<RecordId> listDecisions) implements ReadSubstances {
    @Override
    public Set<String> keysOf(String family) {
      return family.equals("fentanyl") ? Set.of("list:fentanyl", "text:blues") : Set.of();
    }

    @Override
    public SubstanceId identify(String list, String reportedName) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isRecognised(SubstanceId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isKnown(SubstanceId id) {
      return isRecognised(id);
    }

    @Override
    public List<Family> listFamilies() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Family> findFamily(SubstanceId id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String nameOf(String substanceKey, Locale locale) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void countsWhatWasDecidedByThenAndNothingThatWasDecidedLater() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database);
      long before = ledger.read().size();
      RecordId decision = decide(ledger, MAY, "heroin");
      long asHeroin = ledger.read().size();
      assertThat(decide(ledger, MAY.plusSeconds(60), "fentanyl")).isEqualTo(decision);
      long asFentanyl = ledger.read().size();
      FamilyKeys families = new FamilyKeys(new Today(Set.of(decision)), ledger.read());

      assertThat(keys(families, "fentanyl", before)).containsExactly("list:fentanyl");
      assertThat(keys(families, "heroin", before)).isEmpty();
      assertThat(keys(families, "heroin", asHeroin)).containsExactly("text:blues");
      assertThat(keys(families, "fentanyl", asHeroin)).containsExactly("list:fentanyl");
      assertThat(keys(families, "fentanyl", asFentanyl))
          .containsExactlyInAnyOrder("list:fentanyl", "text:blues");
      assertThat(keys(families, "heroin", asFentanyl)).isEmpty();
      assertThat(families.keysOf("fentanyl", new Moment.Today())).contains("text:blues");
    }
  }

  private static Set<String> keys(FamilyKeys families, String family, long size) {
    return families.keysOf(family, new Moment.Past(new AsOf.LedgerSize(size)));
  }

  private static RecordId decide(TestLedger ledger, Instant when, String family) {
    Entry entry =
        new Entry.Put<>(
            KIND, "text:blues", new Decided("text:blues", family), Marking.published(), null);
    return ledger
        .append()
        .append(new Batch("mappings", null, when, "ana", List.of(entry)))
        .outcomes()
        .getFirst()
        .requireRecord();
  }
}
