package org.tripoint.node.exchange.taxii.client;

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
import java.time.Duration;
import java.util.Objects;
import org.tripoint.node.exchange.keys.SilenceLimit;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests to one server: over TLS (on this machine also without), to that server alone, with
/// answers of the right type and of a bounded size. Redirects are not followed.
public final class TaxiiConnection {
  private static final String TAXII = "application/taxii+json;version=2.1";
  private static final int MOST_BYTES = 64 << 20;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private final HttpClient http;
  private final URI server;
  private final String authorization;

  /// @param http follows no redirects
  /// @param server any address of the server
  /// @param authorization value of the header, such as `Bearer …`; empty for a certificate's sake
  public TaxiiConnection(HttpClient http, URI server, String authorization) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("expected a client that follows no redirects");
    }
    if (!"https".equals(server.getScheme()) && !isThisMachine(server)) {
      throw new IllegalArgumentException("expected an https address");
    }
    this.http = http;
    this.server = server;
    this.authorization = authorization;
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
      throw new TaxiiFailure(200, "expected an address of the same server");
    }
    return address;
  }

  private HttpRequest.Builder request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(onThisServer(address)).timeout(LONGEST).header("Accept", TAXII);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return request;
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = SilenceLimit.over(response.body(), SILENCE)) {
        return read(response, body);
      }
    } catch (IOException e) {
      throw new TaxiiFailure("expected an answer of the server", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TaxiiFailure("expected to wait for the answer", e);
    }
  }

  private static Reply read(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    int status = response.statusCode();
    if (status != 200 && status != 202) {
      throw new TaxiiFailure(status, "expected 200 or 202, found " + status);
    }
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/taxii+json")) {
      throw new TaxiiFailure(status, "expected the media type of TAXII");
    }
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new TaxiiFailure(status, "expected at most " + MOST_BYTES + " bytes");
    }
    try {
      return new Reply(response.headers(), JSON.readTree(bytes));
    } catch (JacksonException e) {
      throw new TaxiiFailure("expected JSON", e);
    }
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
