package org.tripoint.node.desks.health;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;

/// Where the areas of health tables lie.
///
/// Source: ISO 3166-2:US and ISO 3166-2:CA; Statistics Canada, Standard Geographical
/// Classification, province codes; NCHS for `YC`, New York City, which is counted apart from New
/// York State but inside the United States.
final class Jurisdictions {

  private static final Set<String> US_POSTAL =
      Set.of(
          "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN",
          "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH",
          "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT",
          "VT", "VA", "WA", "WV", "WI", "WY", "PR", "GU", "VI", "AS", "MP");

  /// New York City: a vital-statistics jurisdiction of its own.
  static final Place NEW_YORK_CITY =
      Place.of(Country.UNITED_STATES, PlaceScheme.VITAL_STATISTICS_AREA, "YC");

  private record Province(String code, String name) {}

  private static final Map<String, Province> CANADA =
      Map.ofEntries(
          Map.entry("10", new Province("CA-NL", "Newfoundland and Labrador")),
          Map.entry("11", new Province("CA-PE", "Prince Edward Island")),
          Map.entry("12", new Province("CA-NS", "Nova Scotia")),
          Map.entry("13", new Province("CA-NB", "New Brunswick")),
          Map.entry("24", new Province("CA-QC", "Quebec")),
          Map.entry("35", new Province("CA-ON", "Ontario")),
          Map.entry("46", new Province("CA-MB", "Manitoba")),
          Map.entry("47", new Province("CA-SK", "Saskatchewan")),
          Map.entry("48", new Province("CA-AB", "Alberta")),
          Map.entry("59", new Province("CA-BC", "British Columbia")),
          Map.entry("60", new Province("CA-YT", "Yukon")),
          Map.entry("61", new Province("CA-NT", "Northwest Territories")),
          Map.entry("62", new Province("CA-NU", "Nunavut")));

  /// Areas below or across provinces that the federal tables name.
  private static final Set<String> CANADIAN_REGIONS =
      Set.of(
          "Territories",
          "Winnipeg Manitoba",
          "Northern and Rural Manitoba",
          "Yellowknife Northwest Territories",
          "Whitehorse Yukon");

  private Jurisdictions() {}

  /// A jurisdiction of the National Vital Statistics System by its code in the provisional tables.
  static Optional<Place> findUs(String code) {
    if (code.equals("US")) {
      return Optional.of(Place.country(Country.UNITED_STATES));
    }
    if (code.equals("YC")) {
      return Optional.of(NEW_YORK_CITY);
    }
    return US_POSTAL.contains(code) ? Optional.of(Place.admin1("US-" + code)) : Optional.empty();
  }

  /// An area of the Canadian tables. A region that shares its province's number but not its name is
  /// not the province.
  static Optional<Place> findCanadian(String pruid, String region) {
    if (pruid.equals("1") && region.equals("Canada")) {
      return Optional.of(Place.country(Country.CANADA));
    }
    Province province = CANADA.get(pruid);
    if (province != null && (region.isEmpty() || region.equals(province.name()))) {
      return Optional.of(Place.admin1(province.code()));
    }
    return CANADIAN_REGIONS.contains(region)
        ? Optional.of(Place.of(Country.CANADA, PlaceScheme.HEALTH_REGION, region))
        : Optional.empty();
  }

  static Place asReported(Country country, String text) {
    return Place.of(country, PlaceScheme.AS_REPORTED, text);
  }
}
