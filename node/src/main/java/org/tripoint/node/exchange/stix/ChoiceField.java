package org.tripoint.node.exchange.stix;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// One of several records, told apart by the member `type`.
final class ChoiceField extends Field {
  private final SortedMap<String, RecordField> byName = new TreeMap<>();

  ChoiceField(Class<?> type, Fields fields) {
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      String name = kebab(permitted.getSimpleName());
      RecordField field = new RecordField(permitted, name);
      field.readMembers(fields);
      byName.put(name, field);
    }
  }

  private static String kebab(String simpleName) {
    return simpleName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  @Override
  Object write(JsonNode canonical) {
    RecordField field = byName.get(canonical.path("type").asString());
    if (field == null) {
      throw new IllegalArgumentException("expected one of " + byName.keySet());
    }
    return field.write(canonical);
  }

  @Override
  Object read(JsonNode value, String at) {
    JsonNode type = value.path("type");
    RecordField field = type.isString() ? byName.get(type.stringValue()) : null;
    if (field == null) {
      throw NotBelieved.expected("a type of " + String.join(", ", byName.keySet()), at);
    }
    return field.read(value, at);
  }

  @Override
  SortedMap<String, Object> schema(SortedMap<String, Object> definitions) {
    List<Object> choices = new ArrayList<>();
    byName.values().forEach(field -> choices.add(field.schema(definitions)));
    return new TreeMap<>(Map.of("oneOf", choices));
  }
}
