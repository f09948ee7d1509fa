package org.tripoint.node.exchange.stix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON Schema (2020-12) of the objects of every kind, made from the kinds themselves.
@Component
class ObjectSchemas {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final String TIMESTAMP =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$";
  private static final String UUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final KindForms forms;

  ObjectSchemas(KindForms forms) {
    this.forms = forms;
  }

  /// Names of the types that have one.
  List<String> list() {
    return Stream.concat(forms.list().stream().map(KindForm::type), Stream.of(ObjectIds.SUBSTANCE))
        .toList();
  }

  /// The schema of a type, indented, its members in the order of their names.
  Optional<String> find(String type) {
    if (type.equals(ObjectIds.SUBSTANCE)) {
      return Optional.of(MAPPER.writeValueAsString(substance()));
    }
    return KindForm.isType(type)
        ? forms.find(KindForm.kindOf(type)).map(form -> MAPPER.writeValueAsString(of(form)))
        : Optional.empty();
  }

  /// A substance is no record: it has a key, and no marking of its own.
  private static SortedMap<String, Object> substance() {
    SortedMap<String, Object> extension = map("extension_type", map("const", "new-sdo"));
    extension.put("key", map("type", "string", "minLength", 1));
    SortedMap<String, Object> schema =
        object(
            common(ObjectIds.SUBSTANCE, object(extension, List.of("extension_type", "key"))),
            List.of(
                "created",
                "created_by_ref",
                "extensions",
                "id",
                "modified",
                "spec_version",
                "type"));
    schema.put("$schema", DRAFT);
    schema.put("$id", "urn:tripoint:stix:substance:1");
    schema.put("title", ObjectIds.SUBSTANCE);
    return schema;
  }

  private static SortedMap<String, Object> of(KindForm form) {
    SortedMap<String, Object> definitions = new TreeMap<>();
    SortedMap<String, Object> schema =
        object(common(form.type(), extension(form, definitions)), List.of());
    schema.put("$schema", DRAFT);
    schema.put(
        "$id", "urn:tripoint:stix:%s:%d".formatted(form.kind().name(), form.kind().version()));
    schema.put("title", form.type());
    schema.put(
        "required",
        List.of(
            "created",
            "created_by_ref",
            "extensions",
            "id",
            "modified",
            "object_marking_refs",
            "spec_version",
            "type"));
    schema.put("if", map("properties", map("revoked", map("const", true)), "required", REVOKED));
    schema.put("then", map("properties", extensions(map("maxProperties", 3))));
    schema.put(
        "else",
        map("properties", extensions(map("required", List.of("marking", "parts", "published")))));
    schema.put("$defs", definitions);
    return schema;
  }

  private static final List<String> REVOKED = List.of("revoked");

  private static SortedMap<String, Object> common(
      String type, SortedMap<String, Object> extension) {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("type", map("const", type));
    members.put("spec_version", map("const", Stix.SPEC_VERSION));
    members.put("id", text("^" + type + "--" + UUID));
    members.put("created", text(TIMESTAMP));
    members.put("modified", text(TIMESTAMP));
    members.put("created_by_ref", text("^identity--" + UUID));
    members.put("object_marking_refs", list(text("^marking-definition--" + UUID)));
    members.put("revoked", map("type", "boolean"));
    members.put("labels", list(map("type", "string")));
    members.put("lang", map("type", "string"));
    members.put("external_references", list(map("type", "object")));
    SortedMap<String, Object> extensions =
        object(map(Stix.EXTENSION, extension), List.of(Stix.EXTENSION));
    members.put("extensions", extensions);
    return members;
  }

  private static SortedMap<String, Object> extension(
      KindForm form, SortedMap<String, Object> definitions) {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("extension_type", map("const", "new-sdo"));
    members.put("kind", map("const", form.kind().name()));
    members.put("kind_version", map("const", form.kind().version()));
    List<Object> names = new ArrayList<>();
    for (Part part : Part.values()) {
      names.add(KindForm.nameOf(part));
      if (!form.of(part).isEmpty()) {
        members.put(
            KindForm.nameOf(part), RecordField.objectSchema(form.of(part), "", definitions));
      }
    }
    SortedMap<String, Object> parts = list(map("enum", names));
    parts.put("uniqueItems", true);
    parts.put("contains", map("const", KindForm.nameOf(Part.OPEN)));
    members.put("parts", parts);
    members.put("published", text(TIMESTAMP));
    members.put("marking", new Fields().of(Marking.class).schema(definitions));
    SortedMap<String, Object> source = map("type", "string", "maxLength", 200);
    source.put("minLength", 1);
    members.put("source", source);
    members.put("source_ref", text("^identity--" + UUID));
    members.put("origin", origin());
    members.put("derived_from_ref", text("^" + form.type() + "--" + UUID));
    return object(members, List.of("extension_type", "kind", "kind_version"));
  }

  /// Whose it was before, where it is passed on.
  private static SortedMap<String, Object> origin() {
    SortedMap<String, Object> members =
        map(
            "authority",
            text("^identity--" + UUID),
            "object",
            text("^tripoint-[a-z0-9-]+--" + UUID));
    members.put("country", text("^[A-Z]{2}$"));
    return object(members, List.of("authority", "country", "object"));
  }

  /// A condition on the extension alone.
  private static SortedMap<String, Object> extensions(SortedMap<String, Object> condition) {
    return map("extensions", map("properties", map(Stix.EXTENSION, condition)));
  }

  private static SortedMap<String, Object> object(
      SortedMap<String, Object> members, List<String> required) {
    SortedMap<String, Object> schema = map("type", "object", "properties", members);
    schema.put("additionalProperties", false);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static SortedMap<String, Object> list(SortedMap<String, Object> items) {
    SortedMap<String, Object> schema = map("type", "array", "items", items);
    schema.put("minItems", 1);
    return schema;
  }

  private static SortedMap<String, Object> text(String pattern) {
    return map("type", "string", "pattern", pattern);
  }

  private static SortedMap<String, Object> map(String name, Object value) {
    return new TreeMap<>(Map.of(name, value));
  }

  private static SortedMap<String, Object> map(
      String name, Object value, String other, Object otherValue) {
    return new TreeMap<>(Map.of(name, value, other, otherValue));
  }
}
