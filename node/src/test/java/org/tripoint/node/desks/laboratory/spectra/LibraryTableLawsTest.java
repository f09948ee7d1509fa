package org.tripoint.node.desks.laboratory.spectra;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;

/// Libraries of spectra keep the laws of every reader.
class LibraryTableLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new LibraryTable(JdbcClient.create(app), records.kinds(ImportedLibrary.KIND));
  }

  @Override
  protected String schema() {
    return "laboratory";
  }

  @Override
  protected void fill(TestLedger records) {
    put(records, MAY, "a", library("MARKER first"));
    put(records, JUNE, "a", library("second"));
    put(records, MAY, "b", library("MARKER alone"));
  }

  private static void put(
      TestLedger records, Instant published, String key, ImportedLibrary library) {
    records.put(ImportedLibrary.KIND, "libraries", published, key, library);
  }

  private static ImportedLibrary library(String name) {
    return new ImportedLibrary(
        name, "1", "CC0 1.0", true, "us", "a page", "ab", "l.msp", "NIST_MSP", 3, 9, 0, true);
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
