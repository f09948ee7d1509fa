package org.tripoint.node.web.ledgerpages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.web.ListValues;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;

/// Content as the ledger's own pages label it, for pages elsewhere.
@Component
class LabelledValues implements ListValues {

  @Override
  public List<Value> list(String kind, Map<Part, String> parts, Page page) {
    return ReadContent.of(kind, parts, Map.of(), parts.keySet(), page).stream()
        .map(line ->
            new Value(
                line.part(),
                line.label(),
                line.valueWords().isEmpty() ? text(line.value(), page) : line.valueWords()))
        .toList();
  }

  private static String text(@Nullable String value, Page page) {
    return value == null ? "" : page.figures(value);
  }
}
