package org.tripoint.node.desks.seizures.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tripoint.node.desks.seizures.SeizureSamples.drug;
import static org.tripoint.node.desks.seizures.SeizureSamples.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.PlaceMapping;
import org.tripoint.node.desks.seizures.PortList;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.Whereabouts;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;

class PlacesTest {

  private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");
  private static final Place LOS_ANGELES =
      Place.of(Country.UNITED_STATES, PlaceScheme.UN_LOCODE, "USLAX");
  private static final Place NOWHERE = Place.of(Country.UNITED_STATES, PlaceScheme.US_PORT, "9999");
  private static final Place NAMED =
      Place.of(Country.UNITED_STATES, PlaceScheme.AS_REPORTED, "Yuma");
  private static final Place ADDRESS =
      Place.of(Country.UNITED_STATES, PlaceScheme.AS_REPORTED, "12 Main Street");

  private final TestDesk desk = TestDesk.fresh();

  private void fill() {
    int number = 0;
    for (Place place : List.of(LOS_ANGELES, NOWHERE, NAMED, ADDRESS, Place.admin1("US-CA"))) {
      Seizure at = event("HSI", "2024-01-03", "US-CA", drug(1, "Heroin", "2", "kg"));
      Seizure seizure =
          new Seizure(
              at.country(),
              at.agency(),
              at.date(),
              place,
              at.circumstances(),
              at.route(),
              at.joint(),
              at.partners(),
              at.detained(),
              at.items(),
              at.caseNumbers(),
              at.persons(),
              at.extras());
      desk.ledger().put(Seizure.KIND, "us-hsi", MAY, "H" + number++, seizure);
    }
    desk.ledger().readers().catchUp();
  }

  private void decide(Place place, String subdivision) {
    PlaceMapping mapping = new PlaceMapping(place, subdivision, "seen on a map", "steward");
    desk.ledger().put(PlaceMapping.KIND, "decisions", MAY.plusSeconds(9), place.key(), mapping);
    desk.ledger().readers().catchUp();
  }

  private long counted(String subdivision) {
    return desk.counts().countEvents(filter(subdivision)).number();
  }

  private SeizureFilter filter(String subdivision) {
    return new SeizureFilter(Map.of(Field.PLACE, desk.places().valuesOf(subdivision)), null, null);
  }

  private List<String> listed(String subdivision) {
    return desk
        .lists()
        .pageOfEvents(filter(subdivision), Optional.empty(), Order.OLDEST_FIRST, 10)
        .rows()
        .stream()
        .map(row -> row.place() + " " + row.placeLabel())
        .toList();
  }

  @Test
  void countsAPortWhereTheShippedListSaysAndNeverGuesses() {
    fill();
    assertThat(counted("US-CA")).isEqualTo(2);
    assertThat(listed("US-CA")).containsExactly("US-CA USLAX", "US-CA US-CA");
    assertThat(counted("?")).isEqualTo(3);
    assertThat(listed("?")).containsExactly("? 9999", "? Yuma", "? 12 Main Street");
    Map<String, BigDecimal> map =
        desk.places().bySubdivision(desk.sumsByCell().eventsOfThingsByPlace(SeizureFilter.all()));
    assertThat(map.get("US-CA")).isEqualByComparingTo("2");
  }

  @Test
  void countsWhereAPersonDecidesAndLeavesTheReportAsItIs() {
    fill();
    decide(NAMED, "US-AZ");
    decide(LOS_ANGELES, "US-NV");
    assertThat(listed("US-AZ")).containsExactly("US-AZ Yuma");
    assertThat(counted("US-NV")).isEqualTo(1);
    assertThat(counted("US-CA")).isEqualTo(1);
    assertThat(counted("?")).isEqualTo(2);
    assertThat(desk.places().list())
        .extracting(Places.Reported::key)
        .containsExactly(NOWHERE.key(), NAMED.key(), LOS_ANGELES.key());
    decide(NAMED, "US-CA");
    assertThat(counted("US-AZ")).isZero();
    desk.ledger().readers().rebuild(progress -> {});
    assertThat(counted("US-CA")).isEqualTo(2);
    assertThat(
            desk.jdbc()
                .queryForObject(
                    "select place_label from seizures.event where place = ?",
                    String.class,
                    NAMED.key()))
        .isEqualTo("Yuma");
  }

  @Test
  void refusesASubdivisionOfAnotherCountryOrNone() {
    for (String subdivision : List.of("MX-SON", "US-ZZ", "US", "")) {
      assertThatThrownBy(() -> new PlaceMapping(NAMED, subdivision, "because", "steward"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new PlaceMapping(NAMED, "US-AZ", " a ", "steward"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsEveryShippedPort() {
    assertThat(PortList.all().size()).isGreaterThan(200);
    assertThat(PortList.find("US:US_PORT:2604").orElseThrow().subdivision()).isEqualTo("US-AZ");
    assertThat(PortList.find("MX:UN_LOCODE:MXZLO").orElseThrow().subdivision()).isEqualTo("MX-COL");
    assertThat(PortList.find("US:US_PORT:4601")).isEmpty();
    PortList.all()
        .keySet()
        .forEach(key -> assertThat(Whereabouts.placeOf(key).map(Place::key)).contains(key));
  }
}
