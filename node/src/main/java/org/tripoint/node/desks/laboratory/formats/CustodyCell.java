package org.tripoint.node.desks.laboratory.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.node.desks.laboratory.results.CustodyEvent;

/// Reads the hands an item passed through from one cell, in order of time: `2026-03-14T10:00Z | OPP
/// Windsor | DAS-ON | seal 118 | intact; …`. The last two may be left out.
final class CustodyCell {

  private static final String COLUMN = "custody";
  private static final String EXPECTED = "2026-03-14T10:00Z | OPP Windsor | DAS-ON | 118 | intact";
  private static final int MOST = 200;

  private CustodyCell() {}

  static List<CustodyEvent> read(Cells cells) {
    List<CustodyEvent> events = new ArrayList<>();
    Instant last = Instant.MIN;
    for (String entry : cells.raw(COLUMN).split(";", -1)) {
      if (!entry.isBlank()) {
        try {
          CustodyEvent event = event(entry);
          if (event.at().isBefore(last) || events.size() >= MOST) {
            throw new IllegalArgumentException("expected custody events in order of time");
          }
          last = event.at();
          events.add(event);
        } catch (IllegalArgumentException | DateTimeException e) {
          cells.refuse(COLUMN, "not-in-list", entry.strip(), EXPECTED);
        }
      }
    }
    return events;
  }

  private static CustodyEvent event(String entry) {
    String[] parts = entry.split("\\|", -1);
    if (parts.length < 3 || parts.length > 5) {
      throw new IllegalArgumentException("expected 3 to 5 parts, found " + parts.length);
    }
    return new CustodyEvent(
        OffsetDateTime.parse(parts[0].strip()).toInstant(),
        parts[1].strip(),
        parts[2].strip(),
        parts.length > 3 ? parts[3].strip() : "",
        parts.length > 4 ? parts[4].strip() : "");
  }
}
