package org.tripoint.node.detectors;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Settings that ship with the node and stand until somebody decides otherwise.
///
/// Surges are looked for in weekly counts and in laboratories' results, first sightings country by
/// country; what is found by both an agency's counts and its records is off in the records, and
/// first sightings place by place are off where a file may bring hundreds.
final class ShippedSettings {

  private static final String SHIPPED = "shipped";
  private static final List<String> BY_COUNTRY = List.of("country", "substance");
  private static final List<String> BY_PLACE = List.of("country", "substance", "place");

  private static final BigDecimal CHANCE = new BigDecimal("0.002");
  private static final BigDecimal SHARE = new BigDecimal("0.2");

  private ShippedSettings() {}

  static List<DetectorSetting> list() {
    return List.of(
        surges("seizure-counts", BY_PLACE, true),
        surges("seizures", BY_PLACE, false),
        surges("lab-results", BY_PLACE, true),
        surges("drug-checks", BY_PLACE, true),
        surges("health-weeks", List.of("country", "indicator", "place"), true),
        sightings("seizures", "country", BY_COUNTRY, true),
        sightings("lab-results", "country", BY_COUNTRY, true),
        sightings("lab-results", "place", BY_PLACE, true),
        sightings("drug-checks", "place", BY_PLACE, true),
        sightings("lab-counts", "country", BY_COUNTRY, true),
        sightings("lab-counts", "place", BY_PLACE, false));
  }

  private static DetectorSetting surges(String watch, List<String> dimensions, boolean on) {
    return setting(watch + "-surges", Method.RECENT_SUMS, watch, dimensions, on, 5);
  }

  private static DetectorSetting sightings(
      String watch, String where, List<String> dimensions, boolean on) {
    return setting(watch + "-first-in-" + where, Method.FIRST_SIGHTING, watch, dimensions, on, 1);
  }

  private static DetectorSetting setting(
      String name, Method method, String watch, List<String> dimensions, boolean on, int least) {
    return new DetectorSetting(
        name, method, watch, dimensions, on, CHANCE, SHARE, least, SHIPPED, Instant.EPOCH);
  }
}
