package org.tripoint.node.intake.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tripoint.node.intake.reading.FileRefusal.Rule;

/// Column names as they stand in a header, without surrounding blanks; a blank one is named by its
/// place (`#4`).
final class ColumnNames {

  private ColumnNames() {}

  static List<String> check(List<String> header, String file) throws FileRefusal.Raised {
    if (header.stream().allMatch(String::isBlank)) {
      throw new FileRefusal.Raised(
          new FileRefusal(Rule.EMPTY_FILE, file, 0, "", "", "column names in the first row"));
    }
    var names = new ArrayList<String>(header.size());
    var seen = new HashSet<String>();
    for (int i = 0; i < header.size(); i++) {
      String name = clean(header.get(i));
      if (name.isEmpty()) {
        name = "#" + (i + 1);
      }
      if (!seen.add(name)) {
        throw new FileRefusal.Raised(
            new FileRefusal(Rule.DUPLICATE_COLUMN, file, 0, name, name, "unique"));
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  private static String clean(String name) {
    return Normalizer.normalize(name.replace('\u00a0', ' ').strip(), Normalizer.Form.NFC);
  }
}
