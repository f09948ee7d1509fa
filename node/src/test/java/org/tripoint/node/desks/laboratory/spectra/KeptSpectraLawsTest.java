package org.tripoint.node.desks.laboratory.spectra;

import static org.tripoint.node.desks.laboratory.spectra.KeptSamples.kept;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;

/// Kept unknowns are rebuilt from the ledger to the row.
class KeptSpectraLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new KeptSpectra(JdbcClient.create(app), records.kinds(KeptSpectrum.KIND));
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
        "scope",
        "round",
        "spectral_library",
        "spectrum_file",
        "kept_answer",
        "kept_near",
        "kept_told");
  }

  @Override
  protected void fill(TestLedger records) {
    records.put(KeptSpectrum.KIND, "ca", MAY, "a", kept("MARKER one", "2026-03-04", "CA-BC", 250));
    records.put(KeptSpectrum.KIND, "ca", JUNE, "a", kept("again", "2026-03-05", "CA-BC", 250));
    records.put(KeptSpectrum.KIND, "ca", MAY, "b", kept("MARKER two", "2026-03-04", "CA-ON", 260));
    records.put(KeptSpectrum.KIND, "ca", MAY, "c", kept("gone", "2026-03", "CA-QC", 260));
    records
        .append()
        .append(
            new Batch(
                "ca",
                null,
                JUNE,
                "tester",
                List.of(new Entry.Withdraw(KeptSpectrum.KIND, "c", "wrong item"))));
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER one", "MARKER two");
  }
}
