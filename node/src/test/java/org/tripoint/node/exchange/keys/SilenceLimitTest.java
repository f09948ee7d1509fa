package org.tripoint.node.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceLimitTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  /// Says that ten bytes follow, sends some of them, and goes on holding the line.
  private static ServerSocket answering(String beginning) throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          try (server;
              Socket caller = server.accept()) {
            caller
                .getOutputStream()
                .write(
                    ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n" + beginning)
                        .getBytes(StandardCharsets.US_ASCII));
            caller.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
          } catch (IOException e) {
            // The caller went away.
          }
        });
    return server;
  }

  private static InputStream ask(HttpClient client, ServerSocket server) throws Exception {
    URI address = URI.create("http://localhost:" + server.getLocalPort() + "/");
    return client
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
        .body();
  }

  @Test
  void aServerThatGoesSilentInTheMiddleIsNotWaitedForWithoutEnd() throws Exception {
    try (ServerSocket server = answering("four");
        HttpClient client = HttpClient.newHttpClient();
        InputStream answer = SilenceLimit.over(ask(client, server), SHORT)) {
      assertThat(answer.readNBytes(4)).asString(StandardCharsets.US_ASCII).isEqualTo("four");
      assertThatThrownBy(answer::read)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("expected the rest of the answer");
    }
  }

  @Test
  void whoTakesLongToReadIsNotSilent() throws Exception {
    try (ServerSocket server = answering("ten bytes.");
        HttpClient client = HttpClient.newHttpClient();
        InputStream answer = SilenceLimit.over(ask(client, server), SHORT)) {
      assertThat(answer.read()).isEqualTo('t');
      Thread.sleep(2 * SHORT.toMillis());
      assertThat(answer.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("en bytes.");
    }
  }
}
