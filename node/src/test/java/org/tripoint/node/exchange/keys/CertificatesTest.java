package org.tripoint.node.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.node.exchange.keys.PinnedTrust.Pin;

/// When a partner's certificate is let in, and when not any more.
class CertificatesTest {

  private static final String EC = "EC";

  @TempDir private Path home;
  private Instant now = Instant.parse("2026-03-15T00:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private TestKeys mexico;

  @BeforeEach
  void make() {
    mexico = keys("mx", "MX");
  }

  private TestKeys keys(String name, String country) {
    return TestKeys.of(
        home.resolve(name), name, country, "https://" + name + ".example.org", clock);
  }

  private X509Certificate[] shown() {
    return mexico.certificate().shown().chain().toArray(X509Certificate[]::new);
  }

  /// As a node trusts that has taken the introduction of now.
  private PinnedTrust trust() {
    return trust("mx", mexico);
  }

  private PinnedTrust trust(String node, TestKeys keys) {
    Pin pin =
        new Pin(
            node,
            keys.certificate().authorities().stream().map(Certificates::read).toList(),
            Set.copyOf(keys.certificate().revoked()));
    return new PinnedTrust(() -> List.of(pin), clock);
  }

  private static void refuses(PinnedTrust trust, X509Certificate[] chain) {
    assertThat(trust.partnerOf(chain)).isEmpty();
    assertThatThrownBy(() -> trust.checkClientTrusted(chain, EC))
        .isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> trust.checkServerTrusted(chain, EC))
        .isInstanceOf(CertificateException.class);
  }

  private static void letsIn(PinnedTrust trust, X509Certificate[] chain) {
    assertThat(trust.partnerOf(chain)).contains("mx");
    assertThatCode(() -> trust.checkServerTrusted(chain, EC)).doesNotThrowAnyException();
  }

  @Test
  void refusesWhatAnotherAuthorityIssuedOrWhatNamesAnotherNode() {
    TestKeys other = keys("other", "MX");
    refuses(trust("mx", other), shown());
    refuses(trust("ca", mexico), shown());
    letsIn(trust(), shown());
  }

  @Test
  void refusesWhatIsOver() {
    X509Certificate[] chain = shown();
    now = now.plus(Duration.ofDays(29));
    letsIn(trust(), chain);
    now = now.plus(Duration.ofDays(2));
    refuses(trust(), chain);
    letsIn(trust(), shown());
  }

  @Test
  void refusesWhatHasNotBegun() {
    X509Certificate[] chain = shown();
    now = now.minus(Duration.ofDays(1));
    refuses(trust(), chain);
  }

  @Test
  void refusesAnotherUse() {
    List<X509Certificate> chain = mexico.certificate().shown().chain();
    assertThatThrownBy(() ->
            Certificates.check("mx", chain, chain.getLast(), Set.of(), "1.3.6.1.5.5.7.3.3", now))
        .as("signing programs")
        .isInstanceOf(CertificateException.class)
        .hasMessageContaining("for this use");
    refuses(trust(), new X509Certificate[] {chain.getLast()});
  }

  @Test
  void refusesWhatWasRevokedAlsoOfBeforeAStart() {
    X509Certificate[] before = shown();
    mexico = keys("mx", "MX");
    X509Certificate[] after = shown();
    assertThat(after[0]).isNotEqualTo(before[0]);
    mexico.certificate().revoke();
    refuses(trust(), before);
    refuses(trust(), after);
    letsIn(trust(), shown());
    mexico = keys("mx", "MX");
    refuses(trust(), after);
    letsIn(trust(), shown());
  }

  @Test
  void forgetsWhatWasRevokedOnceItIsOver() {
    shown();
    mexico.certificate().revoke();
    assertThat(mexico.certificate().revoked()).hasSize(1);
    now = now.plus(Duration.ofDays(31));
    assertThat(mexico.certificate().revoked()).isEmpty();
  }
}
