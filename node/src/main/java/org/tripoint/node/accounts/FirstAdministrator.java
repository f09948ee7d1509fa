package org.tripoint.node.accounts;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.Part;

/// Opens a new node to its first person: account `admin` with a password to be used once, in
/// `first-login.txt`. The file goes when that password is changed; when it is lost before, the next
/// start writes another.
@Component
@ConditionalOnWebApplication
class FirstAdministrator implements SmartInitializingSingleton {
  static final String NAME = "admin";
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final AccountStore accounts;
  private final Passwords passwords;
  private final HomeFiles files;

  FirstAdministrator(AccountStore accounts, Passwords passwords, HomeFiles files) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.files = files;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<Account> all = accounts.list();
    boolean untouched =
        all.size() == 1
            && all.getFirst().name().equals(NAME)
            && all.getFirst().mustChange()
            && all.getFirst().signedInAt() == null;
    if (!all.isEmpty() && !(untouched && !files.hasFirstLogin())) {
      return;
    }
    String password = Passwords.oneTime();
    String hash = passwords.encode(password);
    if (all.isEmpty()) {
      accounts.create(
          NAME,
          "Administrator",
          hash,
          new Rights(
              Set.of(Role.ADMINISTRATOR), Set.of(Part.NOMINAL, Part.HEALTH), null, Clearance.WHOLE),
          "system");
    } else {
      accounts.setPassword(NAME, hash, true);
    }
    files.write(files.firstLogin(), "user: " + NAME + "\npassword: " + password + "\n");
    LOG.info("The first login lies in {}", files.firstLogin());
  }
}
