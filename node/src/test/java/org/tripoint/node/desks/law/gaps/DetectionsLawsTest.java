package org.tripoint.node.desks.law.gaps;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Outline;
import org.tripoint.vocabulary.Outlined;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.SubstanceId;

/// Detections keep the laws of every reader.
class DetectionsLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  private static final Kind<Sample> KIND = Kind.of("drug-check-sample", 1, Sample.class);

  record Sample(String substance) implements Outlined {
    @Override
    public Outline outline() {
      return new Outline.Finding(
          LocalDate.of(2026, 3, 4),
          Place.admin1("CA-BC"),
          List.of(new SubstanceId.Group("a-list", "1", substance)));
    }
  }

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new Detections(app, records.kinds(KIND));
  }

  @Override
  protected String schema() {
    return "law";
  }

  @Override
  protected void fill(TestLedger records) {
    records.put(KIND, "ca", MAY, "a", new Sample("MARKER first"), "b", new Sample("MARKER alone"));
    records.put(KIND, "ca", JUNE, "a", new Sample("second"));
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
