package org.tripoint.node.sharing;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.tripoint.vocabulary.Country;

/// Who would read it: agencies of one country.
///
/// @param country whose they are
/// @param agencies every agency that would read it, by short name; at least one
public record Recipient(Country country, Set<String> agencies) {
  public Recipient {
    agencies = Collections.unmodifiableSet(new TreeSet<>(agencies));
    if (agencies.isEmpty()) {
      throw new IllegalArgumentException("expected at least one agency of " + country);
    }
    if (agencies.stream().anyMatch(a -> a.isBlank() || a.length() > 60)) {
      throw new IllegalArgumentException("expected agency names of 1 to 60 characters");
    }
  }
}
