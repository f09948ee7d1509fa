package org.tripoint.node.substances.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.substances.registry.AddedSubstances.Kept;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;

/// Added substances keep the laws of every reader; the registry never merges two.
class AddedSubstancesLawsTest extends LedgerReaderLaws {

  private static final String FENTANYL = "CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1";
  private static final Chemistry CHEMISTRY = new Chemistry();

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    records.kind(AddedSubstance.KIND);
    return new AddedSubstances(JdbcClient.create(app), records.kinds(), CHEMISTRY);
  }

  @Override
  protected String schema() {
    return "substances";
  }

  @Override
  protected void fill(TestLedger records) {
    put(records, "registry", 1, substance("CCCN", "one", "MARKER book"));
    put(records, "registry", 2, substance("CCCN", "one", "MARKER better book"));
    put(records, "registry", 3, substance("CCCCN", "two", "plain book"));
    put(records, "partner:ca/registry", 4, substance("CCCCCN", "three", "plain book"));
    records
        .append()
        .append(
            new Batch(
                "registry",
                null,
                at(5),
                "ana",
                List.of(
                    new Entry.Withdraw(
                        AddedSubstance.KIND, substance("CCCCN", "", "").inchiKey(), "wrong"))));
  }

  private static Instant at(int day) {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private static void put(TestLedger records, String source, int day, AddedSubstance one) {
    records
        .append()
        .append(
            new Batch(
                source,
                null,
                at(day),
                "ana",
                List.of(
                    new Entry.Put<>(
                        AddedSubstance.KIND, one.inchiKey(), one, Marking.published(), null))));
  }

  private static AddedSubstance substance(String smiles, String name, String source) {
    var structure = CHEMISTRY.readSmiles(smiles).orThrow();
    return new AddedSubstance(
        structure.smiles(),
        structure.inchiKey(),
        structure.formula(),
        name.isEmpty() ? "none" : name,
        "",
        "",
        List.of(),
        List.of(),
        "",
        "other-precursor",
        List.of(Substance.Role.REAGENT),
        smiles,
        List.of(),
        source.isEmpty() ? "none" : source,
        "");
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }

  @Test
  void twoOfOneStructureStandBesideEachOther() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database).kind(AddedSubstance.KIND);
      var added = new AddedSubstances(JdbcClient.create(ledger.jdbc()), ledger.kinds(), CHEMISTRY);
      ledger.reader(added);
      put(ledger, "registry", 1, substance(FENTANYL, "harbour white", "a customs laboratory"));
      put(ledger, "partner:ca/registry", 2, substance(FENTANYL, "port white", "another one"));
      ledger.readers().catchUp();

      String skeleton = "PJMPHNIQZUBGLI";
      assertThat(added.registry().listBySkeleton(skeleton))
          .extracting(Substance::english)
          .containsExactly("fentanyl", "harbour white", "port white");
      assertThat(added.registry().lookUp("port white")).isInstanceOf(Meaning.One.class);
      assertThat(added.list()).extracting(Kept::origin).containsExactly(null, "ca");
    }
  }

  @Test
  void aStructureThatDoesNotFitItsKeyIsLeftOutAndTold() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database).kind(AddedSubstance.KIND);
      var added = new AddedSubstances(JdbcClient.create(ledger.jdbc()), ledger.kinds(), CHEMISTRY);
      ledger.reader(added);
      AddedSubstance right = substance("CCCN", "propylamine", "a book");
      AddedSubstance wrong =
          new AddedSubstance(
              "CCCCN",
              right.inchiKey(),
              right.formula(),
              "propylamine",
              "",
              "",
              List.of(),
              List.of(),
              "",
              "other-precursor",
              List.of(Substance.Role.REAGENT),
              "CCCCN",
              List.of(),
              "a book",
              "");
      put(ledger, "partner:ca/registry", 1, wrong);
      ledger.readers().catchUp();

      assertThat(added.list()).extracting(Kept::sound).containsExactly(false);
      assertThat(added.registry().findByKey(right.inchiKey())).isEmpty();
    }
  }

  @Test
  void refusesAKeyACasNumberAndANameThatAreNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> with("PJMP", "", "fentanyl"));
    String key = "PJMPHNIQZUBGLI-UHFFFAOYSA-N";
    assertThatIllegalArgumentException().isThrownBy(() -> with(key, "437-38-8", "fentanyl"));
    assertThatIllegalArgumentException().isThrownBy(() -> with(key, "", " "));
    assertThat(with(key, "437-38-7", "fentanyl").cas()).isEqualTo("437-38-7");
  }

  private static AddedSubstance with(String key, String cas, String name) {
    return new AddedSubstance(
        FENTANYL,
        key,
        "C22H28N2O",
        name,
        "",
        "",
        List.of(),
        List.of(),
        cas,
        "fentanyl",
        List.of(Substance.Role.DRUG),
        FENTANYL,
        List.of(),
        "a book",
        "");
  }
}
