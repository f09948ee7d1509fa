package org.tripoint.node.exchange.partners;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.exchange.keys.TestKeys;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;

/// Partners keep the laws of every reader.
class PartnersLawsTest extends LedgerReaderLaws {

  @TempDir private Path home;

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    Clock clock = Clock.systemUTC();
    TestKeys keys = TestKeys.of(home, "ca", "CA", "https://127.0.0.1:9", clock);
    Introductions introductions =
        new Introductions(
            keys.signer(),
            keys.certificate(),
            keys.sealing(),
            keys.own(),
            records.kinds(PartnerNode.KIND),
            clock);
    return new Partners(app, introductions, clock);
  }

  @Override
  protected String schema() {
    return "exchange";
  }

  @Override
  protected void fill(TestLedger records) {
    put(records, MAY, "mx", new PartnerNode("mx", "MARKER first", List.of("ana", "ben"), 72));
    put(records, JUNE, "mx", new PartnerNode("mx", "second", List.of("ana", "ben"), 48));
    put(records, MAY, "us", new PartnerNode("us", "MARKER alone", List.of("ana", "ben"), 72));
  }

  private static void put(TestLedger records, Instant published, String key, PartnerNode node) {
    records.put(PartnerNode.KIND, Partners.SOURCE, published, key, node);
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }
}
