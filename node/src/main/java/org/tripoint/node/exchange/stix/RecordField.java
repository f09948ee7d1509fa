package org.tripoint.node.exchange.stix;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// A record: an object with one member for each component that says something.
final class RecordField extends Field {
  /// Stands in an object in which nothing else does, since STIX knows no empty ones.
  static final String NOTHING = "nothing_stated";

  private static final String TYPE = "type";

  private final Class<?> type;
  private final String typeName;
  private final List<RecordMember> members = new ArrayList<>();
  private final Map<String, RecordMember> byStixName = new HashMap<>();

  /// @param typeName value of the member `type`, or "" when the record needs none
  RecordField(Class<?> type, String typeName) {
    this.type = type;
    this.typeName = typeName;
  }

  void readMembers(Fields fields) {
    for (RecordComponent component : type.getRecordComponents()) {
      RecordMember member = RecordMember.of(component, fields);
      if (member.stixName().equals(NOTHING)
          || (!typeName.isEmpty() && member.stixName().equals(TYPE))
          || byStixName.put(member.stixName(), member) != null) {
        throw new IllegalArgumentException(
            "expected names that differ in an object, found " + component + " in " + type);
      }
      members.add(member);
    }
  }

  List<RecordMember> members() {
    return List.copyOf(members);
  }

  @Override
  SortedMap<String, Object> write(JsonNode canonical) {
    SortedMap<String, Object> object = new TreeMap<>();
    if (!typeName.isEmpty()) {
      object.put(TYPE, typeName);
    }
    for (RecordMember member : members) {
      write(member, canonical, object);
    }
    if (object.isEmpty()) {
      object.put(NOTHING, true);
    }
    return object;
  }

  /// Puts the member where the canonical object has it and says something.
  static void write(RecordMember member, JsonNode canonical, SortedMap<String, Object> object) {
    JsonNode value = canonical.get(member.name());
    if (value != null && !value.isNull() && !member.field().isEmpty(value)) {
      object.put(member.stixName(), member.field().write(value));
    }
  }

  @Override
  SortedMap<String, Object> read(JsonNode value, String at) {
    if (!value.isObject()) {
      throw NotBelieved.expected("an object", at);
    }
    SortedMap<String, Object> canonical = new TreeMap<>();
    for (var one : value.properties()) {
      String name = one.getKey();
      RecordMember member = byStixName.get(name);
      if (member != null) {
        canonical.put(member.name(), member.field().read(one.getValue(), at + "." + name));
      } else if (name.equals(TYPE) && !typeName.isEmpty()) {
        canonical.put(TYPE, typeName);
      } else if (!(name.equals(NOTHING) && value.size() == 1)) {
        throw NotBelieved.expected("no member but those of " + type.getSimpleName(), at);
      }
    }
    for (RecordMember member : members) {
      fill(member, canonical, at);
    }
    return canonical;
  }

  /// What is missing reads as empty where that is something.
  static void fill(RecordMember member, SortedMap<String, Object> canonical, String at) {
    if (canonical.containsKey(member.name()) || member.optional()) {
      return;
    }
    if (!member.isCollection()) {
      throw NotBelieved.expected("a member " + member.stixName(), at);
    }
    canonical.put(member.name(), member.isMap() ? new TreeMap<String, Object>() : List.of());
  }

  @Override
  SortedMap<String, Object> schema(SortedMap<String, Object> definitions) {
    String name = typeName.isEmpty() ? type.getSimpleName() : typeName;
    if (!definitions.containsKey(name)) {
      definitions.put(name, true);
      definitions.put(name, withNothing(objectSchema(members, typeName, definitions)));
    }
    SortedMap<String, Object> reference = new TreeMap<>();
    reference.put("$ref", "#/$defs/" + name);
    return reference;
  }

  /// An object that may say nothing says so.
  private static SortedMap<String, Object> withNothing(SortedMap<String, Object> schema) {
    if (!schema.containsKey("required") && schema.get("properties") instanceof Map<?, ?> known) {
      SortedMap<String, Object> properties = new TreeMap<>();
      known.forEach((name, property) -> properties.put((String) name, property));
      properties.put(NOTHING, new TreeMap<>(Map.of("const", true)));
      schema.put("properties", properties);
    }
    return schema;
  }

  static SortedMap<String, Object> objectSchema(
      List<RecordMember> members, String typeName, SortedMap<String, Object> definitions) {
    SortedMap<String, Object> properties = new TreeMap<>();
    List<String> required = new ArrayList<>();
    if (!typeName.isEmpty()) {
      properties.put(TYPE, new TreeMap<>(Map.of("const", typeName)));
      required.add(TYPE);
    }
    for (RecordMember member : members) {
      properties.put(member.stixName(), member.field().schema(definitions));
      if (!member.optional() && !member.isCollection() && !member.namesSource()) {
        required.add(member.stixName());
      }
    }
    SortedMap<String, Object> schema = new TreeMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("minProperties", 1);
    schema.put("additionalProperties", false);
    if (!required.isEmpty()) {
      schema.put("required", required.stream().sorted().toList());
    }
    return schema;
  }
}
