package org.tripoint.node.overview;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.substances.ReadSubstances.Family;
import org.tripoint.node.web.SearchRecords;
import org.tripoint.vocabulary.Part;

/// Finds substance families and the names counted under them; accents and case do not matter.
@Component
class FindSubstances implements SearchRecords {
  private final ReadSubstances substances;
  private final MessageSource words;

  FindSubstances(ReadSubstances substances, MessageSource words) {
    this.substances = substances;
    this.words = words;
  }

  @Override
  public List<Hit> search(String typed, Locale locale, Set<Part> readable, int limit) {
    String wanted = plain(typed);
    Map<String, Hit> hits = new LinkedHashMap<>();
    for (Family family : substances.listFamilies()) {
      String familyName = substances.nameOf(family.code(), locale);
      List<String> names = new ArrayList<>();
      for (String key : substances.keysOf(family.code())) {
        String name = substances.nameOf(key, locale);
        if (plain(name).contains(wanted)) {
          names.add(name);
        }
      }
      if (!names.isEmpty() || plain(familyName).contains(wanted)) {
        String listed = String.join(", ", names.stream().distinct().sorted().limit(5).toList());
        String detail =
            words.getMessage("overview.search.substance", new Object[] {listed}, locale);
        hits.put(
            family.code(), new Hit(familyName, detail, "/seizures?substance=" + family.code()));
      }
      if (hits.size() >= limit) {
        break;
      }
    }
    return List.copyOf(hits.values());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
