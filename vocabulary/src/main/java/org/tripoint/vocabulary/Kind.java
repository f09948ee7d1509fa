package org.tripoint.vocabulary;

import java.util.regex.Pattern;

/// What sort of record it is: a name, a version of its shape, and the Java record that holds its
/// content.
///
/// The content type is a Java record of vocabulary values, text, whole numbers, decimals, enums,
/// dates, lists and further records; its top-level components say with [InPart] which part they
/// belong to.
///
/// @param name lower-case words joined by dashes, such as `published-seizure-figure`
/// @param version version of the shape, from 1
/// @param contentType the Java record of the content
public record Kind<C extends Record>(String name, int version, Class<C> contentType) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public Kind {
    if (!NAME.matcher(name).matches() || name.length() > 60) {
      throw new IllegalArgumentException(
          "expected a kind name of lower-case words joined by dashes, found '" + name + "'");
    }
    if (version < 1) {
      throw new IllegalArgumentException("expected a kind version from 1, found " + version);
    }
    if (!contentType.isRecord()) {
      throw new IllegalArgumentException("expected a Java record as content, found " + contentType);
    }
  }

  public static <C extends Record> Kind<C> of(String name, int version, Class<C> contentType) {
    return new Kind<>(name, version, contentType);
  }
}
