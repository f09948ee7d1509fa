package org.tripoint.node.ledger.canonical;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Shapes of lists, sets and maps.
final class CollectionShapes {
  private CollectionShapes() {}

  static final class ListShape extends Shape {
    private final Shape element;

    ListShape(Shape element) {
      this.element = element;
    }

    @Override
    void write(JsonWriter out, Object value) {
      out.syntax('[');
      boolean first = true;
      for (Object each : (List<?>) value) {
        if (!first) {
          out.syntax(',');
        }
        first = false;
        element.write(out, each);
      }
      out.syntax(']');
    }

    @Override
    Object read(JsonReader in) {
      return List.copyOf(readAll(in, element));
    }

    @Override
    boolean same(Object left, Object right) {
      return sameInOrder((List<?>) left, (List<?>) right, element);
    }
  }

  /// A set is an array in the order of its elements' canonical text.
  static final class SetShape extends Shape {
    private final Shape element;

    SetShape(Shape element) {
      this.element = element;
    }

    @Override
    void write(JsonWriter out, Object value) {
      JsonWriter single = new JsonWriter();
      List<String> texts = new ArrayList<>();
      for (Object each : (Collection<?>) value) {
        single.reset();
        element.write(single, each);
        texts.add(single.text());
      }
      Collections.sort(texts);
      out.syntax('[');
      for (int i = 0; i < texts.size(); i++) {
        if (i > 0) {
          out.syntax(',');
        }
        out.raw(texts.get(i).getBytes(StandardCharsets.UTF_8));
      }
      out.syntax(']');
    }

    @Override
    Object read(JsonReader in) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(readAll(in, element)));
    }

    @Override
    boolean same(Object left, Object right) {
      Collection<?> a = (Collection<?>) left;
      Collection<?> b = (Collection<?>) right;
      return a.size() == b.size()
          && a.stream().allMatch(x -> b.stream().anyMatch(y -> element.same(x, y)));
    }
  }

  /// A map with text keys, in the order of its keys' UTF-16 code units.
  static final class MapShape extends Shape {
    private final Shape element;

    MapShape(Shape element) {
      this.element = element;
    }

    @Override
    void write(JsonWriter out, Object value) {
      TreeMap<String, Object> sorted = new TreeMap<>();
      ((Map<?, ?>) value).forEach((key, each) -> sorted.put((String) key, each));
      out.syntax('{');
      boolean first = true;
      for (Map.Entry<String, Object> member : sorted.entrySet()) {
        if (!first) {
          out.syntax(',');
        }
        first = false;
        out.string(member.getKey()).syntax(':');
        element.write(out, member.getValue());
      }
      out.syntax('}');
    }

    @Override
    Object read(JsonReader in) {
      Map<String, Object> members = new TreeMap<>();
      in.open('{');
      if (!in.closes('}')) {
        do {
          String name = in.name();
          if (members.put(name, element.read(in)) != null) {
            throw in.unexpected("one member '" + name + "'");
          }
        } while (in.more('}'));
      }
      return Collections.unmodifiableMap(members);
    }

    @Override
    boolean same(Object left, Object right) {
      Map<?, ?> a = (Map<?, ?>) left;
      Map<?, ?> b = (Map<?, ?>) right;
      return a.keySet().equals(b.keySet())
          && a.entrySet().stream()
              .allMatch(member -> element.sameOrAbsent(member.getValue(), b.get(member.getKey())));
    }
  }

  private static List<Object> readAll(JsonReader in, Shape element) {
    List<Object> all = new ArrayList<>();
    in.open('[');
    if (!in.closes(']')) {
      do {
        all.add(element.read(in));
      } while (in.more(']'));
    }
    return all;
  }

  private static boolean sameInOrder(Collection<?> left, Collection<?> right, Shape element) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<?> other = right.iterator();
    return left.stream().allMatch(each -> element.same(each, other.next()));
  }
}
