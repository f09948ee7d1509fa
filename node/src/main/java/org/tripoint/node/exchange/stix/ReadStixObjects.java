package org.tripoint.node.exchange.stix;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.sharing.Provenance.Origin;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads objects of ours as records, and tells apart what else comes.
@Service
class ReadStixObjects implements ReadObjects {
  private static final Pattern TYPE = Pattern.compile("[a-z0-9]([a-z0-9-]{1,248}[a-z0-9])");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern REFERENCE =
      Pattern.compile("[a-z0-9]([a-z0-9-]{1,248}[a-z0-9])--" + UUID.pattern());
  private static final Set<String> OF_ORIGIN = Set.of("country", "authority", "object");
  private static final Set<String> MEMBERS =
      Set.of(
          "type",
          "spec_version",
          "id",
          "created",
          "modified",
          "created_by_ref",
          "object_marking_refs",
          "revoked",
          "labels",
          "lang",
          "external_references",
          "extensions");
  private static final Set<String> OF_EXTENSION =
      Set.of(
          "extension_type",
          "kind",
          "kind_version",
          "parts",
          "published",
          "marking",
          "source",
          "source_ref",
          "origin",
          "derived_from_ref",
          "open",
          "nominal",
          "health");
  private static final int LONGEST_SOURCE = 200;
  private static final String IN_EXTENSION = "extensions." + Stix.EXTENSION;

  private final KindForms forms;
  private final RecordKinds kinds;
  private final WriteMarking markings;

  ReadStixObjects(KindForms forms, RecordKinds kinds, WriteMarking markings) {
    this.forms = forms;
    this.kinds = kinds;
    this.markings = markings;
  }

  @Override
  public Received read(byte[] json) {
    String id = null;
    try {
      JsonNode object = StrictJson.read(json);
      id = id(object);
      return received(object, id);
    } catch (NotBelieved e) {
      return new Refused(id, e.expected());
    } catch (JacksonException e) {
      return new Refused(id, "expected values that this program can hold in the object");
    }
  }

  private Received received(JsonNode object, String id) {
    String type = object.path("type").stringValue();
    Instant modified = object.has("modified") ? timestamp(object, "modified") : null;
    if (object.has("spec_version")) {
      require(isText(object, "spec_version", Stix.SPEC_VERSION), "2.1", "spec_version");
    }
    if (object.has("revoked")) {
      require(object.path("revoked").isBoolean(), "true or false", "revoked");
    }
    if (modified != null && object.has("created")) {
      require(!timestamp(object, "created").isAfter(modified), "no later than modified", "created");
    }
    if (modified != null && object.path("revoked").asBoolean(false)) {
      return new Revoked(id, modified);
    }
    requireTravelling(type);
    Optional<KindForm> form =
        KindForm.isType(type) ? forms.find(KindForm.kindOf(type)) : Optional.empty();
    if (form.isEmpty() || isOfAnotherVersion(object, form.get())) {
      return new Other(id, type, modified);
    }
    if (modified == null || !object.has("created")) {
      throw NotBelieved.expected("created and modified", "the object");
    }
    requireOnly(object, MEMBERS, "the object");
    return known(object, id, modified, form.get());
  }

  private static boolean isOfAnotherVersion(JsonNode object, KindForm form) {
    JsonNode version = object.path("extensions").path(Stix.EXTENSION).path("kind_version");
    return version.isInt() && version.intValue() != form.kind().version();
  }

  /// What each node makes for itself is not taken from others, who could speak in its name.
  private void requireTravelling(String type) {
    boolean isMadeHere =
        KindForm.isType(type)
            && kinds
                .find(KindForm.kindOf(type))
                .filter(kind -> !kinds.listFromOutside().contains(kind))
                .isPresent();
    require(!isMadeHere, "a kind that nodes take from each other", "type");
  }

  private Received known(JsonNode object, String id, Instant modified, KindForm form) {
    Kind<?> kind = form.kind();
    JsonNode extension = object.path("extensions").path(Stix.EXTENSION);
    require(extension.isObject(), "an object", IN_EXTENSION);
    requireOnly(extension, OF_EXTENSION, IN_EXTENSION);
    require(isText(extension, "extension_type", "new-sdo"), "new-sdo", at("extension_type"));
    require(isText(extension, "kind", kind.name()), "the kind of the type", at("kind"));
    require(extension.path("kind_version").isInt(), "a version", at("kind_version"));
    Set<Part> given = given(extension.path("parts"));
    String source = source(extension);
    Instant published = timestamp(extension, "published");
    Marking marking = markings.read(extension.path("marking"), at("marking"));
    Origin origin = origin(extension);
    JsonNode creator = object.path("created_by_ref");
    JsonNode whole = extension.path("derived_from_ref");
    String content = form.read(extension, given, source != null, IN_EXTENSION);
    return known(
        kind,
        content,
        new Frame(
            id,
            modified,
            given,
            marking,
            source,
            published,
            creator.isString() ? reference(creator, "created_by_ref") : null,
            whole.isMissingNode() ? id : reference(whole, at("derived_from_ref")),
            origin));
  }

