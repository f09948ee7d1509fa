package org.tripoint.node.ledger.canonical;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the shape of a type; refuses types that content may not hold.
final class Shapes {
  private final Map<Type, Shape> known = new HashMap<>(ScalarShapes.BY_TYPE);

  Shape of(Type type) {
    Shape found = known.get(type);
    if (found != null) {
      return found;
    }
    Later later = new Later();
    known.put(type, later);
    Shape made = make(type);
    later.shape = made;
    known.put(type, made);
    return made;
  }

  private Shape make(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new CollectionShapes.ListShape(of(arguments[0]));
      }
      if (generic.getRawType() == Set.class) {
        return new CollectionShapes.SetShape(of(arguments[0]));
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return new CollectionShapes.MapShape(of(arguments[1]));
      }
    }
    if (type instanceof Class<?> plain) {
      if (plain.isEnum()) {
        return ScalarShapes.ofEnum(plain);
      }
      if (plain.isRecord()) {
        return new RecordShape(plain, "", this);
      }
      if (plain.isSealed() && plain.isInterface()) {
        return new SealedShape(plain, this);
      }
    }
    throw new IllegalArgumentException(
        "expected a type that content may hold (text, whole numbers, decimals, dates, enums,"
            + " vocabulary, lists, sets, maps by text, records, sealed interfaces of records),"
            + " found "
            + type.getTypeName());
  }

  /// Stands for a type inside its own definition.
  private static final class Later extends Shape {
    private @Nullable Shape shape;

    private Shape shape() {
      if (shape == null) {
        throw new IllegalStateException("expected a finished shape");
      }
      return shape;
    }

    @Override
    void write(JsonWriter out, Object value) {
      shape().write(out, value);
    }

    @Override
    Object read(JsonReader in) {
      return shape().read(in);
    }

    @Override
    boolean saysNothing(Object value) {
      return shape().saysNothing(value);
    }

    @Override
    void listChanged(String prefix, Object left, Object right, List<String> names) {
      shape().listChanged(prefix, left, right, names);
    }

    @Override
    boolean same(Object left, Object right) {
      return shape().same(left, right);
    }
  }
}
