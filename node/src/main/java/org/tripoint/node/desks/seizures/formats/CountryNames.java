package org.tripoint.node.desks.seizures.formats;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tripoint.vocabulary.Country;

/// Countries by their English names: the names the JDK knows, and the official and former ones that
/// United Nations files use.
final class CountryNames {

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("Bolivia, Plurinational State of", "BO"),
          Map.entry("Cabo Verde", "CV"),
          Map.entry("Congo", "CG"),
          Map.entry("Congo, Democratic Republic of the", "CD"),
          Map.entry("Czech Republic", "CZ"),
          Map.entry("Hong Kong", "HK"),
          Map.entry("Hong Kong, SAR of China", "HK"),
          Map.entry("Iran, Islamic Republic of", "IR"),
          Map.entry("Korea, Democratic People's Republic of", "KP"),
          Map.entry("Korea, Republic of", "KR"),
          Map.entry("Lao Peoples Democratic Republic", "LA"),
          Map.entry("Lao People's Democratic Republic", "LA"),
          Map.entry("Libyan Arab Jamahiriya", "LY"),
          Map.entry("Macau, SAR of China", "MO"),
          Map.entry("Macao", "MO"),
          Map.entry("Macedonia, the former Yugoslav Republic of", "MK"),
          Map.entry("Moldova, Republic of", "MD"),
          Map.entry("Myanmar", "MM"),
          Map.entry("Palestine, State of", "PS"),
          Map.entry("Republic of Moldova", "MD"),
          Map.entry("Russian Federation", "RU"),
          Map.entry("Swaziland", "SZ"),
          Map.entry("Syrian Arab Republic", "SY"),
          Map.entry("Taiwan, Province of China", "TW"),
          Map.entry("Tanzania, United Republic of", "TZ"),
          Map.entry("Turkey", "TR"),
          Map.entry("United States of America", "US"),
          Map.entry("Venezuela, Bolivarian Republic of", "VE"),
          Map.entry("Viet Nam", "VN"));

  private static final Map<String, Country> BY_NAME = byName();

  private CountryNames() {}

  /// The country of this name, in any case; empty when none is called so.
  static Optional<Country> find(String name) {
    return Optional.ofNullable(BY_NAME.get(plain(name)));
  }

  private static Map<String, Country> byName() {
    Map<String, Country> names = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
      names.put(plain(name), Country.of(code));
    }
    ALIASES.forEach((name, code) -> names.put(plain(name), Country.of(code)));
    return Map.copyOf(names);
  }

  private static String plain(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("&", "and")
        .replace('’', '\'')
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
