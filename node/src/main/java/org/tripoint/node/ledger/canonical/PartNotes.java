package org.tripoint.node.ledger.canonical;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Part;

/// What the ledger itself notes in the parts, and the parts of versions that hold no content.
public final class PartNotes {
  private PartNotes() {}

  /// Parts of a version that only ends its record: the key and, for a withdrawal, the reason.
  public static Map<Part, byte[]> ending(
      JsonWriter out, Part keyPart, String key, @Nullable String reason) {
    Map<Part, byte[]> parts = new EnumMap<>(Part.class);
    out.reset();
    out.syntax('{');
    if (keyPart == Part.OPEN) {
      out.plain("@key").syntax(':').string(key);
    }
    if (reason != null) {
      (keyPart == Part.OPEN ? out.syntax(',') : out).plain("@reason").syntax(':').string(reason);
    }
    parts.put(Part.OPEN, out.syntax('}').toBytes());
    if (keyPart != Part.OPEN) {
      out.reset();
      out.syntax('{').plain("@key").syntax(':').string(key).syntax('}');
      parts.put(keyPart, out.toBytes());
    }
    return parts;
  }

  /// The source's key, wherever it is kept.
  public static Optional<String> keyIn(Collection<String> parts) {
    return find(parts, "@key");
  }

  /// The day the content is about.
  public static Optional<LocalDate> coversIn(Collection<String> parts) {
    return find(parts, "@covers").map(LocalDate::parse);
  }

  /// Why the originator took the record back.
  public static Optional<String> reasonIn(Collection<String> parts) {
    return find(parts, "@reason");
  }

  private static Optional<String> find(Collection<String> parts, String note) {
    for (String part : parts) {
      JsonReader in = new JsonReader(part);
      in.open('{');
      if (in.closes('}')) {
        continue;
      }
      do {
        String name = in.name();
        if (name.equals(note)) {
          return Optional.of(in.string());
        }
        if (name.charAt(0) != '@') {
          break;
        }
        in.skip();
      } while (in.more('}'));
    }
    return Optional.empty();
  }

  /// The bytes of a part as they are stored and committed to.
  public static byte[] bytes(String part) {
    return part.getBytes(StandardCharsets.UTF_8);
  }

  /// A part as text.
  public static String text(byte[] part) {
    return new String(part, StandardCharsets.UTF_8);
  }
}
