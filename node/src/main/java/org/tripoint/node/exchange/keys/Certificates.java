package org.tripoint.node.exchange.keys;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;

/// Certificates as text, and the check of one against the authority that a partner was pinned to.
public final class Certificates {

  private static final String URN = "urn:tripoint:node:";
  private static final Integer URI_NAME = 6;

  private Certificates() {}

  static String nameOf(String node) {
    return URN + node;
  }

  /// The certificate as text, which [#read] reads.
  public static String write(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("expected a certificate that can be written", e);
    }
  }

  /// The certificate that the text holds.
  ///
  /// @throws IllegalArgumentException when the text is no certificate
  public static X509Certificate read(String text) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(text)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("expected a certificate", e);
    }
  }

  /// The certificates that a text in PEM holds, in their order.
  ///
  /// @throws IllegalArgumentException when one of them is no certificate
  public static List<X509Certificate> readPem(String text) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new IllegalArgumentException("expected certificates in PEM", e);
    }
  }

  /// Whether the authority issued the certificate, in force or not.
  static void checkIssued(List<X509Certificate> chain, X509Certificate authority)
      throws CertificateException {
    try {
      chain.getFirst().verify(authority.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new CertificateException("expected a certificate of the pinned authority", e);
    }
  }

  /// Whether the node may show this certificate at that moment: issued by the authority, for this
  /// node, in its time, for this use, not revoked.
  ///
  /// @param usage object identifier of the extended key usage that is asked for
  /// @param revoked serial numbers, hexadecimal
  static void check(
      String node,
      List<X509Certificate> chain,
      X509Certificate authority,
      Set<String> revoked,
      String usage,
      Instant now)
      throws CertificateException {
    X509Certificate shown = chain.getFirst();
    try {
      CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(shown));
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
      // Revocation is the list that the partner itself signs, looked at below.
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
      authority.checkValidity(Date.from(now));
    } catch (GeneralSecurityException e) {
      throw new CertificateException("expected a certificate in force, of the pinned authority", e);
    }
    if (revoked.contains(shown.getSerialNumber().toString(16))) {
      throw new CertificateException("expected a certificate that is not revoked");
    }
    List<String> usages = shown.getExtendedKeyUsage();
    if (usages == null || !usages.contains(usage)) {
      throw new CertificateException("expected a certificate for this use");
    }
    if (!isFor(node, shown)) {
      throw new CertificateException("expected a certificate of the node '" + node + "'");
    }
  }

  private static boolean isFor(String node, X509Certificate shown) throws CertificateException {
    Collection<List<?>> names = shown.getSubjectAlternativeNames();
    return names != null
        && names.stream()
            .anyMatch(
                name -> URI_NAME.equals(name.getFirst()) && nameOf(node).equals(name.getLast()));
  }
}
