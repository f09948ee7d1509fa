package org.tripoint.node.desks.seizures.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.lists.SeizureIdentifiers;
import org.tripoint.node.desks.seizures.lists.SeizureIdentifiers.Known;
import org.tripoint.node.web.SearchRecords;
import org.tripoint.vocabulary.Part;

/// What the search box finds at this desk: seizures by their agency's identifier and, for people
/// who may read the nominal part, by the number of a case file.
@Component
@Order(0)
class FindSeizures implements SearchRecords {

  private final SeizureIdentifiers seizures;
  private final MessageSource words;

  FindSeizures(SeizureIdentifiers seizures, MessageSource words) {
    this.seizures = seizures;
    this.words = words;
  }

  @Override
  public List<Hit> search(String typed, Locale locale, Set<Part> readable, int limit) {
    Map<UUID, Hit> hits = new LinkedHashMap<>();
    seizures
        .listByIdentifier(typed, limit)
        .forEach(
            known -> hits.putIfAbsent(known.record(), hit(known, "seizures.search.found", locale)));
    if (readable.contains(Part.NOMINAL)) {
      seizures
          .listByCaseNumber(typed, limit)
          .forEach(known ->
              hits.putIfAbsent(known.record(), hit(known, "seizures.search.case", locale)));
    }
    return hits.values().stream().limit(limit).toList();
  }

  private Hit hit(Known known, String message, Locale locale) {
    String detail =
        words.getMessage(message, new Object[] {known.agency(), known.dateText()}, locale);
    return new Hit(known.identifier(), detail, "/seizures/events/" + known.record());
  }
}
