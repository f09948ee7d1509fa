package org.tripoint.node;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class FailuresInLogTest {
  private static final String START = "org.springframework.boot.SpringApplication";

  private static final String HANDSHAKES = "org.apache.tomcat.util.net.NioEndpoint.handshake";

  private static String written(String logger, Throwable failure) {
    Logger named = new LoggerContext().getLogger(logger);
    return new FailuresInLog()
        .convert(new LoggingEvent("", named, Level.ERROR, "it failed", failure, null));
  }

  @Test
  void saysWhatAndWhereAndNotWhatItCouldNotRead() {
    SQLException refused = new SQLException("Key (name)=(Ana Secreta) exists", "23505");
    String text =
        written(
            "org.tripoint.node.any",
            new IllegalStateException("expected a day, found Ana Secreta", refused));
    assertThat(text)
        .startsWith("java.lang.IllegalStateException\n\tat org.tripoint.node.FailuresInLogTest")
        .contains("Caused by: java.sql.SQLException (SQL state 23505)\n", " more\n")
        .doesNotContain("Ana", "Secreta", "expected");
  }

  @Test
  void keepsTheWordsOfAFailedStartAndOfTls() {
    assertThat(written(START, new IllegalArgumentException("expected a port\nfound x")))
        .startsWith("java.lang.IllegalArgumentException: expected a port?found x\n");
    String tooOld = "(protocol_version) too old\r\n" + "x".repeat(999);
    assertThat(written(HANDSHAKES, new SSLHandshakeException(tooOld)))
        .startsWith("javax.net.ssl.SSLHandshakeException: (protocol_version) too old??xxx")
        .hasSizeLessThan(300)
        .hasLineCount(1);
    assertThat(written(HANDSHAKES, new java.io.IOException("GET /Ana")))
        .isEqualTo("java.io.IOException\n");
  }

  @Test
  void saysThatADiskIsFull() {
    assertThat(written("any", new java.io.IOException("/data/Ana.csv: No space left on device")))
        .startsWith("java.io.IOException (No space left on device)\n")
        .doesNotContain("Ana");
  }

  @Test
  void endsWhereCausesGoInACircle() {
    Exception one = new Exception("one");
    Exception other = new Exception("other", one);
    one.initCause(other);
    assertThat(written("any", one)).doesNotContain("other");
  }

  @Test
  void saysNothingOfNoFailure() {
    Logger named = new LoggerContext().getLogger("any");
    assertThat(
            new FailuresInLog().convert(new LoggingEvent("", named, Level.INFO, "x", null, null)))
        .isEmpty();
  }
}
