package org.tripoint.node.retention;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.Part;

/// The parts in which a version says something: one that holds nothing but empty lists is nothing
/// to look after.
final class SaidParts {

  /// Canonical JSON of a part whose members are all empty; a key is one that is not.
  private static final Pattern NOTHING =
      Pattern.compile("\\{(?:\"[^\"@]+\":(?:\\[]|\\{})(?:,(?!})|(?=})))*}");

  private SaidParts() {}

  /// None for a version that is emptied; else the open part with those others that say something.
  static Set<Part> of(RecordVersion version) {
    EnumSet<Part> said = EnumSet.noneOf(Part.class);
    for (Map.Entry<Part, String> one : version.canonicalParts().entrySet()) {
      if (one.getKey() == Part.OPEN || !NOTHING.matcher(one.getValue()).matches()) {
        said.add(one.getKey());
      }
    }
    return Collections.unmodifiableSet(said);
  }
}
