package org.tripoint.node.accounts;

import java.util.Set;
import java.util.regex.Pattern;

/// What an account may be called.
final class AccountName {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

  /// Actors that are no persons.
  private static final Set<String> RESERVED = Set.of("system", "local", "anonymous");

  private AccountName() {}

  static boolean isValid(String name) {
    return FORM.matcher(name).matches() && !RESERVED.contains(name);
  }
}
