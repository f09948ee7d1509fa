package org.tripoint.node.accounts;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Part;

/// What an account may do, what it may read, and until when.
///
/// @param roles as given; see [Role#withLesser()]
/// @param reads parts of records beside the open one
/// @param lastDay on which it may be used, or null
/// @param clearance the markings that it may read
record Rights(Set<Role> roles, Set<Part> reads, @Nullable LocalDate lastDay, Clearance clearance) {
  Rights {
    roles = Set.copyOf(roles);
    Set<Part> parts = EnumSet.noneOf(Part.class);
    parts.addAll(reads);
    parts.remove(Part.OPEN);
    reads = Set.copyOf(parts);
  }

  /// A partner's officer has that role alone, reads only what liaison pages show, and has a day on
  /// which it ends that is not over.
  boolean isWhole(LocalDate today) {
    return !roles.contains(Role.LIAISON)
        || (roles.size() == 1 && reads.isEmpty() && lastDay != null && !lastDay.isBefore(today));
  }

  Rights with(Set<Role> others) {
    return new Rights(others, reads, lastDay, clearance);
  }

  Rights with(Clearance other) {
    return new Rights(roles, reads, lastDay, other);
  }
}
