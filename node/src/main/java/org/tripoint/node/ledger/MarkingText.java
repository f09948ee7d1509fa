package org.tripoint.node.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.vocabulary.Marking;

/// Markings as canonical JSON, and back; each distinct one is written and read once.
final class MarkingText {
  private static final int MOST = 10_000;
  private static final ConcurrentHashMap<Marking, byte[]> WRITTEN = new ConcurrentHashMap<>();
  private static final ConcurrentHashMap<String, Marking> READ = new ConcurrentHashMap<>();

  private MarkingText() {}

  /// The one array for this marking: to be read only.
  static byte[] write(Marking marking) {
    byte[] known = WRITTEN.get(marking);
    if (known != null) {
      return known;
    }
    byte[] text = ContentCodec.of(Marking.class).write(marking).getBytes(StandardCharsets.UTF_8);
    if (WRITTEN.size() >= MOST) {
      WRITTEN.clear();
    }
    byte[] other = WRITTEN.putIfAbsent(marking, text);
    return other == null ? text : other;
  }

  static Marking read(String text) {
    Marking known = READ.get(text);
    if (known != null) {
      return known;
    }
    Marking marking = ContentCodec.of(Marking.class).read(List.of(text));
    if (READ.size() >= MOST) {
      READ.clear();
    }
    READ.put(text, marking);
    return marking;
  }
}
