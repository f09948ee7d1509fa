package org.tripoint.node.exchange.journal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.keys.SilenceLimit;

/// A partner's node over HTTPS, both sides with their certificates. Follows no redirect.
record HttpPeer(HttpClient client, URI endpoint) implements Peer {

  private static final Duration ANSWER = Duration.ofSeconds(30);

  @Override
  public int fetch(Head after, Duration wait, JournalText.Taking taking)
      throws IOException, FeedStopped {
    String hash = after.hash().isEmpty() ? "-" : after.hash();
    URI address =
        endpoint.resolve(
            "/journal/batches?after=%d/%d/%s&wait=%d"
                .formatted(after.epoch(), after.number(), hash, wait.toSeconds()));
    HttpResponse<InputStream> response =
        send(HttpRequest.newBuilder(address).timeout(wait.plus(ANSWER)).build());
    try (InputStream body = SilenceLimit.over(response.body(), ANSWER)) {
      return switch (response.statusCode()) {
        case 200 -> {
          JournalText.readPlaces(response.headers().firstValue(JournalText.UNCONFIRMED).orElse(""))
              .forEach(taking::unconfirmed);
          yield JournalText.read(body, taking);
        }
        case 409 -> throw new PlaceUnknown();
        case 423 -> throw new IOException("the partner gives nothing until its people have looked");
        default -> throw new IOException("expected 200, found " + response.statusCode());
      };
    }
  }

  @Override
  public void tellHeads(String signed) throws IOException {
    int status = post("/journal/heads", signed);
    if (status != 204) {
      throw new IOException("expected 204 for heads, found " + status);
    }
  }

  @Override
  public int fetchReturned(Head after, JournalText.Taking taking) throws IOException, FeedStopped {
    URI address =
        endpoint.resolve(
            "/journal/returned?after=%d/%d/-".formatted(after.epoch(), after.number()));
    HttpResponse<InputStream> response =
        send(HttpRequest.newBuilder(address).timeout(ANSWER).build());
    try (InputStream body = SilenceLimit.over(response.body(), ANSWER)) {
      if (response.statusCode() != 200) {
        throw new IOException("expected 200, found " + response.statusCode());
      }
      return JournalText.read(body, taking);
    }
  }

  private int post(String path, String signed) throws IOException {
    HttpResponse<InputStream> response =
        send(
            HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(ANSWER)
                .POST(BodyPublishers.ofString(signed))
                .build());
    response.body().close();
    return response.statusCode();
  }

  @Override
  public void acknowledge(String signed) throws IOException {
    int status = post("/journal/receipts", signed);
    if (status == 422) {
      throw new ReceiptRefused();
    }
    if (status != 204) {
      throw new IOException("expected 204 for a receipt, found " + status);
    }
  }

  @Override
  public void introduce(String signed) throws IOException {
    HttpResponse<InputStream> response =
        send(
            HttpRequest.newBuilder(endpoint.resolve("/journal/introduction"))
                .timeout(ANSWER)
                .POST(BodyPublishers.ofString(signed))
                .build());
    response.body().close();
    if (response.statusCode() != 204) {
      throw new IOException("expected 204 for an introduction, found " + response.statusCode());
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// The partner's journal never had the place that this node read up to: one of the two was
  /// restored from a backup.
  static final class PlaceUnknown extends IOException {
    private static final long serialVersionUID = 1L;

    PlaceUnknown() {
      super("expected the partner's journal to have the place that was read before");
    }
  }
}
