package org.tripoint.node.intake;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.ImportPreview.Change;
import org.tripoint.vocabulary.Decimals;
import org.tripoint.vocabulary.ReportedNumber;

/// Which fields of a record say something else, by its Java record's components.
final class FieldChanges {

  private static final int LONGEST = 200;

  private FieldChanges() {}

  static List<Change> between(long row, Record before, Record after) {
    var changes = new ArrayList<Change>();
    for (RecordComponent component : after.getClass().getRecordComponents()) {
      Object was = value(component, before);
      Object is = value(component, after);
      if (!same(was, is)) {
        changes.add(new Change(row, component.getName(), text(was), text(is)));
      }
    }
    return changes;
  }

  private static @Nullable Object value(RecordComponent component, Record of) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("expected a readable component " + component.getName(), e);
    }
  }

  private static boolean same(@Nullable Object was, @Nullable Object is) {
    if (was instanceof ReportedNumber before && is instanceof ReportedNumber after) {
      return Decimals.sameToTwelveDigits(before.value(), after.value());
    }
    return Objects.equals(was, is);
  }

  private static String text(@Nullable Object value) {
    String text =
        switch (value) {
          case null -> "–";
          case ReportedNumber number -> number.text();
          default -> value.toString();
        };
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
