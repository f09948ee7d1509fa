package org.tripoint.node.desks.laboratory.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.DateBasis;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.RecordId;

/// When results are final.
class FinalResultsTest {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void aPreliminaryResultIsFinalOnceTheLaboratorySaysSo() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database);
      ledger.reader(new ResultReader(ledger.jdbc()));
      FinalResults results = new FinalResults(ledger.jdbc());
      RecordId one = put(ledger, MAY, "1", ResultStatus.PRELIM);
      RecordId other = put(ledger, MAY, "2", ResultStatus.FINAL);
      RecordId unknown = new RecordId(new UUID(0, 1));
      List<RecordId> asked = List.of(one, other, unknown);
      ledger.readers().catchUp();
      assertThat(results.whenFinal(asked)).isEqualTo(Map.of(other, MAY));
      put(ledger, JUNE, "1", ResultStatus.FINAL);
      ledger.readers().catchUp();
      assertThat(results.whenFinal(asked)).isEqualTo(Map.of(one, JUNE, other, MAY));
    }
  }

  private static RecordId put(TestLedger ledger, Instant published, String item, ResultStatus is) {
    return ledger
        .put(LabResult.KIND, "ca-lab", published, item, result(item, is))
        .outcomes()
        .getFirst()
        .requireRecord();
  }

  private static LabResult result(String item, ResultStatus status) {
    return new LabResult(
        "LAB",
        Country.CANADA,
        "",
        "S",
        item,
        "",
        SampleOrigin.SEIZURE,
        PartialDate.parse("2026-04-30"),
        DateBasis.COLLECTED,
        null,
        null,
        Place.admin1("CA-BC"),
        Material.unknown(),
        null,
        null,
        List.of(),
        "",
        "",
        "",
        "",
        status,
        "",
        List.of(),
        "",
        List.of(),
        List.of(),
        Map.of());
  }
}
