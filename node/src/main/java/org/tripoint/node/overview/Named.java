package org.tripoint.node.overview;

import java.util.List;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// What a figure is of, in the page's language.
record Named(Page page, ReadSubstances substances) {

  /// The country, and what is kept apart: `Mexico · Disabled · Synthesis laboratory`.
  String where(String country, List<String> chosen) {
    StringBuilder where = new StringBuilder(page.t("place." + country));
    for (String value : chosen) {
      String key =
          List.of("count_basis", "site_class", "item").stream()
              .map(dimension -> "metrics.value." + dimension + "." + value)
              .filter(page::has)
              .findFirst()
              .orElse("");
      where.append(" · ");
      where.append(key.isEmpty() ? substances.nameOf(value, page.locale()) : page.t(key));
    }
    return where.toString();
  }
}