  private record Frame(
      String id,
      Instant modified,
      Set<Part> given,
      Marking marking,
      @Nullable String source,
      Instant published,
      @Nullable String creator,
      String whole,
      @Nullable Origin origin) {}

  /// What the content's own checks say may quote it, so their words are not passed on.
  private <C extends Record> Known<C> known(Kind<C> kind, String content, Frame frame) {
    C parsed;
    try {
      parsed = kinds.parse(kind, content);
    } catch (RuntimeException e) {
      throw NotBelieved.expected("content that kind " + kind.name() + " allows", IN_EXTENSION);
    }
    return new Known<>(
        frame.id(),
        frame.modified(),
        kind,
        parsed,
        frame.given(),
        frame.marking(),
        frame.source(),
        frame.published(),
        frame.creator(),
        frame.whole(),
        frame.origin());
  }

  private static String id(JsonNode object) {
    JsonNode type = object.path("type");
    require(type.isString() && TYPE.matcher(type.stringValue()).matches(), "a STIX type", "type");
    JsonNode id = object.path("id");
    String start = type.stringValue() + "--";
    require(
        id.isString()
            && id.stringValue().startsWith(start)
            && UUID.matcher(id.stringValue().substring(start.length())).matches(),
        "the type, two dashes and a UUID",
        "id");
    return id.stringValue();
  }

  /// Whose it was before, where the sender passes it on.
  private static @Nullable Origin origin(JsonNode extension) {
    JsonNode origin = extension.get("origin");
    if (origin == null) {
      return null;
    }
    require(origin.isObject(), "an object", at("origin"));
    requireOnly(origin, OF_ORIGIN, at("origin"));
    JsonNode country = origin.path("country");
    require(
        country.isString() && COUNTRY.matcher(country.stringValue()).matches(),
        "a country of two letters",
        at("origin.country"));
    try {
      return new Origin(
          Country.of(country.stringValue()),
          reference(origin.path("authority"), at("origin.authority")),
          reference(origin.path("object"), at("origin.object")),
          true);
    } catch (IllegalArgumentException e) {
      throw NotBelieved.expected("a country that there is", at("origin.country"));
    }
  }

  /// The id of another object.
  private static String reference(JsonNode value, String at) {
    require(value.isString() && REFERENCE.matcher(value.stringValue()).matches(), "an id", at);
    return value.stringValue();
  }

  private static Set<Part> given(JsonNode parts) {
    EnumSet<Part> given = EnumSet.noneOf(Part.class);
    for (JsonNode each : parts) {
      for (Part part : Part.values()) {
        if (each.isString() && each.stringValue().equals(KindForm.nameOf(part))) {
          given.add(part);
        }
      }
    }
    require(
        parts.isArray() && given.size() == parts.size() && given.contains(Part.OPEN),
        "open and whichever other parts are given",
        at("parts"));
    return given;
  }

  private static @Nullable String source(JsonNode extension) {
    JsonNode source = extension.get("source");
    if (source == null) {
      return null;
    }
    require(
        source.isString()
            && !source.stringValue().isBlank()
            && source.stringValue().length() <= LONGEST_SOURCE,
        "a name of at most " + LONGEST_SOURCE + " characters",
        at("source"));
    return source.stringValue();
  }

  private static Instant timestamp(JsonNode object, String name) {
    JsonNode value = object.path(name);
    require(
        value.isString() && TIMESTAMP.matcher(value.stringValue()).matches(),
        "a timestamp in UTC",
        name);
    try {
      return Instant.parse(value.stringValue());
    } catch (DateTimeParseException e) {
      throw NotBelieved.expected("a timestamp in UTC", name);
    }
  }

  private static void requireOnly(JsonNode object, Set<String> names, String at) {
    object
        .propertyNames()
        .forEach(name -> require(names.contains(name), "no members but those of its schema", at));
  }

  private static boolean isText(JsonNode object, String name, String text) {
    JsonNode value = object.path(name);
    return value.isString() && value.stringValue().equals(text);
  }

  private static String at(String name) {
    return IN_EXTENSION + "." + name;
  }

  private static void require(boolean holds, String expected, String at) {
    if (!holds) {
      throw NotBelieved.expected(expected, at);
    }
  }
}
