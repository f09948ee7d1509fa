package org.tripoint.node.accounts;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Marking.Tlp;

/// The clearance that a form asks for.
///
/// @param ceiling name of a label, as sent; null where the form has no such field
/// @param agency as written; null or blank for none
/// @param everyAgency true when records for any agency may be read
record AskedClearance(
    @Nullable String ceiling, @Nullable String agency, @Nullable Boolean everyAgency) {

  /// True when the form has the field.
  boolean isAsked() {
    return ceiling != null;
  }

  /// What was chosen; empty where nothing was, or nothing that can be.
  Optional<Clearance> chosen() {
    String named = agency == null ? "" : agency.strip();
    boolean every = Boolean.TRUE.equals(everyAgency);
    if (named.length() > Clearance.LONGEST_AGENCY
        || named.chars().anyMatch(Character::isISOControl)
        || (every && !named.isEmpty())) {
      return Optional.empty();
    }
    return Arrays.stream(Tlp.values())
        .filter(one -> one.name().equals(ceiling))
        .findFirst()
        .map(one -> new Clearance(one, every ? null : named));
  }
}
