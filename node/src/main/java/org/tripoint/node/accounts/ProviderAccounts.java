package org.tripoint.node.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accounts of people who sign in with a provider. An account belongs to what the provider calls a
/// person (issuer and subject), never to a name: a local account of the same name stays another
/// person's.
@Component
class ProviderAccounts {
  private static final int LONGEST_NAME = 30;

  private final AccountStore accounts;
  private final Passwords passwords;
  private final WriteAudit audit;

  ProviderAccounts(AccountStore accounts, Passwords passwords, WriteAudit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
  }

  /// Somebody whom a provider vouches for.
  ///
  /// @param subject what the provider calls them, for good
  /// @param preferredName what they would like to be called; not to be trusted
  record Person(String issuer, String subject, String preferredName, String fullName) {}

  /// What becomes of somebody who wants to enter.
  sealed interface Entry {
    record Enters(Account account) implements Entry {}

    /// The provider has them in no group that has a role here.
    record NoRole() implements Entry {}

    record Disabled() implements Entry {}
  }

  /// Lets somebody in with the roles that their groups have today, and with the clearance that the
  /// provider states, if it states any; the first time an account is made. Whoever has lost every
  /// role loses their sessions and tokens.
  @Transactional
  public Entry enter(
      Person person, Set<Role> roles, UnaryOperator<Clearance> stated, String address) {
    Optional<Account> known = accounts.findOfProvider(person.issuer(), person.subject());
    if (known.isPresent() && known.get().isShut()) {
      return new Entry.Disabled();
    }
    if (roles.isEmpty()) {
      known.ifPresent(account -> accounts.shutOut(account.name()));
      return new Entry.NoRole();
    }
    Account account = known.orElseGet(() -> make(person, roles, stated, address));
    Clearance clearance = stated.apply(account.clearance());
    if (!account.roles().equals(roles) || !account.clearance().equals(clearance)) {
      Rights rights = account.rights().with(roles).with(clearance);
      if (!accounts.changeRights(account.name(), rights, false)) {
        return new Entry.Enters(account);
      }
      audit.write(
          account.name(),
          address,
          "provider-roles",
          account.name(),
          WriteAudit.Outcome.DONE,
          roles + ", " + clearance.text());
    }
    return new Entry.Enters(get(person));
  }

  private Account make(
      Person person, Set<Role> roles, UnaryOperator<Clearance> stated, String address) {
    Clearance clearance = stated.apply(Clearance.WHOLE);
    Rights rights = new Rights(roles, Set.of(), null, clearance);
    String hash = passwords.encode(TokenStore.random());
    String name = freeName(person);
    accounts.createOfProvider(
        name, fullName(person, name), hash, rights, person.issuer(), person.subject());
    audit.write(name, address, "provider-account", name, WriteAudit.Outcome.DONE, person.issuer());
    audit.write(name, address, "clearance", name, WriteAudit.Outcome.DONE, clearance.text());
    return get(person);
  }

  private Account get(Person person) {
    return accounts
        .findOfProvider(person.issuer(), person.subject())
        .orElseThrow(() -> new IllegalStateException("expected the account that was just made"));
  }

  /// The name they would like, or one with a number behind it; one of their own when nothing of it
  /// can be kept.
  private String freeName(Person person) {
    String wish = person.preferredName().replaceFirst("@.*", "");
    String plain =
        Normalizer.normalize(wish, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]", "-")
            .replaceFirst("^[^a-z]+", "");
    String base = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    if (!AccountName.isValid(base)) {
      base = "p-" + digest(person).substring(0, 12);
    }
    for (int number = 1; number <= 99; number++) {
      String name = number == 1 ? base : base + "-" + number;
      if (accounts.find(name).isEmpty()) {
        return name;
      }
    }
    return "p-" + digest(person).substring(0, 30);
  }

  private static String fullName(Person person, String name) {
    String full = person.fullName().strip().replaceAll("\\p{Cntrl}", " ");
    if (full.isEmpty()) {
      return name;
    }
    return full.length() > 200 ? full.substring(0, 200) : full;
  }

  private static String digest(Person person) {
    try {
      byte[] text = (person.issuer() + "\n" + person.subject()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in the JDK", e);
    }
  }
}
