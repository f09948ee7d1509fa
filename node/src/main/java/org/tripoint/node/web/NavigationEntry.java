package org.tripoint.node.web;

import java.util.Set;

/// One entry of the navigation. A room or desk that has pages declares one as a Spring bean.
///
/// @param order place in the list, ascending
/// @param path such as `/seizures`
/// @param titleKey message key
/// @param roles role names that may see it; empty for every role
public record NavigationEntry(int order, String path, String titleKey, Set<String> roles) {
  public NavigationEntry {
    roles = Set.copyOf(roles);
  }

  /// True when the address lies on this entry's path.
  public boolean isCurrent(String address) {
    String at = address.split("[?;#]", 2)[0];
    return at.equals(path) || (path.length() > 1 && at.startsWith(path + "/"));
  }
}
