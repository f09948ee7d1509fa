package org.tripoint.node.desks.laboratory.formats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tripoint.vocabulary.Country;

/// Places as people write them at the end of an address.
final class NorthAmerica {

  /// Postal codes of the states and territories of the United States.
  static final Set<String> STATES =
      Set.of(
          ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV"
                  + " NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI")
              .split(" "));

  /// Postal codes of Canada's provinces and territories.
  static final Set<String> PROVINCES =
      Set.of("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT");

  private static final Map<String, Country> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .collect(
              Collectors.toMap(
                  code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH), Country::of));

  private static final Map<String, Country> ALSO =
      Map.of(
          "UK", Country.of("GB"),
          "England", Country.of("GB"),
          "Scotland", Country.of("GB"),
          "Holland", Country.of("NL"),
          "The Netherlands", Country.of("NL"),
          "USA", Country.UNITED_STATES);

  private NorthAmerica() {}

  /// A country by its English name.
  static Optional<Country> country(String name) {
    return Optional.ofNullable(COUNTRIES.getOrDefault(name, ALSO.get(name)));
  }
}
