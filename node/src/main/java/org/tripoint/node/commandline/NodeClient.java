package org.tripoint.node.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running node's REST interface, as the local account.
final class NodeClient {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String address;
  private final String token;
  private final String language;

  NodeClient(String address, String token, Locale locale) {
    this.address = address;
    this.token = token;
    this.language = locale.toLanguageTag();
  }

  /// The node said no.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }
  }

  String address() {
    return address;
  }

  /// Uploads a file as it is; answers the import's id.
  String upload(Path file, Map<String, String> parameters)
      throws IOException, InterruptedException, Refused {
    return hand("/api/imports", parameters, "application/octet-stream", file).path("id").asString();
  }

  /// Hands a file as it is to an address of the node; answers what the node says.
  JsonNode hand(String path, Map<String, String> parameters, String mediaType, Path file)
      throws IOException, InterruptedException, Refused {
    String query =
        parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        request(query.isEmpty() ? path : path + "?" + query)
            .header("Content-Type", mediaType)
            .timeout(Duration.ofHours(4))
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    return send(request);
  }

  /// What the node says at an address.
  JsonNode get(String path) throws IOException, InterruptedException, Refused {
    return send(request(path).timeout(Duration.ofMinutes(2)).GET().build());
  }

  /// Where an import stands.
  JsonNode progress(String id) throws IOException, InterruptedException, Refused {
    return get("/api/imports/" + id);
  }

  /// What a package holds.
  record Packed(long batches, long receipts) {}

  /// Has a package made for a partner and writes it into a file, which is there whole or not at
  /// all.
  ///
  /// @param after the place after which everything goes in; null for what is not confirmed
  Packed pack(String partner, @Nullable String after, Path file)
      throws IOException, InterruptedException, Refused {
    String query = after == null ? "" : "?after=" + encode(after);
    HttpRequest request =
        request("/api/exchange/packages/" + encode(partner) + "/export" + query)
            .timeout(Duration.ofHours(4))
            .GET()
            .build();
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new Refused(
            reason(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8)));
      }
      Path scratch = file.resolveSibling(file.getFileName() + ".part");
      try {
        Files.copy(body, scratch, StandardCopyOption.REPLACE_EXISTING);
        Files.move(scratch, file);
      } finally {
        Files.deleteIfExists(scratch);
      }
    }
    return new Packed(count(response, "Tripoint-Batches"), count(response, "Tripoint-Receipts"));
  }

  private static long count(HttpResponse<?> response, String header) {
    return response.headers().firstValueAsLong(header).orElse(0);
  }

  /// Hands over a package; answers what became of it, in words.
  String unpack(Path file) throws IOException, InterruptedException, Refused {
    HttpRequest request =
        request("/api/exchange/packages")
            .header("Content-Type", "application/octet-stream")
            .timeout(Duration.ofHours(4))
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    return send(request).path("message").asString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// `UP` when the node can answer.
  String health() throws IOException, InterruptedException {
    HttpRequest request = request("/actuator/health").timeout(Duration.ofSeconds(20)).GET().build();
    return parse(text(request)).path("status").asString("?");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + token)
        .header("Accept-Language", language)
        .header("Accept", "application/json, application/problem+json");
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException, Refused {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 == 2) {
      return parse(response.body());
    }
    throw new Refused(reason(response.statusCode(), response.body()));
  }

  private String text(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /// What an RFC 9457 problem says, or the status alone.
  private static String reason(int code, String body) {
    String status = "HTTP " + code;
    try {
      JsonNode problem = JSON.readTree(body);
      String said = problem.path("detail").asString(problem.path("title").asString(""));
      return said.isBlank() ? status : said + " (" + status + ")";
    } catch (JacksonException e) {
      return status;
    }
  }

  private static JsonNode parse(String body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new IOException("expected JSON from the node", e);
    }
  }
}
