package org.tripoint.node.exchange.keys;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trusts a certificate when a partner's pinned authority issued it for that partner's node. There
/// is no other authority, and no list of them.
public final class PinnedTrust extends X509ExtendedTrustManager {

  private static final Logger LOG = LoggerFactory.getLogger(PinnedTrust.class);
  private static final String SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

  private final Supplier<List<Pin>> pins;
  private final Clock clock;

  /// Whom a partner's certificate has to come from.
  ///
  /// @param node the partner's short name
  /// @param authorities its authorities; more than one while it changes them
  /// @param revoked serial numbers that it has revoked, hexadecimal
  public record Pin(String node, List<X509Certificate> authorities, Set<String> revoked) {
    public Pin {
      authorities = List.copyOf(authorities);
      revoked = Set.copyOf(revoked);
    }
  }

  /// Trusts whom the pins name at that moment.
  ///
  /// @param pins asked at every connection: a partner that is gone is not trusted any more
  public PinnedTrust(Supplier<List<Pin>> pins, Clock clock) {
    this.pins = pins;
    this.clock = clock;
  }

  /// The partner whose certificate this is.
  public Optional<String> partnerOf(X509Certificate[] chain) {
    return find(chain, CLIENT);
  }

  private Optional<String> find(X509Certificate[] chain, String usage) {
    if (chain.length == 0) {
      return Optional.empty();
    }
    for (Pin pin : pins.get()) {
      for (X509Certificate authority : pin.authorities()) {
        try {
          Certificates.check(
              pin.node(), List.of(chain), authority, pin.revoked(), usage, clock.instant());
          return Optional.of(pin.node());
        } catch (CertificateException e) {
          // Not this one's; the next pin is asked.
        }
      }
    }
    return Optional.empty();
  }

  private void require(X509Certificate[] chain, String usage) throws CertificateException {
    if (find(chain, usage).isEmpty()) {
      throw new CertificateException("expected a certificate in force, of a partner's authority");
    }
  }

  /// Who calls is told to the log when refused; whom this node calls tells its caller.
  private void requireCaller(X509Certificate[] chain) throws CertificateException {
    try {
      require(chain, CLIENT);
    } catch (CertificateException e) {
      if (chain.length > 0) {
        LOG.warn("Refused the certificate {}: {}", nameOf(chain[0]), why(chain, CLIENT));
      }
      throw e;
    }
  }

  /// What speaks against it, from the one whose it seems to be. What it says of itself is not
  /// repeated.
  private String why(X509Certificate[] chain, String usage) {
    String why = "expected a certificate of a partner's authority";
    for (Pin pin : pins.get()) {
      for (X509Certificate authority : pin.authorities()) {
        try {
          Certificates.checkIssued(List.of(chain), authority);
          why = "of " + pin.node() + ": " + against(pin, chain, authority, usage);
        } catch (CertificateException e) {
          // Not this one's; the next pin is asked.
        }
      }
    }
    return why;
  }

  private String against(
      Pin pin, X509Certificate[] chain, X509Certificate authority, String usage) {
    try {
      Certificates.check(
          pin.node(), List.of(chain), authority, pin.revoked(), usage, clock.instant());
      return "in force by now";
    } catch (CertificateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /// The beginning of its SHA-256.
  private static String nameOf(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException e) {
      return "that cannot be read";
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    requireCaller(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    requireCaller(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    requireCaller(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    require(chain, SERVER);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    require(chain, SERVER);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    require(chain, SERVER);
  }

  /// None is named to a client: whom this node works with is nobody's business.
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
