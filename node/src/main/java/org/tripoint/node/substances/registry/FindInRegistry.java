package org.tripoint.node.substances.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.SearchRecords;
import org.tripoint.vocabulary.Part;

/// Finds substances of the registry by a part of any name, a CAS number or an InChIKey.
@Component
class FindInRegistry implements SearchRecords {

  private static final int MOST = 8;

  private final ReadRegistry registry;
  private final MessageSource words;

  FindInRegistry(ReadRegistry registry, MessageSource words) {
    this.registry = registry;
    this.words = words;
  }

  @Override
  public List<Hit> search(String typed, Locale locale, Set<Part> readable, int limit) {
    Registry known = registry.registry();
    Set<Substance> found = new LinkedHashSet<>();
    if (FindMeaning.INCHI_KEY.matcher(typed).matches()) {
      found.addAll(known.listBySkeleton(typed.substring(0, 14)));
    } else if (typed.length() > 2) {
      found.addAll(known.listNamedLike(typed));
    }
    List<Hit> hits = new ArrayList<>();
    for (Substance one : found.stream().limit(Math.min(limit, MOST)).toList()) {
      String detail =
          words.getMessage("substances.search.detail", new Object[] {one.formula()}, locale);
      hits.add(new Hit(one.nameIn(locale.getLanguage()), detail, "/substances/" + one.id()));
    }
    return hits;
  }
}
