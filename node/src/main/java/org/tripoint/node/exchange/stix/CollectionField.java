package org.tripoint.node.exchange.stix;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Lists, sets and maps. Empty ones are left out, as STIX asks; a map is a list of names with their
/// values, because its names are nobody's choice and STIX restricts names.
final class CollectionField {
  private CollectionField() {}

  /// A list, or a set in the order of its canonical JSON.
  static final class Elements extends Field {
    private final Field element;

    Elements(Field element) {
      this.element = element;
    }

    @Override
    boolean isEmpty(JsonNode canonical) {
      return canonical.isEmpty();
    }

    @Override
    Object write(JsonNode canonical) {
      List<Object> all = new ArrayList<>(canonical.size());
      for (JsonNode each : canonical) {
        all.add(element.write(each));
      }
      return all;
    }

    @Override
    Object read(JsonNode value, String at) {
      List<Object> all = new ArrayList<>(value.size());
      for (JsonNode each : filledArray(value, at)) {
        all.add(element.read(each, at + "[" + all.size() + "]"));
      }
      return all;
    }

    @Override
    SortedMap<String, Object> schema(SortedMap<String, Object> definitions) {
      return arraySchema(element.schema(definitions));
    }
  }

  /// A map from text.
  static final class Entries extends Field {
    private static final String NAME = "name";
    private static final String VALUE = "value";

    private final Field element;

    Entries(Field element) {
      this.element = element;
    }

    @Override
    boolean isEmpty(JsonNode canonical) {
      return canonical.isEmpty();
    }

    @Override
    Object write(JsonNode canonical) {
      List<Object> all = new ArrayList<>(canonical.size());
      for (var member : canonical.properties()) {
        SortedMap<String, Object> entry = new TreeMap<>();
        entry.put(NAME, member.getKey());
        entry.put(VALUE, element.write(member.getValue()));
        all.add(entry);
      }
      return all;
    }

    @Override
    Object read(JsonNode value, String at) {
      SortedMap<String, Object> members = new TreeMap<>();
      int number = 0;
      for (JsonNode each : filledArray(value, at)) {
        String here = at + "[" + number++ + "]";
        JsonNode name = each.path(NAME);
        if (!each.isObject() || each.size() != 2 || !name.isString() || !each.has(VALUE)) {
          throw NotBelieved.expected("a name and a value", here);
        }
        Object content = element.read(each.path(VALUE), here + "." + VALUE);
        if (members.put(name.stringValue(), content) != null) {
          throw NotBelieved.expected("a name that does not come twice", here);
        }
      }
      return members;
    }

    @Override
    SortedMap<String, Object> schema(SortedMap<String, Object> definitions) {
      SortedMap<String, Object> text = new TreeMap<>();
      text.put("type", "string");
      SortedMap<String, Object> properties = new TreeMap<>();
      properties.put(NAME, text);
      properties.put(VALUE, element.schema(definitions));
      SortedMap<String, Object> entry = new TreeMap<>();
      entry.put("type", "object");
      entry.put("properties", properties);
      entry.put("required", List.of(NAME, VALUE));
      entry.put("additionalProperties", false);
      return arraySchema(entry);
    }
  }

  private static JsonNode filledArray(JsonNode value, String at) {
    if (!value.isArray() || value.isEmpty()) {
      throw NotBelieved.expected("a list that is not empty", at);
    }
    return value;
  }

  private static SortedMap<String, Object> arraySchema(SortedMap<String, Object> items) {
    SortedMap<String, Object> schema = new TreeMap<>();
    schema.put("type", "array");
    schema.put("items", items);
    schema.put("minItems", 1);
    return schema;
  }
}
