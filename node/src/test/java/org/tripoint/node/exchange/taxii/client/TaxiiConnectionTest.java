package org.tripoint.node.exchange.taxii.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.taxii.client.TaxiiConnection.Limits;
import org.tripoint.node.exchange.taxii.client.TaxiiFailure.Reason;

/// Servers that take their time, or are not there.
class TaxiiConnectionTest {

  private static final Limits SHORT =
      new Limits(Duration.ofMillis(600), Duration.ofMillis(300), 1_000);

  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  /// Beginning, pause between bytes, number of bytes.
  private void drip(Duration before, Duration between, int bytes) {
    server.createContext(
        "/",
        exchange -> {
          try {
            Thread.sleep(before);
            exchange.getResponseHeaders().set("Content-Type", "application/taxii+json");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < bytes; i++) {
              exchange.getResponseBody().write(' ');
              exchange.getResponseBody().flush();
              Thread.sleep(between);
            }
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            // The other side had enough.
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            exchange.close();
          }
        });
  }

  @Test
  void waitsForNoAnswerThatDoesNotBegin() {
    drip(Duration.ofSeconds(20), Duration.ZERO, 0);
    assertFails(Reason.TOO_SLOW);
  }

  @Test
  void waitsForNoAnswerThatFallsSilent() {
    drip(Duration.ZERO, Duration.ofSeconds(20), 2);
    assertFails(Reason.TOO_SLOW);
  }

  @Test
  void waitsForNoAnswerThatDripsWithoutEnd() {
    drip(Duration.ZERO, Duration.ofMillis(50), 400);
    assertFails(Reason.TOO_SLOW);
  }

  @Test
  void endsAnAnswerThatIsTooLarge() {
    drip(Duration.ZERO, Duration.ZERO, 2_000);
    assertFails(Reason.TOO_LARGE);
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertFails(Reason.NOT_REACHED, port);
  }

  private void assertFails(Reason reason) {
    assertFails(reason, server.getAddress().getPort());
  }

  private static void assertFails(Reason reason, int port) {
    URI address = URI.create("http://127.0.0.1:" + port + "/");
    HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    try {
      TaxiiConnection connection = new TaxiiConnection(http, address, "", SHORT);
      assertThatThrownBy(() -> connection.get(address))
          .isInstanceOfSatisfying(
              TaxiiFailure.class, e -> assertThat(e.reason()).isEqualTo(reason));
    } finally {
      http.shutdownNow();
    }
  }
}
