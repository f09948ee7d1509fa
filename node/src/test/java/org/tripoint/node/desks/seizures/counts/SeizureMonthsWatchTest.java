package org.tripoint.node.desks.seizures.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.detectors.Watch.Counted;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Which published cells are watched by the month.
class SeizureMonthsWatchTest {

  private static final Place AREA =
      Place.of(Country.UNITED_STATES, PlaceScheme.AGENCY_AREA, "TUCSON SECTOR");
  private static final SubstanceId COCAINE = new SubstanceId.AsReported("Cocaine");

  private static PublishedSeizureFigure cell(String events) {
    return new PublishedSeizureFigure(
        Country.UNITED_STATES,
        "CBP",
        "U.S. Border Patrol",
        "",
        "",
        AREA,
        "Cocaine",
        COCAINE,
        number("1"),
        "lb",
        Mass.pounds("1"),
        "lb-kg",
        number(events),
        number("2026"),
        "MAR",
        YearMonth.of(2026, 3),
        Map.of(),
        null,
        null);
  }

  private static ReportedNumber number(String text) {
    return new ReportedNumber(new BigDecimal(text), text);
  }

  @Test
  void aCellWithoutAnEventIsNoReport() {
    assertThat(new SeizureMonthsWatch().countedIn(cell("0"))).isEmpty();
  }

  @Test
  void aCellCountsItsEventsInItsMonth() {
    assertThat(new SeizureMonthsWatch().countedIn(cell("4")))
        .containsExactly(
            new Counted(LocalDate.of(2026, 3, 1), List.of("US", COCAINE.key(), AREA.key()), 4, 4));
    assertThat(new SeizureCountsWatch().countedIn(cell("4"))).isEmpty();
  }
}
