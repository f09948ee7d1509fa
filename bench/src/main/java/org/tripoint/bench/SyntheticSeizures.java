package org.tripoint.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.tripoint.node.intake.Format;

/// An endless stream of invented seizure events as rows of the layout `tripoint-seizures`: three
/// countries, seven agencies, sixty places, twelve substances, eight years.
final class SyntheticSeizures {

  static final LocalDate FIRST = LocalDate.of(2018, 11, 1);
  static final int DAYS = 2_922;

  static final Map<String, List<String>> AGENCIES =
      Map.of(
          "US", List.of("HSI", "DEA", "CBP"),
          "CA", List.of("CBSA", "RCMP"),
          "MX", List.of("SEDENA", "FGR"));

  static final Map<String, List<String>> PLACES =
      Map.of(
          "US",
          List.of(
              "CA", "AZ", "TX", "NM", "WA", "MI", "NY", "FL", "TN", "KY", "OH", "IL", "GA", "PA",
              "CO", "MT", "ND", "ME", "VT", "LA"),
          "CA",
          List.of("ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB", "NL", "PE", "YT", "NT"),
          "MX",
          List.of(
              "SIN", "BCN", "SON", "CHH", "DUR", "TAM", "NLE", "JAL", "COL", "MIC", "GRO", "CHP",
              "ROO", "CMX", "PUE", "GUA"));

  static final List<String> SUBSTANCES =
      List.of(
          "Cannabis",
          "Cocaine",
          "Methamphetamine",
          "Fentanyl",
          "Heroin",
          "MDMA",
          "Ketamine",
          "Opium",
          "LSD",
          "Khat",
          "Xylazine",
          "Medetomidine");

  static final List<String> SETTINGS =
      List.of("PORT_OF_ENTRY", "INTERIOR", "BETWEEN_PORTS", "MAIL", "AIR", "SEA");

  private final RandomGenerator random;
  private long number;

  SyntheticSeizures(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// The next event; its id is its number.
  Event next() {
    String country = skewed(List.of("US", "CA", "MX"));
    Map<String, String> cells = new HashMap<>();
    cells.put("source_record_id", "BENCH-" + number);
    cells.put("country", country);
    cells.put("agency", skewed(AGENCIES.getOrDefault(country, List.of())));
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    cells.put("event_date", day.toString());
    cells.put("place", country + "-" + skewed(PLACES.getOrDefault(country, List.of())));
    cells.put("place_scheme", "ADMIN1");
    cells.put("setting", skewed(SETTINGS));
    cells.put("direction", "INBOUND");
    cells.put("item_no", "1");
    cells.put("item_class", "DRUG");
    cells.put("substance", skewed(SUBSTANCES));
    cells.put("form", random.nextInt(5) == 0 ? "TABLET" : "POWDER");
    boolean tablets = cells.getOrDefault("form", "").equals("TABLET");
    cells.put("quantity", tablets ? Integer.toString(random.nextInt(1, 5000)) : kilograms());
    cells.put("unit", tablets ? "tablet" : "kg");
    cells.put("weight_basis", random.nextInt(3) == 0 ? "NET" : "GROSS");
    number++;
    return new Event(number, cells);
  }

  /// The earlier in the list, the more often: each twice as often as the one two places on.
  private <T> T skewed(List<T> options) {
    double at = Math.pow(random.nextDouble(), 2);
    return options.get((int) (at * options.size()));
  }

  private String kilograms() {
    double drawn = Math.exp(1.5 * random.nextGaussian());
    return BigDecimal.valueOf(drawn).setScale(3, RoundingMode.UP).toPlainString();
  }

  /// One event of one item.
  record Event(long number, Map<String, String> cells) implements Format.Row {
    @Override
    public String text(String column) {
      return cells.getOrDefault(column, "");
    }

    @Override
    public List<Format.Extra> extras(java.util.Set<String> knownColumns) {
      return List.of();
    }
  }
}
