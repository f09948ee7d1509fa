package org.tripoint.node.exchange.stix;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rules of STIX 2.1 (OASIS Standard with errata 01) that what we emit must keep, written from the
/// text of the standard: it is not a schema of anybody else's.
final class StixRules {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9](?:-?[a-z0-9]+)*");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{3,250}");
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3,6}Z");
  private static final UUID OF_OBSERVABLES =
      UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");
  private static final Set<String> TLP_2 = Set.of("clear", "green", "amber", "amber+strict", "red");

  /// Properties that the standard defines for every object of a domain.
  private static final Set<String> COMMON =
      Set.of(
          "type",
          "spec_version",
          "id",
          "created_by_ref",
          "created",
          "modified",
          "revoked",
          "labels",
          "confidence",
          "lang",
          "external_references",
          "object_marking_refs",
          "granular_markings",
          "extensions");

  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "identity", Set.of("name"),
          "incident", Set.of("name"),
          "report", Set.of("name", "published", "object_refs"),
          "location", Set.of(),
          "relationship", Set.of("relationship_type", "source_ref", "target_ref"),
          "note", Set.of("content", "object_refs"),
          "sighting", Set.of("sighting_of_ref"),
          "extension-definition",
              Set.of("created_by_ref", "name", "schema", "version", "extension_types"));

  private static final Map<String, Set<String>> OWN =
      Map.of(
          "identity",
          Set.of(
              "name", "description", "roles", "identity_class", "sectors", "contact_information"),
          "incident",
          Set.of("name", "description"),
          "location",
          Set.of(
              "name",
              "description",
              "latitude",
              "longitude",
              "precision",
              "region",
              "country",
              "administrative_area",
              "city",
              "street_address",
              "postal_code"),
          "report",
          Set.of("name", "description", "report_types", "published", "object_refs"),
          "relationship",
          Set.of(
              "relationship_type",
              "description",
              "source_ref",
              "target_ref",
              "start_time",
              "stop_time"),
          "note",
          Set.of("abstract", "content", "authors", "object_refs"),
          "sighting",
          Set.of(
              "description",
              "first_seen",
              "last_seen",
              "count",
              "sighting_of_ref",
              "observed_data_refs",
              "where_sighted_refs",
              "summary"),
          "extension-definition",
          Set.of(
              "name",
              "description",
              "schema",
              "version",
              "extension_types",
              "extension_properties"));

  private final List<String> broken = new ArrayList<>();
  private final JsonNode object;

  private StixRules(JsonNode object) {
    this.object = object;
  }

  /// Rules that the object breaks; empty for one that keeps them all.
  static List<String> broken(byte[] json) {
    StixRules rules =
        new StixRules(JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8)));
    rules.check();
    return rules.broken;
  }

  private void check() {
    String type = object.path("type").asString("");
    rule(TYPE.matcher(type).matches() && type.length() >= 3 && type.length() <= 250, "3.1 type");
    rule(object.path("spec_version").asString("").equals("2.1"), "3.2 spec_version");
    id(object.path("id"), type);
    names(object, "");
    if (type.equals("marking-definition")) {
      markingDefinition();
      return;
    }
    times();
    references();
    for (String name : REQUIRED.getOrDefault(type, Set.of())) {
      rule(object.has(name), type + " requires " + name);
    }
    if (OWN.containsKey(type)) {
      Set<String> own = OWN.getOrDefault(type, Set.of());
      object
          .propertyNames()
          .forEach(name ->
              rule(COMMON.contains(name) || own.contains(name), "no custom property " + name));
    }
    if (type.equals("extension-definition")) {
      rule(
          object.path("version").asString("").matches("\\d+\\.\\d+\\.\\d+"),
          "7.3 version is a semantic version");
    }
    switch (type) {
      case "location" -> location();
      case "relationship" -> relationship();
      case "sighting" -> sighting();
      default -> {}
    }
    if (type.startsWith("tripoint-")) {
      ours();
    }
  }

  private void location() {
    boolean point = object.has("latitude") && object.has("longitude");
    rule(point || object.has("country") || object.has("region"), "4.11 says where");
    rule(object.has("latitude") == object.has("longitude"), "4.11 both or neither coordinate");
    rule(point || !object.has("precision"), "4.11 precision of a point");
    rule(object.path("latitude").asDouble(0) <= 90, "4.11 latitude");
    rule(object.path("longitude").asDouble(0) <= 180, "4.11 longitude");
  }

  private void relationship() {
    rule(
        object.path("relationship_type").asString("").matches("[a-z0-9-]+"),
        "5.1 relationship_type");
    for (String end : List.of("source_ref", "target_ref")) {
      String ref = object.path(end).asString("");
      rule(!ref.matches("(relationship|sighting|bundle|marking-definition)--.*"), "5.1 ends of it");
    }
  }

  private void sighting() {
    rule(
        !object.path("sighting_of_ref").asString("").matches("(relationship|sighting)--.*"),
        "5.2 of a domain object");
    object
        .path("where_sighted_refs")
        .forEach(where ->
            rule(where.asString("").matches("(identity|location)--.*"), "5.2 where_sighted_refs"));
    long count = object.path("count").asLong(1);
    rule(count >= 0 && count <= 999_999_999, "5.2 count");
    if (object.has("first_seen") && object.has("last_seen")) {
      rule(
          !Instant.parse(object.path("last_seen").asString(""))
              .isBefore(Instant.parse(object.path("first_seen").asString(""))),
          "5.2 last_seen is not before first_seen");
    }
  }

  private void rule(boolean holds, String rule) {
    if (!holds) {
      broken.add(rule);
    }
  }

  private void id(JsonNode id, String type) {
    String text = id.asString("");
    rule(text.startsWith(type + "--"), "2.9 identifier begins with the type");
    try {
      UUID uuid = UUID.fromString(text.substring(text.indexOf("--") + 2));
      rule(
          uuid.variant() == 2 && uuid.version() >= 1 && uuid.version() <= 5,
          "2.9 identifier is an RFC 4122 UUID");
      rule(!uuid.equals(OF_OBSERVABLES), "2.9 not the namespace of observables");
    } catch (IllegalArgumentException e) {
      broken.add("2.9 identifier is a UUID");
    }
  }

  /// Custom names, and neither empty lists nor empty objects nor nulls anywhere.
  private void names(JsonNode value, String at) {
    if (value.isObject()) {
      rule(!value.isEmpty(), "no empty object at " + at);
      value
          .properties()
          .forEach(member -> {
            String name = member.getKey();
            rule(
                NAME.matcher(name).matches()
                    || name.equals("id")
                    || at.endsWith("/extensions")
                    || at.equals("/extensions"),
                "11.1 name at " + at + "/" + name);
            names(member.getValue(), at + "/" + name);
          });
    } else if (value.isArray()) {
      rule(!value.isEmpty(), "2.11 no empty list at " + at);
      value.forEach(each -> names(each, at));
    } else {
      rule(!value.isNull(), "no null at " + at);
      boolean degrees = at.equals("/latitude") || at.equals("/longitude");
      rule(degrees || !value.isFloatingPointNumber(), "no inexact number at " + at);
    }
  }

  private void times() {
    String created = object.path("created").asString("");
    String modified = object.path("modified").asString("");
    rule(TIMESTAMP.matcher(created).matches(), "3.2 created");
    rule(TIMESTAMP.matcher(modified).matches(), "3.2 modified");
    if (broken.isEmpty()) {
      rule(
          !Instant.parse(created).isAfter(Instant.parse(modified)),
          "3.2 modified is not before created");
    }
  }

  private void references() {
    JsonNode creator = object.path("created_by_ref");
    if (!creator.isMissingNode()) {
      rule(creator.asString("").startsWith("identity--"), "3.2 created_by_ref is an identity");
    }
    for (String name : List.of("source_ref", "derived_from_ref", "target_ref", "sighting_of_ref")) {
      for (JsonNode each : object.findValues(name)) {
        String text = each.asString("");
        id(each, text.contains("--") ? text.substring(0, text.indexOf("--")) : "");
      }
    }
    for (JsonNode marking : object.path("object_marking_refs")) {
      rule(marking.asString("").startsWith("marking-definition--"), "3.2 object_marking_refs");
    }
  }

  private void markingDefinition() {
    rule(!object.has("modified") && !object.has("revoked"), "7.2.1 has no versions");
    rule(!object.has("definition_type"), "7.2.1 new types use extensions");
    JsonNode tlp =
        object
            .path("extensions")
            .path("extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d");
    rule(
        tlp.path("extension_type").asString("").equals("property-extension"), "7.3 extension_type");
    rule(TLP_2.contains(tlp.path("tlp_2_0").asString("")), "TLP 2.0 level");
  }

  private void ours() {
    rule(object.path("extensions").size() == 1, "7.3 the extension that defines it");
    object
        .path("extensions")
        .properties()
        .forEach(extension -> {
          rule(extension.getKey().startsWith("extension-definition--"), "7.3 id of the extension");
          rule(
              extension.getValue().path("extension_type").asString("").equals("new-sdo"),
              "7.3 extension_type");
        });
    object.propertyNames().forEach(name -> rule(COMMON.contains(name), "7.3 only common ones"));
  }
}
