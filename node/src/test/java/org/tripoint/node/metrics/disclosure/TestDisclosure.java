package org.tripoint.node.metrics.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/// The real small-cell rules over a test database, for tests of the rooms that use them.
public final class TestDisclosure {

  private TestDisclosure() {}

  public static DiscloseCounts over(JdbcTemplate jdbc, int threshold) {
    return new RememberedDisclosure(
        new DisclosureMemory(jdbc),
        Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
        threshold);
  }
}
