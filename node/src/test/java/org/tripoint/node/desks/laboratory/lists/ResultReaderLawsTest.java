package org.tripoint.node.desks.laboratory.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.AnalysisScope.ScopeAnalyte;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.DateBasis;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.SubstanceId;

/// Results, scopes and rounds keep the laws of every reader.
class ResultReaderLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new ResultReader(app);
  }

  @Override
  protected String schema() {
    return "laboratory";
  }

  @Override
  protected void fill(TestLedger records) {
    records.put(AnalysisScope.KIND, "ca", MAY, "a", scope("MARKER first"));
    records.put(AnalysisScope.KIND, "ca", JUNE, "a", scope("second"));
    records.put(AnalysisScope.KIND, "ca", MAY, "b", scope("MARKER alone"));
    records.put(LabResult.KIND, "ca", MAY, "r", result("MARKER found"));
    records.put(LabResult.KIND, "ca", JUNE, "r", result("xylazine"));
  }

  private static AnalysisScope scope(String laboratory) {
    return new AnalysisScope(
        laboratory,
        Country.CANADA,
        "BLOOD",
        "1",
        LocalDate.of(2024, 1, 1),
        null,
        "femoral blood",
        List.of(new ScopeAnalyte("fentanyl", new SubstanceId.AsReported("fentanyl"), null)));
  }

  private static LabResult result(String found) {
    ResultComponent component =
        new ResultComponent(
            1,
            found,
            new SubstanceId.AsReported(found),
            IdentificationLevel.TENTATIVE,
            ComponentRole.UNKNOWN,
            new Presence.Present(),
            null,
            List.of(),
            List.of(),
            "",
            "");
    return new LabResult(
        "lab",
        Country.CANADA,
        "",
        "S",
        "1",
        "",
        SampleOrigin.SEIZURE,
        PartialDate.parse("2026-03-04"),
        DateBasis.COLLECTED,
        null,
        null,
        Place.admin1("CA-BC"),
        Material.unknown(),
        null,
        null,
        List.of(component),
        "",
        "",
        "",
        "",
        ResultStatus.FINAL,
        "",
        List.of(),
        "",
        List.of(),
        List.of(),
        Map.of());
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
