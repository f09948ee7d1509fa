package org.tripoint.node.detectors;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Settings that ship with the node and stand until somebody decides otherwise.
///
/// Surges are looked for in weekly counts and in laboratories' results, first sightings country by
/// country; what is found by both an agency's counts and its records is off in the records, and
/// first sightings place by place are off where a file may bring hundreds. Health figures against
/// their last weeks alone are off: that alarms more often than its bounds let expect. Equipment is
/// watched by class in the whole country, and so are published seizures of a month by thing. What
/// is checked day by day is off, since the same samples are judged by the week. Combinations,
/// spread and clusters are looked for among laboratories' results; clusters are off where the same
/// is judged place by place already.
final class ShippedSettings {

  private static final String SHIPPED = "shipped";
  private static final List<String> BY_COUNTRY = List.of("country", "substance");
  private static final List<String> BY_PLACE = List.of("country", "substance", "place");

  private static final List<String> BY_INDICATOR = List.of("country", "indicator", "place");

  private static final BigDecimal CHANCE = new BigDecimal("0.002");

  /// A handful of places can be put in order in few ways: rarer than this is out of their reach.
  private static final BigDecimal SPREAD_CHANCE = new BigDecimal("0.05");

  private static final BigDecimal SHARE = new BigDecimal("0.2");

  private ShippedSettings() {}

  static List<DetectorSetting> list() {
    return List.of(
        surges("seizure-counts", BY_PLACE, true),
        surges("seizures", BY_PLACE, false),
        surges("lab-results", BY_PLACE, true),
        surges("drug-checks", BY_PLACE, true),
        surges("health-weeks", BY_INDICATOR, true),
        of(
            "health-weeks-jumps",
            Method.EARS_C2,
            "health-weeks",
            BY_INDICATOR,
            false,
            new BigDecimal("0.0005"),
            30),
        sightings("seizures", "country", BY_COUNTRY, true),
        sightings("lab-results", "country", BY_COUNTRY, true),
        sightings("lab-results", "place", BY_PLACE, true),
        sightings("drug-checks", "place", BY_PLACE, true),
        sightings("lab-counts", "country", BY_COUNTRY, true),
        sightings("lab-counts", "place", BY_PLACE, false),
        surges("seizure-classes", List.of("country", Watch.ITEM_CLASS), true),
        surges("seizure-months", BY_COUNTRY, true),
        surges("health-months", BY_INDICATOR, true),
        surges("health-years", BY_INDICATOR, true),
        surges("health-quarters", BY_INDICATOR, true),
        surges("drug-check-days", BY_COUNTRY, false),
        of(
            "lab-combinations-new",
            Method.COMBINATION,
            "lab-combinations",
            List.of("country", Watch.COMBINATION),
            true,
            CHANCE,
            3),
        of("lab-results-spread", Method.SPREAD, "lab-results", BY_PLACE, true, SPREAD_CHANCE, 5),
        clusters("lab-results", BY_PLACE, true),
        clusters("seizures", BY_PLACE, false),
        clusters("health-weeks", BY_INDICATOR, false));
  }

  private static DetectorSetting clusters(String watch, List<String> dimensions, boolean on) {
    return of(watch + "-clusters", Method.SPACE_TIME_SCAN, watch, dimensions, on, CHANCE, 8);
  }

  private static DetectorSetting surges(String watch, List<String> dimensions, boolean on) {
    return of(watch + "-surges", Method.RECENT_SUMS, watch, dimensions, on, CHANCE, 5);
  }

  private static DetectorSetting sightings(
      String watch, String where, List<String> dimensions, boolean on) {
    return of(
        watch + "-first-in-" + where, Method.FIRST_SIGHTING, watch, dimensions, on, CHANCE, 1);
  }

  private static DetectorSetting of(
      String name,
      Method method,
      String watch,
      List<String> dimensions,
      boolean on,
      BigDecimal chance,
      int least) {
    return new DetectorSetting(
        name, method, watch, dimensions, on, chance, SHARE, least, SHIPPED, Instant.EPOCH);
  }
}
