package org.tripoint.node.ledger.canonical;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.KeyInPart;
import org.tripoint.vocabulary.Part;

/// Turns one type of content into canonical JSON by part, and back.
///
/// Each part is one object with the components that belong to it. Besides, the part that keeps the
/// source's key has a member `@key`, and the open part a member `@covers` with the day the content
/// is about: the chain commits to both without showing them. A part all of whose components are
/// absent is absent itself; the open part never is.
public final class ContentCodec<C extends Record> {
  private static final ConcurrentHashMap<Class<?>, ContentCodec<?>> KNOWN =
      new ConcurrentHashMap<>();
  private static final byte[] COVERS = "\"@covers\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] KEY = "\"@key\":".getBytes(StandardCharsets.UTF_8);

  private final Class<C> type;
  private final RecordShape shape;
  private final Part keyPart;
  private final Map<Part, List<Member>> members = new EnumMap<>(Part.class);

  private ContentCodec(Class<C> type) {
    this.type = type;
    Shapes shapes = new Shapes();
    this.shape = new RecordShape(type, "", shapes);
    this.keyPart = keyPartOf(type);
    for (Part part : Part.values()) {
      members.put(part, shape.members.stream().filter(member -> member.part == part).toList());
    }
  }

  /// The codec of a content type.
  ///
  /// @throws IllegalArgumentException if the type holds what content may not
  @SuppressWarnings("unchecked")
  public static <C extends Record> ContentCodec<C> of(Class<C> type) {
    ContentCodec<?> known = KNOWN.get(type);
    if (known == null) {
      known = new ContentCodec<>(type);
      KNOWN.put(type, known);
    }
    return (ContentCodec<C>) known;
  }

  /// The part that keeps the source's key of records with this content type.
  public static Part keyPartOf(Class<?> type) {
    KeyInPart declared = type.getAnnotation(KeyInPart.class);
    return declared == null ? Part.OPEN : declared.value();
  }

  /// Canonical UTF-8 of each part.
  ///
  /// @param key the source's key
  /// @param covers the day the content is about, or null
  /// @throws ContentRefused if the content cannot be held
  public Map<Part, byte[]> write(
      JsonWriter out, C content, String key, @Nullable LocalDate covers) {
    Map<Part, byte[]> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      out.reset();
      out.syntax('{');
      boolean empty = true;
      if (part == Part.OPEN && covers != null) {
        out.raw(COVERS).plain(ScalarShapes.dayText(covers));
        empty = false;
      }
      if (part == keyPart) {
        (empty ? out : out.syntax(',')).raw(KEY).string(key);
        empty = false;
      }
      for (Member member : members(part)) {
        empty &= !write(out, member, content, empty);
      }
      if (!empty || part == Part.OPEN) {
        parts.put(part, out.syntax('}').toBytes());
      }
    }
    return parts;
  }

  /// Writes a member and says whether there was something to write.
  private static boolean write(JsonWriter out, Member member, Object content, boolean first) {
    try {
      Object value = member.checked(content);
      if (value == null) {
        return false;
      }
      (first ? out : out.syntax(',')).raw(member.prefix);
      member.shape.write(out, value);
      return true;
    } catch (ContentRefused e) {
      throw e.in(member.name);
    }
  }

  private List<Member> members(Part part) {
    List<Member> found = members.get(part);
    return found == null ? List.of() : found;
  }

  /// Reads content back from its parts.
  ///
  /// @throws IllegalArgumentException if a part is not of this type
  public C read(Collection<String> parts) {
    @Nullable Object[] values = new @Nullable Object[shape.members.size()];
    for (String part : parts) {
      shape.readInto(new JsonReader(part), values, false);
    }
    return type.cast(shape.make(values));
  }

  /// Reads content from one JSON object with all its components, as people send it; unknown members
  /// are refused.
  ///
  /// @throws IllegalArgumentException with what was expected
  public C parse(String json) {
    JsonReader in = new JsonReader(json);
    Object value = shape.read(in);
    in.end();
    return type.cast(value);
  }

  /// The content as one canonical JSON object.
  public String write(C content) {
    JsonWriter out = new JsonWriter();
    shape.write(out, content);
    return out.text();
  }

  /// True when both say the same: decimals to twelve significant digits, raw texts left aside. An
  /// absent record says the same as one in which nothing but raw text stands.
  public boolean same(C left, C right) {
    return shape.same(left, right);
  }

  /// Names of the components that do not say the same, those of a record inside it one level deep:
  /// `completeness.percentPending`. Empty when both say the same.
  public List<String> listChanged(C left, C right) {
    List<String> names = new ArrayList<>();
    shape.listChanged("", left, right, names);
    return names;
  }
}
