package org.tripoint.node.exchange.stix;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Part;

/// One component of a record under both its names.
///
/// @param name in the ledger's canonical JSON, such as `caseNumbers`
/// @param stixName in an object, such as `case_numbers`
/// @param part which part of the content it belongs to
/// @param optional true when it may be missing
/// @param namesSource true when it does not travel where the source is protected
/// @param field its type
record RecordMember(
    String name, String stixName, Part part, boolean optional, boolean namesSource, Field field) {

  private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
  private static final int SHORTEST = 3;

  static RecordMember of(RecordComponent component, Fields fields) {
    InPart part = component.getAnnotation(InPart.class);
    RecordMember member =
        new RecordMember(
            component.getName(),
            stixName(component.getName()),
            part == null ? Part.OPEN : part.value(),
            component.getAnnotatedType().isAnnotationPresent(Nullable.class),
            component.isAnnotationPresent(NamesSource.class),
            fields.of(component.getGenericType()));
    if (member.optional && member.isCollection()) {
      throw new IllegalArgumentException(
          "expected collections that are empty rather than null, found " + component);
    }
    return member;
  }

  /// Lower case with underscores; names below the three characters that STIX asks for end in
  /// `_value`.
  static String stixName(String camel) {
    if (!CAMEL.matcher(camel).matches()) {
      throw new IllegalArgumentException("expected a name in camel case, found " + camel);
    }
    String snake = camel.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    return snake.length() < SHORTEST ? snake + "_value" : snake;
  }

  boolean isText() {
    return field instanceof ScalarField.Text text && text.isFree();
  }

  boolean isCollection() {
    return field instanceof CollectionField.Elements || field instanceof CollectionField.Entries;
  }

  boolean isMap() {
    return field instanceof CollectionField.Entries;
  }
}
