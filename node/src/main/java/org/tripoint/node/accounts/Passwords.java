package org.tripoint.node.accounts;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and compares passwords with Argon2id.
///
/// Source of the parameters: OWASP Password Storage Cheat Sheet, Argon2id with 19 MiB of memory,
/// two passes, one lane; salt of 16 bytes, hash of 32 (RFC 9106). Four at a time at most, so that a
/// flood of sign-ins takes 76 MiB, not all.
@Component
final class Passwords implements PasswordEncoder {
  /// Shortest password a person may choose; NIST SP 800-63B-4 asks for 15 where nothing else is
  /// asked for beside it.
  static final int SHORTEST = 15;

  static final int LONGEST = 200;

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final Semaphore atOnce = new Semaphore(4);

  @Override
  public String encode(@Nullable CharSequence password) {
    atOnce.acquireUninterruptibly();
    try {
      String encoded = argon2.encode(password);
      if (encoded == null) {
        throw new IllegalArgumentException("expected a password to hash");
      }
      return encoded;
    } finally {
      atOnce.release();
    }
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
    if (password == null || password.length() > LONGEST) {
      return false;
    }
    atOnce.acquireUninterruptibly();
    try {
      return argon2.matches(password, encoded);
    } finally {
      atOnce.release();
    }
  }

  /// A password to be used once: 20 letters and digits that are not mistaken for one another, 99
  /// bits.
  static String oneTime() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      if (i > 0 && i % 5 == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
