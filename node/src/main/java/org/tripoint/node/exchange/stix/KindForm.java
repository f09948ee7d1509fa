package org.tripoint.node.exchange.stix;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.Variant;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How the content of one kind stands in an object: one nested object for each part that was given.
final class KindForm {
  /// Stands at the receiver for a text that names a protected source.
  static final String PROTECTED = "PROTECTED";

  private static final String TYPE_PREFIX = "tripoint-";

  private final Kind<?> kind;
  private final Map<Part, List<RecordMember>> members = new EnumMap<>(Part.class);

  /// @throws IllegalArgumentException if the kind cannot be written and read back without loss
  KindForm(Kind<?> kind) {
    this.kind = kind;
    RecordField record = (RecordField) new Fields().of(kind.contentType());
    for (RecordMember member : record.members()) {
      requireReadable(member);
    }
    for (Part part : Part.values()) {
      members.put(part, record.members().stream().filter(m -> m.part() == part).toList());
    }
  }

  private void requireReadable(RecordMember member) {
    boolean mayBeMissing = member.optional() || member.isCollection();
    boolean misses = member.part() != Part.OPEN && !mayBeMissing;
    boolean betrays = member.namesSource() && !mayBeMissing && !member.isText();
    if (misses || betrays) {
      throw new IllegalArgumentException(
          "expected a component of kind %s that may be missing, found %s"
              .formatted(kind.name(), member.name()));
    }
  }

  Kind<?> kind() {
    return kind;
  }

  String type() {
    return TYPE_PREFIX + kind.name();
  }

  static boolean isType(String type) {
    return type.startsWith(TYPE_PREFIX);
  }

  /// Name of the kind that objects of the type are of.
  static String kindOf(String type) {
    return type.substring(TYPE_PREFIX.length());
  }

  /// Name of a part in an object.
  static String nameOf(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }

  /// Parts that content of this kind has, whatever a record holds.
  Set<Part> parts() {
    EnumSet<Part> parts = EnumSet.of(Part.OPEN);
    for (Part part : Part.values()) {
      if (!of(part).isEmpty()) {
        parts.add(part);
      }
    }
    return Collections.unmodifiableSet(parts);
  }

  /// True for the variant beyond which nothing is known to anybody.
  boolean isWhole(Variant variant) {
    return variant.naming() == Naming.SOURCE_NAMED && variant.parts().containsAll(parts());
  }

  List<RecordMember> of(Part part) {
    return members.getOrDefault(part, List.of());
  }

  /// The parts of the variant as an object carries them; those that say nothing are missing.
  ///
  /// @param canonical canonical JSON by part, as the ledger keeps it
  SortedMap<String, Object> write(Variant variant, Map<Part, String> canonical) {
    SortedMap<String, Object> written = new TreeMap<>();
    boolean named = variant.naming() == Naming.SOURCE_NAMED;
    for (Part part : variant.parts()) {
      String text = canonical.get(part);
      if (text != null) {
        SortedMap<String, Object> object = write(part, JsonMapper.shared().readTree(text), named);
        if (!object.isEmpty()) {
          written.put(nameOf(part), object);
        }
      }
    }
    return written;
  }

  private SortedMap<String, Object> write(Part part, JsonNode canonical, boolean named) {
    SortedMap<String, Object> object = new TreeMap<>();
    for (RecordMember member : of(part)) {
      if (named || !member.namesSource()) {
        RecordField.write(member, canonical, object);
      }
    }
    return object;
  }

  /// The open part alone as JSON of the whole content, as somebody reads it who was given no other.
  ///
  /// @param canonical the open part, as the ledger keeps it
  String openAlone(String canonical, boolean named) {
    JsonNode open = JsonMapper.shared().readTree(canonical);
    ObjectNode content = JsonMapper.shared().createObjectNode();
    for (Part part : Part.values()) {
      for (RecordMember member : of(part)) {
        JsonNode value = open.get(member.name());
        boolean given = part == Part.OPEN && (named || !member.namesSource());
        if (given && value != null) {
          content.set(member.name(), value);
        } else {
          leaveOut(member, content);
        }
      }
    }
    return content.toString();
  }

  private static void leaveOut(RecordMember member, ObjectNode content) {
    if (member.isMap()) {
      content.putObject(member.name());
    } else if (member.isCollection()) {
      content.putArray(member.name());
    } else if (!member.optional()) {
      content.put(member.name(), PROTECTED);
    }
  }

  /// The content as canonical JSON.
  ///
  /// @param extension what an object says of the record
  /// @param given parts that were given
  /// @throws NotBelieved saying what was expected
  String read(JsonNode extension, Set<Part> given, boolean named, String at) {
    SortedMap<String, Object> canonical = new TreeMap<>();
    for (Part part : Part.values()) {
      String here = at + "." + nameOf(part);
      JsonNode object = extension.get(nameOf(part));
      if (object != null && (!given.contains(part) || !object.isObject() || object.isEmpty())) {
        throw NotBelieved.expected("an object that says something, of a part that is given", here);
      }
      if (object != null) {
        read(part, object, canonical, here);
      }
      for (RecordMember member : of(part)) {
        fill(member, given.contains(part), named, canonical, here);
      }
    }
    return CanonicalJson.text(canonical);
  }

  private void read(Part part, JsonNode object, SortedMap<String, Object> canonical, String at) {
    for (var one : object.properties()) {
      RecordMember member = find(part, one.getKey());
      if (member == null) {
        throw NotBelieved.expected("no member but those of " + kind.name(), at);
      }
      canonical.put(
          member.name(), member.field().read(one.getValue(), at + "." + member.stixName()));
    }
  }

  private @Nullable RecordMember find(Part part, String stixName) {
    for (RecordMember member : of(part)) {
      if (member.stixName().equals(stixName)) {
        return member;
      }
    }
    return null;
  }

  private static void fill(
      RecordMember member,
      boolean given,
      boolean named,
      SortedMap<String, Object> canonical,
      String at) {
    boolean textIsMissing = !member.optional() && !member.isCollection();
    if (textIsMissing && !named && member.namesSource()) {
      canonical.putIfAbsent(member.name(), PROTECTED);
    } else if (given || !textIsMissing) {
      RecordField.fill(member, canonical, at);
    }
  }
}
