package org.tripoint.node.accounts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Makes the account of a partner's officer, for the desk that posts them.
@Service
public class OpenLiaisonAccount {

  private static final int LONGEST_FULL_NAME = 200;

  private final AccountStore accounts;
  private final Passwords passwords;

  OpenLiaisonAccount(AccountStore accounts, Passwords passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /// Makes the account, with a password to be used once. What it may see is what its partner would
  /// be given, whatever the label; an administrator may narrow that.
  ///
  /// @param lastDay on which it may be used
  /// @return the one-time password; empty when there can be no account of that name
  public Optional<String> open(String name, String fullName, LocalDate lastDay, String by) {
    String full = fullName.strip();
    if (!AccountName.isValid(name) || full.isEmpty() || full.length() > LONGEST_FULL_NAME) {
      return Optional.empty();
    }
    String password = Passwords.oneTime();
    boolean made =
        accounts.create(
            name,
            full,
            passwords.encode(password),
            new Rights(Set.of(Role.LIAISON), Set.of(), lastDay, Clearance.WHOLE),
            by);
    return made ? Optional.of(password) : Optional.empty();
  }
}
