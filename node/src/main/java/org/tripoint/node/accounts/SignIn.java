package org.tripoint.node.accounts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Checks a name and a password, unless too many were wrong just before. An unknown name takes as
/// long as a known one.
@Component
class SignIn implements AuthenticationProvider {
  private final DaoAuthenticationProvider passwords;
  private final SignInThrottle throttle;
  private final WriteAudit audit;

  SignIn(AccountStore accounts, Passwords encoder, SignInThrottle throttle, WriteAudit audit) {
    this.passwords =
        new DaoAuthenticationProvider(name -> {
          Account account =
              accounts
                  .find(name)
                  .orElseThrow(() -> new UsernameNotFoundException("no such account"));
          return SignedIn.of(account, accounts.findHash(name).orElse(""));
        });
    this.passwords.setPasswordEncoder(encoder);
    this.passwords.setPreAuthenticationChecks(_ -> {});
    this.passwords.setPostAuthenticationChecks(found -> {
      if (!found.isEnabled()) {
        throw new DisabledException("the account is disabled");
      }
    });
    this.throttle = throttle;
    this.audit = audit;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication asked) {
    String name = asked.getName().strip().toLowerCase(Locale.ROOT);
    String account = AccountName.isValid(name) ? name : "?";
    String address = address(asked);
    if (throttle.isClosed(account, address)) {
      audit.write(account, address, "sign-in", "", WriteAudit.Outcome.REFUSED, "throttled");
      throw new LockedException("too many failed sign-ins");
    }
    try {
      UsernamePasswordAuthenticationToken normal =
          UsernamePasswordAuthenticationToken.unauthenticated(name, asked.getCredentials());
      normal.setDetails(asked.getDetails());
      Authentication done = passwords.authenticate(normal);
      throttle.succeeded(account, address);
      return done;
    } catch (AuthenticationException e) {
      throttle.failed(account, address);
      audit.write(account, address, "sign-in", "", WriteAudit.Outcome.REFUSED, "");
      throw e;
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private static String address(Authentication asked) {
    return asked.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "";
  }
}
