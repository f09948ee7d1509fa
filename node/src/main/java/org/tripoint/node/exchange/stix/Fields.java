package org.tripoint.node.exchange.stix;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the field of a type that content may hold.
final class Fields {
  private final Map<Type, Field> known = new HashMap<>(ScalarField.BY_TYPE);

  Field of(Type type) {
    Field found = known.get(type);
    if (found == null) {
      found = make(type);
      known.put(type, found);
    }
    return found;
  }

  private Field make(Type type) {
    return switch (type) {
      case ParameterizedType generic -> collection(generic);
      case Class<?> plain when plain.isEnum() -> ScalarField.ofEnum(plain);
      case Class<?> plain when plain.isRecord() -> record(plain);
      case Class<?> plain when plain.isSealed() && plain.isInterface() ->
          new ChoiceField(plain, this);
      case Type other -> throw unexpected(other);
    };
  }

  private Field collection(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class || type.getRawType() == Set.class) {
      return new CollectionField.Elements(of(arguments[0]));
    }
    if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return new CollectionField.Entries(of(arguments[1]));
    }
    throw unexpected(type);
  }

  /// Known before its members are, so that a record may hold others like itself.
  private Field record(Class<?> type) {
    RecordField field = new RecordField(type, "");
    known.put(type, field);
    field.readMembers(this);
    return field;
  }

  private static IllegalArgumentException unexpected(Type type) {
    return new IllegalArgumentException(
        "expected a type that content may hold, found " + type.getTypeName());
  }
}
