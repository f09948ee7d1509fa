package org.tripoint.node.exchange.taxii.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import org.tripoint.node.exchange.keys.SilenceLimit;
import org.tripoint.node.exchange.taxii.client.TaxiiFailure.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Requests to one server: over TLS (on this machine also without), to that server alone, with
/// answers of the right type and of a bounded size. Redirects are not followed.
public final class TaxiiConnection {
  private static final String TAXII = "application/taxii+json;version=2.1";
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          // An object is kept as it was written, with every digit of its numbers.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final HttpClient http;
  private final URI server;
  private final String authorization;
  private final Limits limits;

  /// What an answer may take.
  ///
  /// @param whole until it has come to its end
  /// @param silence in which nothing of it comes
  /// @param bytes of it
  public record Limits(Duration whole, Duration silence, int bytes) {
    static final Limits USUAL = new Limits(Duration.ofMinutes(2), Duration.ofSeconds(30), 16 << 20);
  }

  /// @param http follows no redirects
  /// @param server any address of the server
  /// @param authorization value of the header, such as `Bearer …`; empty for a certificate's sake
  public TaxiiConnection(HttpClient http, URI server, String authorization) {
    this(http, server, authorization, Limits.USUAL);
  }

  /// The same with other limits.
  public TaxiiConnection(HttpClient http, URI server, String authorization, Limits limits) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("expected a client that follows no redirects");
    }
    if (!mayAsk(server)) {
      throw new IllegalArgumentException("expected an https address");
    }
    this.http = http;
    this.server = server;
    this.authorization = authorization;
    this.limits = limits;
  }

  /// Whether a server may be asked: over TLS, or on this machine.
  public static boolean mayAsk(URI server) {
    return "https".equals(server.getScheme()) || isThisMachine(server);
  }

  /// A whole answer.
  record Reply(HttpHeaders headers, JsonNode json) {}

  Reply get(URI address) {
    return send(request(address).GET());
  }

  Reply post(URI address, BodyPublisher body) {
    return send(request(address).header("Content-Type", TAXII).POST(body));
  }

  /// The address, when it is one of this server: secrets go nowhere else.
  URI onThisServer(URI address) {
    if (!Objects.equals(address.getScheme(), server.getScheme())
        || !Objects.equals(address.getAuthority(), server.getAuthority())) {
      throw TaxiiFailure.notTaxii("expected an address of the same server");
    }
    return address;
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(onThisServer(address))
            .timeout(limits.whole())
            .header("Accept", TAXII);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return request;
  }

  private Reply send(HttpRequest.Builder request) {
    long begun = System.nanoTime();
    try {
      HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = SilenceLimit.over(response.body(), limits.silence())) {
        return read(response, body, begun);
      }
    } catch (IOException e) {
      throw TaxiiFailure.unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TaxiiFailure.interrupted(e);
    }
  }

  private Reply read(HttpResponse<InputStream> response, InputStream body, long begun)
      throws IOException {
    int status = response.statusCode();
    if (status != 200 && status != 202) {
      throw TaxiiFailure.ofStatus(status);
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/taxii+json")) {
      throw TaxiiFailure.notTaxii("expected the media type of TAXII");
    }
    try {
      return new Reply(response.headers(), JSON.readTree(bytes(body, begun)));
    } catch (JacksonException e) {
      throw TaxiiFailure.notTaxii("expected JSON", e);
    }
  }

  /// All of an answer, which may neither be too large nor come drop by drop without end.
  private byte[] bytes(InputStream body, long begun) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[1 << 16];
    for (int count = body.read(some); count >= 0; count = body.read(some)) {
      all.write(some, 0, count);
      if (all.size() > limits.bytes()) {
        throw new TaxiiFailure(
            Reason.TOO_LARGE, 200, "expected at most " + limits.bytes() + " bytes");
      }
      if (System.nanoTime() - begun > limits.whole().toNanos()) {
        throw new HttpTimeoutException("expected the end of the answer");
      }
    }
    return all.toByteArray();
  }

  private static boolean isThisMachine(URI address) {
    try {
      return "http".equals(address.getScheme())
          && address.getHost() != null
          && InetAddress.getByName(address.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
