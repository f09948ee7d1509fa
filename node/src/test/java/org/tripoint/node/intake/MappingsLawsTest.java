package org.tripoint.node.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;

/// Mappings keep the laws of every reader.
class MappingsLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new Mappings(JdbcClient.create(app));
  }

  @Override
  protected String schema() {
    return "intake";
  }

  @Override
  protected void fill(TestLedger records) {
    put(records, MAY, "a", mapping("MARKER first"));
    put(records, JUNE, "a", mapping("second"));
    put(records, MAY, "b", mapping("MARKER alone"));
  }

  private static void put(
      TestLedger records, Instant published, String key, ImportMapping mapping) {
    records.put(ImportMapping.KIND, "mappings", published, key, mapping);
  }

  private static ImportMapping mapping(String name) {
    return new ImportMapping(
        name,
        "mx-correos",
        "test-parcels",
        false,
        List.of("Bulto", "Color"),
        List.of(new ImportMapping.Binding("parcel", "Bulto", null, null, null, Map.of())));
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
