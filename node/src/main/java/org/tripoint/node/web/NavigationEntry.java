package org.tripoint.node.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Predicate;

/// One entry of the navigation. A room or desk that has pages declares one as a Spring bean.
///
/// @param order place in the list, ascending
/// @param path such as `/seizures`
/// @param titleKey message key
/// @param roles role names that may see it; empty for everybody of the house, which a partner's
///   officer is not
public record NavigationEntry(int order, String path, String titleKey, Set<String> roles) {
  public NavigationEntry {
    roles = Set.copyOf(roles);
  }

  /// True for somebody who has these roles.
  public boolean isFor(Predicate<String> mayUse) {
    return roles.isEmpty() ? !mayUse.test("LIAISON") : roles.stream().anyMatch(mayUse);
  }

  /// Where somebody who has these roles begins.
  public static String first(Collection<NavigationEntry> entries, Predicate<String> mayUse) {
    return entries.stream()
        .filter(one -> one.isFor(mayUse))
        .min(Comparator.comparingInt(NavigationEntry::order))
        .map(NavigationEntry::path)
        .orElse("/me");
  }

  /// True when the address lies on this entry's path.
  public boolean isCurrent(String address) {
    String at = address.split("[?;#]", 2)[0];
    return at.equals(path) || (path.length() > 1 && at.startsWith(path + "/"));
  }
}
