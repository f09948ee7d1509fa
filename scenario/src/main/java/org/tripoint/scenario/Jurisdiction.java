package org.tripoint.scenario;

import java.util.ArrayList;
import java.util.List;

/// An area that publishes health figures.
///
/// @param code as its publisher writes it: a postal code, a province's number
/// @param iso ISO 3166-2, or the publisher's code where there is none
/// @param population thousands, rounded from the 2020 and 2021 censuses
/// @param level deaths per head relative to the country's
record Jurisdiction(String code, String iso, String name, int population, double level) {

  /// States, the District of Columbia and New York City, which is not counted in New York.
  static final List<Jurisdiction> UNITED_STATES =
      states(
          "AL Alabama 5020 1.0;AK Alaska 730 1.1;AZ Arizona 7150 1.2;AR Arkansas 3010 .8;"
              + "CA California 39540 .85;CO Colorado 5770 .95;CT Connecticut 3610 1.2;"
              + "DE Delaware 990 1.5;DC District of Columbia 690 1.8;FL Florida 21540 1.1;"
              + "GA Georgia 10710 .75;HI Hawaii 1460 .6;ID Idaho 1840 .65;IL Illinois 12810 .9;"
              + "IN Indiana 6790 1.2;IA Iowa 3190 .5;KS Kansas 2940 .75;KY Kentucky 4510 1.6;"
              + "LA Louisiana 4660 1.6;ME Maine 1360 1.4;MD Maryland 6180 1.3;"
              + "MA Massachusetts 7030 1.1;MI Michigan 10080 .9;MN Minnesota 5710 .8;"
              + "MS Mississippi 2960 .8;MO Missouri 6150 1.1;MT Montana 1080 .6;"
              + "NE Nebraska 1960 .4;NV Nevada 3100 1.1;NH New Hampshire 1380 1.0;"
              + "NJ New Jersey 9290 1.0;NM New Mexico 2120 1.5;NY New York 11400 .9;"
              + "NC North Carolina 10440 1.2;ND North Dakota 780 .6;OH Ohio 11800 1.4;"
              + "OK Oklahoma 3960 .9;OR Oregon 4240 1.0;PA Pennsylvania 13000 1.2;"
              + "RI Rhode Island 1100 1.2;SC South Carolina 5120 1.3;SD South Dakota 890 .4;"
              + "TN Tennessee 6910 1.7;TX Texas 29150 .55;UT Utah 3270 .65;VT Vermont 640 1.2;"
              + "VA Virginia 8630 .9;WA Washington 7710 1.1;WV West Virginia 1790 2.4;"
              + "WI Wisconsin 5890 .9;WY Wyoming 580 .6;YC New York City 8800 1.0");

  /// Provinces and territories by Statistics Canada's numbers.
  static final List<Jurisdiction> CANADA =
      List.of(
          province(10, "NL", "Newfoundland and Labrador", 510, 0.5),
          province(11, "PE", "Prince Edward Island", 154, 0.3),
          province(12, "NS", "Nova Scotia", 970, 0.4),
          province(13, "NB", "New Brunswick", 775, 0.4),
          province(24, "QC", "Quebec", 8500, 0.35),
          province(35, "ON", "Ontario", 14220, 0.9),
          province(46, "MB", "Manitoba", 1340, 1.0),
          province(47, "SK", "Saskatchewan", 1130, 1.3),
          province(48, "AB", "Alberta", 4260, 1.8),
          province(59, "BC", "British Columbia", 5000, 2.2),
          province(60, "YT", "Yukon", 40, 2.3),
          province(61, "NT", "Northwest Territories", 41, 0.8),
          province(62, "NU", "Nunavut", 37, 0.2));

  /// Federal entities of Mexico; the border and the north-west first in harm.
  static final List<Jurisdiction> MEXICO =
      MexicanState.ALL.stream()
          .map(state ->
              new Jurisdiction(
                  state.code(), state.code(), state.name(), state.population(), level(state)))
          .toList();

  private static List<Jurisdiction> states(String text) {
    List<Jurisdiction> states = new ArrayList<>();
    for (String entry : text.split(";", -1)) {
      String code = entry.substring(0, 2);
      int level = entry.lastIndexOf(' ');
      int population = entry.lastIndexOf(' ', level - 1);
      states.add(
          new Jurisdiction(
              code,
              code.equals("YC") ? code : "US-" + code,
              entry.substring(3, population),
              Integer.parseInt(entry.substring(population + 1, level)),
              Double.parseDouble(entry.substring(level + 1))));
    }
    return List.copyOf(states);
  }

  private static Jurisdiction province(
      int number, String code, String name, int population, double level) {
    return new Jurisdiction(Integer.toString(number), "CA-" + code, name, population, level);
  }

  private static double level(MexicanState state) {
    return switch (state.code()) {
      case "MX-BCN" -> 6;
      case "MX-SON", "MX-CHH" -> 3;
      case "MX-SIN" -> 2;
      default -> 0.6;
    };
  }

  /// Weight of the area in its country.
  double weight() {
    return population * level;
  }
}
