package org.tripoint.node.substances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.SubstanceId;
import org.tripoint.vocabulary.SubstanceId.AsReported;

/// People's mappings keep the laws of every reader and change what a name is counted under.
class SubstanceMappingsLawsTest extends LedgerReaderLaws {

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new SubstanceMappings(JdbcClient.create(app));
  }

  @Override
  protected String schema() {
    return "substances";
  }

  @Override
  protected void fill(TestLedger records) {
    MapSubstance map = mapping(records);
    map.map("Blues", "fentanyl", "MARKER street name", "ana");
    map.map("Blues", "fentanyl", "MARKER second thoughts", "ana");
    map.map("Ice", "methamphetamine", "plain reason", "ana");
  }

  private static MapSubstance mapping(TestLedger records) {
    return new MapSubstance(
        new SubstanceLists(), records.append(), records.readers(), Clock.systemUTC());
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }

  @Test
  void aMappedNameIsRecognisedAndCountedUnderItsFamily() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database);
      SubstanceMappings mappings = new SubstanceMappings(JdbcClient.create(ledger.jdbc()));
      ledger.reader(mappings);
      SubstanceNames names =
          new SubstanceNames(
              new SubstanceLists(), mappings, RegistryReader::readOwn, new StaticMessageSource());
      SubstanceId blues = names.identify("cbp-drug-type", " Blues ");
      assertThat(blues).isEqualTo(new AsReported("Blues"));
      assertThat(names.isRecognised(blues)).isFalse();

      mapping(ledger).map("Blues", "fentanyl", "street name of M30 tablets", "ana");

      assertThat(names.isRecognised(blues)).isTrue();
      assertThat(names.findFamily(blues).orElseThrow().code()).isEqualTo("fentanyl");
      assertThat(names.keysOf("fentanyl")).contains("text:Blues");
      assertThat(names.nameOf("text:Blues", Locale.ENGLISH)).isEqualTo("Blues");
      assertThat(names.nameOf("inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N", Locale.of("es", "MX")))
          .isEqualTo("fentanilo");
      assertThat(names.nameOf("no:key", Locale.ENGLISH)).isEqualTo("no:key");
    }
  }

  @Test
  void refusesAFamilyThatIsNoneAndAReasonThatIsNone() {
    try (TestDatabase database = TestDatabase.fresh()) {
      MapSubstance map = mapping(TestLedger.over(database));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> map.map("Blues", "blues", "street name", "ana"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> map.map("Blues", "fentanyl", "  ", "ana"));
    }
  }
}
