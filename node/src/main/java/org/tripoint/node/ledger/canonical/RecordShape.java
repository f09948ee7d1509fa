package org.tripoint.node.ledger.canonical;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An object with one member for each component of a record; absent components are left out.
final class RecordShape extends Shape {
  final List<Member> members;
  private final Class<?> type;
  private final String typeName;
  private final byte[] typeMember;
  private final int typeBefore;
  private final Map<String, Member> byName = new HashMap<>();
  private final MethodHandle constructor;

  /// @param typeName value of the member `type`, or "" when the record needs none
  RecordShape(Class<?> type, String typeName, Shapes shapes) {
    this.type = type;
    this.typeName = typeName;
    RecordComponent[] components = type.getRecordComponents();
    members =
        IntStream.range(0, components.length)
            .mapToObj(i -> new Member(components[i], i, shapes))
            .sorted(Comparator.comparing(member -> member.name))
            .toList();
    members.forEach(member -> byName.put(member.name, member));
    if (!typeName.isEmpty() && byName.containsKey("type")) {
      throw new IllegalArgumentException("expected no component named type in " + type);
    }
    typeMember = ("\"type\":\"" + typeName + "\"").getBytes(StandardCharsets.UTF_8);
    typeBefore = (int) members.stream().filter(member -> member.name.compareTo("type") < 0).count();
    constructor = constructor(type, components);
  }

  private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectConstructor(canonical)
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalArgumentException("expected an accessible record, found " + type, e);
    }
  }

  @Override
  void write(JsonWriter out, Object value) {
    out.syntax('{');
    boolean first = true;
    for (int i = 0; i <= members.size(); i++) {
      if (i == typeBefore && !typeName.isEmpty()) {
        comma(out, first).raw(typeMember);
        first = false;
      }
      Object each = i < members.size() ? members.get(i).checked(value) : null;
      if (each != null) {
        Member member = members.get(i);
        comma(out, first).raw(member.prefix);
        first = false;
        member.shape.write(out, each);
      }
    }
    out.syntax('}');
  }

  private static JsonWriter comma(JsonWriter out, boolean first) {
    return first ? out : out.syntax(',');
  }

  @Override
  Object read(JsonReader in) {
    @Nullable Object[] values = new @Nullable Object[members.size()];
    readInto(in, values, true);
    return make(values);
  }

  /// Reads an object's members into their places.
  ///
  /// @param strict whether unknown members are refused
  void readInto(JsonReader in, @Nullable Object[] values, boolean strict) {
    in.open('{');
    if (in.closes('}')) {
      return;
    }
    do {
      String name = in.name();
      Member member = byName.get(name);
      if (member != null) {
        if (values[member.position] != null) {
          throw in.unexpected("one member '" + name + "'");
        }
        if (!in.isNull()) {
          values[member.position] = member.shape.read(in);
        }
      } else if (strict && !(name.equals("type") && !typeName.isEmpty())) {
        throw in.unexpected("a member of " + type.getSimpleName() + " instead of '" + name + "'");
      } else {
        in.skip();
      }
    } while (in.more('}'));
  }

  Object make(@Nullable Object[] values) {
    for (Member member : members) {
      if (values[member.position] == null && !member.optional) {
        throw new IllegalArgumentException(
            "expected a member '" + member.name + "' of " + type.getSimpleName());
      }
    }
    try {
      return (Object) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalArgumentException("expected a valid " + type.getSimpleName(), e);
    }
  }

  @Override
  boolean saysNothing(Object value) {
    return members.stream().anyMatch(member -> member.rawText)
        && members.stream().allMatch(member -> member.rawText || member.of(value) == null);
  }

  /// One level deep: `figure.value`; deeper differences bear the name of the member they are in.
  @Override
  void listChanged(String prefix, Object left, Object right, List<String> names) {
    for (Member member : members) {
      if (!member.same(left, right)) {
        Object was = member.of(left);
        Object is = member.of(right);
        String name = prefix.isEmpty() ? member.name : prefix + "." + member.name;
        if (prefix.isEmpty() && was != null && is != null) {
          member.shape.listChanged(name, was, is, names);
        } else {
          names.add(name);
        }
      }
    }
  }

  @Override
  boolean same(Object left, Object right) {
    for (Member member : members) {
      if (!member.same(left, right)) {
        return false;
      }
    }
    return true;
  }
}
