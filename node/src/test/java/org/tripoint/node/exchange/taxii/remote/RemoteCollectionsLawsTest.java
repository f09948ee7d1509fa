package org.tripoint.node.exchange.taxii.remote;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.exchange.taxii.remote.CollectionToRead.SignIn;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;

/// Remote collections keep the laws of every reader.
class RemoteCollectionsLawsTest extends LedgerReaderLaws {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new RemoteCollections(app);
  }

  @Override
  protected String schema() {
    return "exchange";
  }

  @Override
  protected void fill(TestLedger records) {
    put(records, MAY, "feed", "https://marker-first.example/api/");
    put(records, JUNE, "feed", "https://second.example/api/");
    put(records, MAY, "other", "https://marker-alone.example/api/");
  }

  private static void put(TestLedger records, Instant published, String name, String root) {
    records.put(
        CollectionToRead.KIND,
        RemoteCollections.SOURCE,
        published,
        name,
        new CollectionToRead(
            name,
            "mx",
            root,
            "00000000-0000-4000-8000-000000000001",
            SignIn.TOKEN,
            null,
            List.of(),
            15));
  }

  @Override
  protected List<String> markers() {
    return List.of("marker-");
  }
}
