package org.tripoint.node.notices.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mail server of the agency, `tripoint.notices.mail.*`. Off when no host is named.
///
/// @param host its name
/// @param port where it listens
/// @param tls how the connection is kept from others
/// @param user by which the server knows this node; empty where it asks for none
/// @param passwordFile file whose first line is the password
/// @param from the address that letters come from
/// @param authority file with the certificates (PEM) of the authority that vouches for the server;
///   empty: those that Java trusts
/// @param limit how long one step may take
@ConfigurationProperties("tripoint.notices.mail")
public record MailSettings(
    @Nullable String host,
    @DefaultValue("587") int port,
    @DefaultValue("STARTTLS") Protection tls,
    @DefaultValue("") String user,
    @Nullable Path passwordFile,
    @DefaultValue("") String from,
    @Nullable Path authority,
    @DefaultValue("30s") Duration limit) {

  /// How a connection is kept from others.
  public enum Protection {
    /// Begun in the open and protected before anything is said; refused where the server cannot.
    STARTTLS,
    /// Protected from the first byte.
    IMPLICIT,
    /// Open: for a server on this machine alone.
    NONE
  }

  public MailSettings {
    if (host != null && !host.isBlank()) {
      if (!Letter.isAddress(from)) {
        throw new IllegalArgumentException(
            "expected tripoint.notices.mail.from to be one address, found " + from);
      }
      if (user.isEmpty() != (passwordFile == null)) {
        throw new IllegalArgumentException(
            "expected tripoint.notices.mail.user and password-file together or neither");
      }
      if (tls == Protection.NONE && !user.isEmpty()) {
        throw new IllegalArgumentException(
            "expected tripoint.notices.mail.tls other than none where there is a password");
      }
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("expected tripoint.notices.mail.limit above 0");
      }
    }
  }

  public boolean isOn() {
    return host != null && !host.isBlank();
  }

  String requireHost() {
    if (host == null || host.isBlank()) {
      throw new IllegalStateException("expected tripoint.notices.mail.host");
    }
    return host.strip();
  }

  /// The part of the sender's address behind the `@`.
  public String domain() {
    return from.substring(from.indexOf('@') + 1);
  }

  /// The password as it is in its file now, so that a new one needs no restart; empty where there
  /// is none.
  String password() {
    if (passwordFile == null) {
      return "";
    }
    try {
      return Files.readString(passwordFile).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException("expected tripoint.notices.mail.password-file", e);
    }
  }

  /// Says nothing of the password's file.
  @Override
  public String toString() {
    return "mail by " + host + ":" + port;
  }
}
