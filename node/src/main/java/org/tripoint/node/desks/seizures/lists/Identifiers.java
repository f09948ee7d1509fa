package org.tripoint.node.desks.seizures.lists;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tripoint.node.desks.seizures.Seizure;

/// What people know a seizure's record by: the identifier that its agency gave it.
public final class Identifiers {

  /// A key made from the row's content, with its number among equal rows: nobody knows it.
  private static final Pattern MADE_FROM_CONTENT = Pattern.compile("[0-9a-f]{64}(#\\d+)?");

  private Identifiers() {}

  /// The agency's own identifier in a record's key, without the country and agency that stand
  /// before it in a file of several agencies; "" where the source gives none.
  public static String of(String key, Seizure seizure) {
    if (MADE_FROM_CONTENT.matcher(key).matches()) {
      return "";
    }
    String before = seizure.country().code() + "-" + seizure.agency() + ":";
    return key.toLowerCase(Locale.ROOT).startsWith(before.toLowerCase(Locale.ROOT))
        ? key.substring(before.length())
        : key;
  }
}
