package org.tripoint.node.metrics.definitions;

import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.substances.ShippedSubstances;

/// Definitions keep the laws of every reader.
class DefinitionStoreLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new DefinitionStore(
        JdbcClient.create(app),
        new DefaultListableBeanFactory().getBeanProvider(Cube.class),
        new ShippedSubstances());
  }

  @Override
  protected String schema() {
    return "metrics";
  }

  @Override
  protected void fill(TestLedger records) {
    put(records, MAY, "M01@1", new DefinitionDocument("M01", 1, "MARKER first words"));
    put(records, JUNE, "M01@1", new DefinitionDocument("M01", 1, "second words"));
    put(records, MAY, "M02@1", new DefinitionDocument("M02", 1, "MARKER alone"));
    put(records, MAY, "M02@2", new DefinitionDocument("M02", 2, "newer"));
  }

  private static void put(
      TestLedger records, Instant published, String key, DefinitionDocument document) {
    records.put(DefinitionDocument.KIND, "definitions", published, key, document);
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
