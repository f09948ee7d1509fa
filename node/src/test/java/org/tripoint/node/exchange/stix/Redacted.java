package org.tripoint.node.exchange.stix;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.Variant;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Part;

/// What is left of a content in a variant, worked out on the Java record itself.
final class Redacted {
  private Redacted() {}

  static Record of(Record content, Variant variant) {
    try {
      RecordComponent[] components = content.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        components[i].getAccessor().setAccessible(true);
        Object value = components[i].getAccessor().invoke(content);
        values[i] = travels(components[i], variant) ? value : instead(components[i], variant);
      }
      Constructor<?> constructor = content.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (Record) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean travels(RecordComponent component, Variant variant) {
    InPart part = component.getAnnotation(InPart.class);
    boolean given = variant.parts().contains(part == null ? Part.OPEN : part.value());
    boolean hidden =
        variant.naming() == Naming.SOURCE_PROTECTED
            && component.isAnnotationPresent(NamesSource.class);
    return given && !hidden;
  }

  private static @Nullable Object instead(RecordComponent component, Variant variant) {
    Class<?> type = component.getType();
    if (type == List.class) {
      return List.of();
    }
    if (type == Set.class) {
      return Set.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return optional || variant.naming() == Naming.SOURCE_NAMED ? null : "PROTECTED";
  }
}
