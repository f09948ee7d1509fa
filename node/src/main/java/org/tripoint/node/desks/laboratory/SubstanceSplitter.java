package org.tripoint.node.desks.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes a list of substance names apart at its commas, but not at those inside a name.
///
/// The source separates by a comma and a blank and does not escape. A comma belongs to a name when
/// a locant stands on both sides of it without a blank (`1,4-butanediol`, `N,N-dimethylpentylone`,
/// `3,4,5-trimethoxy…`) or when it stands inside brackets.
final class SubstanceSplitter {

  /// A locant before the comma: a number or a single letter of a position, at a word's start.
  private static final Pattern LOCANT_BEFORE =
      Pattern.compile("(^|.*[^\\p{L}\\p{N}])(\\d{1,2}[abABαβ]?'{0,2}|[NOSPnosp]|alpha|beta)$");

  /// A locant after it: the same, followed by a dash, a further comma or a bracket.
  private static final Pattern LOCANT_AFTER =
      Pattern.compile("^(\\d{1,2}[abABαβ]?'{0,2}|[NOSPnosp]|alpha|beta)[-,)\\]].*");

  private SubstanceSplitter() {}

  /// The names in order, without surrounding blanks; blank ones are left out.
  static List<String> split(String text) {
    List<String> names = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        depth++;
      } else if ((c == ')' || c == ']') && depth > 0) {
        depth--;
      } else if (c == ',' && depth == 0 && !isInsideName(text.substring(start, i), text, i)) {
        add(names, text.substring(start, i));
        start = i + 1;
      }
    }
    add(names, text.substring(start));
    return names;
  }

  private static boolean isInsideName(String before, String text, int comma) {
    return LOCANT_BEFORE.matcher(before).matches()
        && LOCANT_AFTER.matcher(text.substring(comma + 1)).matches();
  }

  private static void add(List<String> names, String name) {
    if (!name.isBlank()) {
      names.add(name.strip());
    }
  }
}
