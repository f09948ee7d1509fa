package org.tripoint.node.exchange.keys;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeyFile;

/// The node's own certificate authority, which partners pin, and the certificate under it that the
/// node shows on every connection, as a server and as a client.
///
/// The latter lives thirty days and is made anew, with a new key, when a third of that is over: it
/// is never on disk, and a stolen one is soon worth nothing. Partners notice nothing, since they
/// pin the authority.
@Component
public class NodeCertificate {

  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3_653);
  private static final Duration LIFE = Duration.ofDays(30);
  private static final Duration RENEW_AFTER = Duration.ofDays(10);

  /// Clocks of two nodes are never quite alike.
  private static final Duration EARLIER = Duration.ofHours(1);

  private final String node;
  private final String host;
  private final Clock clock;
  private final PrivateKey authorityKey;
  private final X509Certificate authority;
  private @Nullable Shown shown;

  /// What is shown on a connection.
  ///
  /// @param chain the certificate, then its authority's
  record Shown(PrivateKey key, List<X509Certificate> chain, Instant made) {
    Shown {
      chain = List.copyOf(chain);
    }
  }

  NodeCertificate(@Value("${tripoint.home}") Path home, OwnName own, Clock clock) {
    this.node = own.name();
    this.host = URI.create(own.endpoint()).getHost();
    this.clock = clock;
    List<String> lines =
        new KeyFile(home, "exchange-authority").readOrMake(this::makeAuthority).lines().toList();
    if (lines.size() != 2) {
      throw new IllegalStateException("expected a key and a certificate in exchange-authority");
    }
    try {
      this.authorityKey =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected an EC key in exchange-authority", e);
    }
    this.authority = Certificates.read(lines.get(1));
  }

  /// The authority's certificate, as partners are told it.
  public String authority() {
    return Certificates.write(authority);
  }

  synchronized Shown shown() {
    Instant now = clock.instant();
    Shown current = shown;
    if (current == null || now.isAfter(current.made().plus(RENEW_AFTER))) {
      current = make(now);
      shown = current;
    }
    return current;
  }

  private String makeAuthority() {
    try {
      KeyPair pair = newPair();
      Instant now = clock.instant();
      X500Name name = new X500Name("CN=Tripoint node " + node);
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  name,
                  newSerial(),
                  Date.from(now.minus(EARLIER)),
                  Date.from(now.plus(AUTHORITY_LIFE)),
                  name,
                  pair.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
          + "\n"
          + Certificates.write(signed(builder, pair.getPrivate()));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("expected to make a certificate authority", e);
    }
  }

  private Shown make(Instant now) {
    try {
      KeyPair pair = newPair();
      List<GeneralName> names = new ArrayList<>();
      names.add(new GeneralName(GeneralName.uniformResourceIdentifier, Certificates.nameOf(node)));
      boolean isAddress = host.matches("[0-9.]+") || host.contains(":");
      names.add(
          new GeneralName(
              isAddress ? GeneralName.iPAddress : GeneralName.dNSName,
              host.replaceAll("[\\[\\]]", "")));
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
                  authority,
                  newSerial(),
                  Date.from(now.minus(EARLIER)),
                  Date.from(now.plus(LIFE)),
                  new X500Name("CN=" + node),
                  pair.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(
                      new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                      }))
              .addExtension(
                  Extension.subjectAlternativeName,
                  false,
                  new GeneralNames(names.toArray(GeneralName[]::new)));
      X509Certificate made = signed(builder, authorityKey);
      return new Shown(pair.getPrivate(), List.of(made, authority), now);
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("expected to make a certificate", e);
    }
  }

  private static KeyPair newPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static BigInteger newSerial() {
    return new BigInteger(127, new SecureRandom()).add(BigInteger.ONE);
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws OperatorCreationException, GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }
}
