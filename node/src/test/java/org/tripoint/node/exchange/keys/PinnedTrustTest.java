package org.tripoint.node.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tripoint.node.exchange.keys.PinnedTrust.Pin;

/// Whose certificate is refused, and what the log says of it.
class PinnedTrustTest {
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-03-15T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path home;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private TestKeys ca;

  @BeforeEach
  void listen() throws Exception {
    ca = keys("ca");
    log.start();
    ((Logger) LoggerFactory.getLogger(PinnedTrust.class)).addAppender(log);
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger(PinnedTrust.class)).detachAppender(log);
  }

  private TestKeys keys(String name) throws Exception {
    Path folder = java.nio.file.Files.createTempDirectory(home, name);
    return TestKeys.of(folder, name, "CA", "https://ca.example.org", TODAY);
  }

  private static X509Certificate[] shown(TestKeys keys) {
    return keys.certificate().shown().chain().toArray(X509Certificate[]::new);
  }

  private static X509Certificate authority(TestKeys keys) {
    return Certificates.read(keys.certificate().authorities().getFirst());
  }

  private void refuses(PinnedTrust trust, X509Certificate[] chain, String why) {
    log.list.clear();
    assertThatThrownBy(() -> trust.checkClientTrusted(chain, "EC"))
        .isInstanceOf(CertificateException.class);
    assertThat(log.list).hasSize(1);
    assertThat(log.list.getFirst().getFormattedMessage())
        .startsWith("Refused the certificate ")
        .endsWith(why);
  }

  @Test
  void refusesAStrangersAndSaysSo() throws Exception {
    PinnedTrust trust = trust(new Pin("ca", List.of(authority(ca)), Set.of()), TODAY);
    refuses(trust, shown(keys("ca")), ": expected a certificate of a partner's authority");
    refuses(
        new PinnedTrust(List::of, TODAY),
        shown(ca),
        ": expected a certificate of a partner's authority");
    assertThatCode(() -> trust.checkClientTrusted(shown(ca), "EC")).doesNotThrowAnyException();
  }

  @Test
  void refusesWhatIsOutOfItsTimeAndSaysWhose() {
    Pin pin = new Pin("ca", List.of(authority(ca)), Set.of());
    X509Certificate[] chain = shown(ca);
    for (Duration off : List.of(Duration.ofDays(-400), Duration.ofDays(4000))) {
      refuses(
          trust(pin, Clock.offset(TODAY, off)),
          chain,
          ": of ca: expected a certificate in force, of the pinned authority");
    }
  }

  @Test
  void refusesWhatIsRevokedOrAnothersAndSaysSo() {
    X509Certificate[] chain = shown(ca);
    Set<String> revoked = Set.of(chain[0].getSerialNumber().toString(16));
    refuses(
        trust(new Pin("ca", List.of(authority(ca)), revoked), TODAY),
        chain,
        ": of ca: expected a certificate that is not revoked");
    refuses(
        trust(new Pin("mx", List.of(authority(ca)), Set.of()), TODAY),
        chain,
        ": of mx: expected a certificate of the node 'mx'");
    assertThat(log.list.getFirst().getFormattedMessage())
        .doesNotContain(chain[0].getSerialNumber().toString(16), "CN=");
  }

  /// Whom this node calls tells the one who called.
  @Test
  void refusesAServerWithoutALine() throws Exception {
    PinnedTrust trust = trust(new Pin("ca", List.of(authority(ca)), Set.of()), TODAY);
    X509Certificate[] stranger = shown(keys("ca"));
    assertThatThrownBy(() -> trust.checkServerTrusted(stranger, "EC"))
        .isInstanceOf(CertificateException.class);
    assertThat(log.list).isEmpty();
  }

  private static PinnedTrust trust(Pin pin, Clock clock) {
    return new PinnedTrust(() -> List.of(pin), clock);
  }
}
