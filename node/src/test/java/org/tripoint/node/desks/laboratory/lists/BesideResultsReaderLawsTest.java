package org.tripoint.node.desks.laboratory.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.desks.laboratory.DrugCheckSample;
import org.tripoint.node.desks.laboratory.DrugCheckSample.FoundInSample;
import org.tripoint.node.desks.laboratory.DrugCheckSample.ReportedSubstance;
import org.tripoint.node.desks.laboratory.DrugCheckSample.StripResult;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile;
import org.tripoint.node.desks.laboratory.results.PublishedLabCount;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.CaseType;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.Certified;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.Manner;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Cases, laboratories, published counts and drug checks are rebuilt from the ledger to the row.
class BesideResultsReaderLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new BesideResultsReader(app);
  }

  @Override
  protected String schema() {
    return "laboratory";
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of(
        "result",
        "component",
        "quantity",
        "scope",
        "scope_analyte",
        "round",
        "participant",
        "spectral_library",
        "spectrum_file",
        "kept_spectrum",
        "kept_answer",
        "kept_near",
        "kept_told");
  }

  @Override
  protected void fill(TestLedger records) {
    records.put(ToxicologyCase.KIND, "us", MAY, "t1", toxicology("2026-03", "MARKER one"));
    records.put(ToxicologyCase.KIND, "us", JUNE, "t1", toxicology("2026-02", "again"));
    records.put(LaboratoryProfile.KIND, "us", MAY, "MARKER two", profile("MARKER two"));
    records.put(PublishedLabCount.KIND, "us", MAY, "c1", count("fentanyl", 12));
    records.put(PublishedLabCount.KIND, "us", JUNE, "c1", count("fentanyl", 14));
    records.put(PublishedLabCount.KIND, "us", MAY, "c2", count("MARKER three", 3));
    records.put(DrugCheckSample.KIND, "ca", MAY, "s1", check("MARKER four", "3.5"));
    records.put(DrugCheckSample.KIND, "ca", MAY, "s2", check("xylazine", "0"));
    records
        .append()
        .append(
            new Batch(
                "ca",
                null,
                JUNE,
                "tester",
                List.of(new Entry.Withdraw(DrugCheckSample.KIND, "s2", "wrong sample"))));
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER one", "MARKER two", "MARKER three", "MARKER four");
  }

  private static ToxicologyCase toxicology(String month, String cause) {
    return new ToxicologyCase(
        "lab",
        Country.UNITED_STATES,
        CaseType.CLINICAL,
        PartialDate.parse(month),
        null,
        null,
        List.of(),
        List.of(),
        new Certified(cause, List.of(), Manner.PENDING));
  }

  private static LaboratoryProfile profile(String name) {
    return new LaboratoryProfile(
        name, name, Country.UNITED_STATES, "", LocalDate.of(2026, 1, 1), List.of());
  }

  private static PublishedLabCount count(String name, long reports) {
    return new PublishedLabCount(
        Country.UNITED_STATES,
        Place.admin1("US-OH"),
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2025, 6, 30),
        name,
        new SubstanceId.AsReported(name),
        "",
        reports,
        Map.of());
  }

  private static DrugCheckSample check(String found, String percent) {
    SubstanceId substance = new SubstanceId.AsReported(found);
    return new DrugCheckSample(
        LocalDate.of(2026, 3, 4),
        Place.admin1("CA-BC"),
        null,
        new ReportedSubstance("down", new SubstanceId.AsReported("down")),
        "",
        StripResult.NOT_DONE,
        StripResult.NOT_DONE,
        List.of(new FoundInSample.Identified(found, substance)),
        ReportedNumber.find(percent).orElseThrow(),
        null,
        null,
        Map.of());
  }
}
