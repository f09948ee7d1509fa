package org.tripoint.node.web.ledgerpages;

import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Part;

/// One value of a record's content.
///
/// @param path where it stands, such as `items[2].quantity`
/// @param label the path in words where there are some
/// @param value null when this version does not say it
/// @param before null when the version before did not say it
/// @param valueWords how a code reads, "" where the value speaks for itself
/// @param beforeWords the same of what stood before
public record ContentLine(
    Part part,
    String path,
    String label,
    @Nullable String value,
    @Nullable String before,
    String valueWords,
    String beforeWords) {
  public boolean isChanged() {
    return value == null ? before != null : !value.equals(before);
  }
}
