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
import java.util.Optional;
import java.util.stream.Stream;
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
/// pin the authority. A new authority is named to every partner before the first certificate of it
/// is shown. What was shown until now can be revoked: the next introduction says so.
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
  private final KeyFile file;
  private final IssuedCertificates issued;
  private Authorities authorities;
  private @Nullable Shown shown;

  /// A certificate that issues others, with its key.
  private record Authority(PrivateKey key, X509Certificate certificate) {

    static Authority read(String key, String certificate) {
      try {
        return new Authority(
            KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))),
            Certificates.read(certificate));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("expected an EC key in exchange-authority", e);
      }
    }

    String write() {
      return Base64.getEncoder().encodeToString(key.getEncoded())
          + "\n"
          + Certificates.write(certificate);
    }
  }

  /// As the file has them: two lines for the one of today, and two for the next where one waits.
  private record Authorities(Authority today, Optional<Authority> next) {

    static Authorities read(String text) {
      List<String> lines = text.lines().toList();
      if (lines.size() != 2 && lines.size() != 4) {
        throw new IllegalStateException("expected keys and certificates in exchange-authority");
      }
      return new Authorities(
          Authority.read(lines.get(0), lines.get(1)),
          lines.size() == 2
              ? Optional.empty()
              : Optional.of(Authority.read(lines.get(2), lines.get(3))));
    }

    String write() {
      return today.write() + next.map(authority -> "\n" + authority.write()).orElse("");
    }
  }

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
    this.file = new KeyFile(home, "exchange-authority");
    this.issued = new IssuedCertificates(home);
    this.authorities = Authorities.read(file.readOrMake(() -> makeAuthority().write()));
  }

  /// The authorities' certificates, as partners are told them; the first issues today.
  public synchronized List<String> authorities() {
    return Stream.concat(Stream.of(authorities.today()), authorities.next().stream())
        .map(authority -> Certificates.write(authority.certificate()))
        .toList();
  }

  /// When the authority of today is no longer good.
  public synchronized Instant goodUntil() {
    return authorities.today().certificate().getNotAfter().toInstant();
  }

  /// True while a new authority waits for partners to know it.
  public synchronized boolean hasNext() {
    return authorities.next().isPresent();
  }

  /// Makes the next authority, unless one waits already.
  public synchronized void prepareNext() {
    if (!hasNext()) {
      keep(new Authorities(authorities.today(), Optional.of(makeAuthority())));
    }
  }

  /// From now on the next authority issues what is shown.
  public synchronized void promoteNext() {
    authorities
        .next()
        .ifPresent(next -> {
          keep(new Authorities(next, Optional.empty()));
          shown = null;
        });
  }

  /// No certificate that was shown until now is good any more; the next connection shows another.
  public synchronized void revoke() {
    issued.revokeAll(clock.instant());
    shown = null;
  }

  /// Serial numbers of certificates that were revoked before their time was over, hexadecimal.
  public synchronized List<String> revoked() {
    return issued.revoked(clock.instant());
  }

  /// When the certificate of now was made.
  public Instant shownSince() {
    return shown().made();
  }

  private void keep(Authorities changed) {
    file.write(changed.write());
    authorities = changed;
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

  private Authority makeAuthority() {
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
      return new Authority(pair.getPrivate(), signed(builder, pair.getPrivate()));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("expected to make a certificate authority", e);
    }
  }

  private Shown make(Instant now) {
    Authority authority = authorities.today();
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
                  authority.certificate(),
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
      X509Certificate made = signed(builder, authority.key());
      issued.add(made.getSerialNumber(), made.getNotAfter().toInstant(), now);
      return new Shown(pair.getPrivate(), List.of(made, authority.certificate()), now);
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
