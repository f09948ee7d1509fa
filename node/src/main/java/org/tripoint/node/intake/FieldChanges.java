package org.tripoint.node.intake;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.ImportPreview.Change;
import org.tripoint.node.intake.reading.ShortText;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// What stands in the fields of a record that say something else.
final class FieldChanges {

  private static final int LONGEST = 200;
  private static final String NOTHING = "–";

  private FieldChanges() {}

  /// What stands in the fields before and after.
  ///
  /// @param fields as the ledger names them: a component, or a component of one, `figure.value`
  static List<Change> between(
      long row, String kind, Record before, Record after, List<String> fields) {
    var changes = new ArrayList<Change>();
    for (String field : fields) {
      String[] path = field.split("\\.", 2);
      changes.add(
          new Change(row, kind + "." + field, text(at(before, path)), text(at(after, path))));
    }
    return changes;
  }

  private static @Nullable Object at(Record record, String[] path) {
    Object value = value(record, path[0]);
    return path.length == 1 || !(value instanceof Record inner) ? value : value(inner, path[1]);
  }

  private static @Nullable Object value(Record of, String component) {
    return Arrays.stream(of.getClass().getRecordComponents())
        .filter(one -> one.getName().equals(component))
        .findFirst()
        .map(one -> value(one, of))
        .orElse(null);
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

  private static String text(@Nullable Object value) {
    return ShortText.cut(written(value), LONGEST);
  }

  /// Records inside a record without the names of our types.
  private static String written(@Nullable Object value) {
    return switch (value) {
      case null -> NOTHING;
      case ReportedNumber number -> number.text();
      case SubstanceId substance -> substance.key();
      case Place place -> place.code();
      case Record inner ->
          Arrays.stream(inner.getClass().getRecordComponents())
              .map(component -> value(component, inner))
              .filter(each -> each != null)
              .map(FieldChanges::written)
              .collect(Collectors.joining(" · "));
      default -> value.toString();
    };
  }
}
