package org.tripoint.node.ledger.canonical;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RawText;

/// One component of a record: how to fetch it and how it stands in JSON.
final class Member {
  final String name;
  final int position;
  final Part part;
  final boolean optional;
  final boolean rawText;
  final Shape shape;
  final byte[] prefix;
  private final MethodHandle get;

  Member(RecordComponent component, int position, Shapes shapes) {
    this.name = component.getName();
    this.position = position;
    InPart inPart = component.getAnnotation(InPart.class);
    this.part = inPart == null ? Part.OPEN : inPart.value();
    this.optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    this.rawText = component.isAnnotationPresent(RawText.class);
    this.shape = shapes.of(component.getGenericType());
    this.prefix = ("\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
    this.get = handle(component.getAccessor());
    if (!Character.isLetter(name.charAt(0)) || !name.chars().allMatch(c -> c < 0x80)) {
      throw new IllegalArgumentException("expected a component name in ASCII, found " + component);
    }
  }

  private static MethodHandle handle(Method accessor) {
    try {
      accessor.setAccessible(true);
      return MethodHandles.lookup()
          .unreflect(accessor)
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("expected an accessible record, found " + accessor, e);
    }
  }

  @Nullable Object of(Object owner) {
    try {
      return (@Nullable Object) get.invokeExact(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("expected " + name + " to be readable", e);
    }
  }

  /// The value, which only an optional component may lack.
  @Nullable Object checked(Object owner) {
    Object value = of(owner);
    if (value == null && !optional) {
      throw new ContentRefused(
          ContentRefused.Rule.VALUE,
          "a value for " + name + " of " + owner.getClass().getSimpleName());
    }
    return value;
  }

  boolean same(Object left, Object right) {
    return rawText || shape.sameOrAbsent(of(left), of(right));
  }
}
