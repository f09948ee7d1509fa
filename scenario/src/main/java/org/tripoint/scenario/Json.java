package org.tripoint.scenario;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes nested maps, lists, texts, numbers and truth values as JSON with an indent of two.
final class Json {

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String write(@Nullable Object value) {
    Json json = new Json();
    json.value(value, 0);
    return json.out.append('\n').toString();
  }

  private void value(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> map(map, depth);
      case Collection<?> list -> list(list, depth);
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth);
      default -> text(value.toString());
    }
  }

  private void map(Map<?, ?> map, int depth) {
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      newLine(depth + 1);
      text(String.valueOf(entry.getKey()));
      out.append(": ");
      value(entry.getValue(), depth + 1);
      out.append(entries.hasNext() ? "," : "");
    }
    if (!map.isEmpty()) {
      newLine(depth);
    }
    out.append('}');
  }

  private void list(Collection<?> list, int depth) {
    out.append('[');
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      newLine(depth + 1);
      value(items.next(), depth + 1);
      out.append(items.hasNext() ? "," : "");
    }
    if (!list.isEmpty()) {
      newLine(depth);
    }
    out.append(']');
  }

  private void newLine(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
