package org.tripoint.node.ledger.canonical;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One of several records, told apart by the member `type`: the record's simple name in kebab case.
final class SealedShape extends Shape {
  private final Map<Class<?>, RecordShape> byClass = new HashMap<>();
  private final Map<String, RecordShape> byName = new LinkedHashMap<>();

  SealedShape(Class<?> type, Shapes shapes) {
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (!permitted.isRecord()) {
        throw new IllegalArgumentException(
            "expected records only under " + type + ", found " + permitted);
      }
      String name = kebab(permitted.getSimpleName());
      RecordShape shape = new RecordShape(permitted, name, shapes);
      byClass.put(permitted, shape);
      byName.put(name, shape);
    }
  }

  private static String kebab(String simpleName) {
    return simpleName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private RecordShape shapeOf(Object value) {
    RecordShape shape = byClass.get(value.getClass());
    if (shape == null) {
      throw new IllegalArgumentException("expected one of " + byName.keySet() + ", found " + value);
    }
    return shape;
  }

  @Override
  void write(JsonWriter out, Object value) {
    shapeOf(value).write(out, value);
  }

  @Override
  Object read(JsonReader in) {
    in.peek();
    int start = in.position();
    String type = typeOf(in);
    in.back(start);
    RecordShape shape = byName.get(type);
    if (shape == null) {
      throw in.unexpected("a type of " + byName.keySet() + " instead of '" + type + "'");
    }
    return shape.read(in);
  }

  private static String typeOf(JsonReader in) {
    String type = "";
    in.open('{');
    if (!in.closes('}')) {
      do {
        if (in.name().equals("type")) {
          type = in.string();
        } else {
          in.skip();
        }
      } while (in.more('}'));
    }
    return type;
  }

  @Override
  boolean saysNothing(Object value) {
    return shapeOf(value).saysNothing(value);
  }

  @Override
  void listChanged(String prefix, Object left, Object right, List<String> names) {
    if (left.getClass() == right.getClass()) {
      shapeOf(left).listChanged(prefix, left, right, names);
    } else {
      names.add(prefix);
    }
  }

  @Override
  boolean same(Object left, Object right) {
    return left.getClass() == right.getClass() && shapeOf(left).same(left, right);
  }
}
