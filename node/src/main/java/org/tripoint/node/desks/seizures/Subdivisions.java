package org.tripoint.node.desks.seizures;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;

/// First-level subdivisions of the three countries: which there are, and which one a finer place
/// lies in.
///
/// Source: ISO 3166-2; the leading digits of INEGI's, Statistics Canada's and US county codes name
/// the subdivision.
public final class Subdivisions {

  /// INEGI order: the place in the list is the state's two-digit code, from 01.
  private static final List<String> MEXICO =
      List.of(
          "AGU", "BCN", "BCS", "CAM", "COA", "COL", "CHP", "CHH", "CMX", "DUR", "GUA", "GRO", "HID",
          "JAL", "MEX", "MIC", "MOR", "NAY", "NLE", "OAX", "PUE", "QUE", "ROO", "SLP", "SIN", "SON",
          "TAB", "TAM", "TLA", "VER", "YUC", "ZAC");

  private static final List<String> MEXICO_NAMES =
      List.of(
          "Aguascalientes",
          "Baja California",
          "Baja California Sur",
          "Campeche",
          "Coahuila",
          "Colima",
          "Chiapas",
          "Chihuahua",
          "Ciudad de México",
          "Durango",
          "Guanajuato",
          "Guerrero",
          "Hidalgo",
          "Jalisco",
          "México",
          "Michoacán",
          "Morelos",
          "Nayarit",
          "Nuevo León",
          "Oaxaca",
          "Puebla",
          "Querétaro",
          "Quintana Roo",
          "San Luis Potosí",
          "Sinaloa",
          "Sonora",
          "Tabasco",
          "Tamaulipas",
          "Tlaxcala",
          "Veracruz",
          "Yucatán",
          "Zacatecas");

  private static final Map<String, String> MEXICO_OTHER_NAMES =
      Map.of(
          "coahuila de zaragoza", "COA",
          "michoacan de ocampo", "MIC",
          "veracruz de ignacio de la llave", "VER",
          "estado de mexico", "MEX",
          "distrito federal", "CMX",
          "cdmx", "CMX",
          "queretaro de arteaga", "QUE");

  /// Standard Geographical Classification, first two digits.
  private static final Map<String, String> CANADA =
      Map.ofEntries(
          Map.entry("10", "NL"),
          Map.entry("11", "PE"),
          Map.entry("12", "NS"),
          Map.entry("13", "NB"),
          Map.entry("24", "QC"),
          Map.entry("35", "ON"),
          Map.entry("46", "MB"),
          Map.entry("47", "SK"),
          Map.entry("48", "AB"),
          Map.entry("59", "BC"),
          Map.entry("60", "YT"),
          Map.entry("61", "NT"),
          Map.entry("62", "NU"));

  /// FIPS 5-2 state codes, two digits and the postal abbreviation.
  private static final Map<String, String> UNITED_STATES =
      parse(
          "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS"
              + " 21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY"
              + " 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV"
              + " 55WI 56WY 60AS 66GU 69MP 72PR 78VI");

  private static final Map<String, String> MEXICO_BY_NAME = mexicoByName();

  private Subdivisions() {}

  /// The subdivision that a place lies in; empty for a whole country, an agency's area, a port, or
  /// one of another country that we cannot tell.
  public static Optional<String> of(Place place) {
    return switch (place.scheme()) {
      case ADMIN1 -> Optional.of(place.code());
      case INEGI_MUNICIPALITY -> inegi(place.code().substring(0, 2));
      case STATCAN_SGC -> prefixed("CA-", CANADA.get(place.code().substring(0, 2)));
      case US_COUNTY -> prefixed("US-", UNITED_STATES.get(place.code().substring(0, 2)));
      case COUNTRY,
          US_PORT,
          UN_LOCODE,
          AGENCY_AREA,
          VITAL_STATISTICS_AREA,
          HEALTH_REGION,
          AS_REPORTED ->
          Optional.empty();
    };
  }

  /// Codes of one of the three countries' subdivisions, ascending; none for another country.
  public static List<String> listOf(Country country) {
    Collection<String> codes =
        switch (country.code()) {
          case "CA" -> CANADA.values();
          case "MX" -> MEXICO;
          case "US" -> UNITED_STATES.values();
          default -> List.of();
        };
    return codes.stream().map(code -> country.code() + "-" + code).sorted().toList();
  }

  /// True when one of the three countries has a subdivision with this code; for other countries
  /// true for any code.
  public static boolean exists(String admin1) {
    String code = admin1.substring(3);
    return switch (admin1.substring(0, 2)) {
      case "CA" -> CANADA.containsValue(code);
      case "MX" -> MEXICO.contains(code);
      case "US" -> UNITED_STATES.containsValue(code);
      default -> true;
    };
  }

  /// The Mexican state that people call so in Spanish, in any case and with or without accents.
  public static Optional<Place> findMexicanState(String name) {
    return Optional.ofNullable(MEXICO_BY_NAME.get(plain(name)))
        .map(code -> Place.of(Country.MEXICO, PlaceScheme.ADMIN1, "MX-" + code));
  }

  private static Optional<String> inegi(String digits) {
    int number = Integer.parseInt(digits);
    return number >= 1 && number <= MEXICO.size()
        ? Optional.of("MX-" + MEXICO.get(number - 1))
        : Optional.empty();
  }

  private static Optional<String> prefixed(
      String prefix, @org.jspecify.annotations.Nullable String code) {
    return Optional.ofNullable(code).map(prefix::concat);
  }

  private static Map<String, String> mexicoByName() {
    Map<String, String> names = new TreeMap<>(MEXICO_OTHER_NAMES);
    for (int i = 0; i < MEXICO.size(); i++) {
      names.put(plain(MEXICO_NAMES.get(i)), MEXICO.get(i));
    }
    return Map.copyOf(names);
  }

  /// Lower case, without accents, single blanks.
  private static String plain(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> codes = new TreeMap<>();
    for (String entry : text.split(" ", -1)) {
      codes.put(entry.substring(0, 2), entry.substring(2));
    }
    return Map.copyOf(codes);
  }
}
