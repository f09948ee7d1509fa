package org.tripoint.node.exchange.taxii.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tripoint.node.exchange.taxii.client.RemotePage.Cursor;
import org.tripoint.node.exchange.taxii.client.TaxiiConnection.Reply;
import org.tripoint.node.exchange.taxii.client.TaxiiFailure.Reason;
import tools.jackson.databind.JsonNode;

/// Speaks TAXII 2.1 with one server.
public final class TaxiiClient {

  /// Pages of one walk; a server that has more is walked again from there.
  static final int MOST_PAGES = 100_000;

  private static final String LAST = "X-TAXII-Date-Added-Last";
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final TaxiiConnection connection;

  public TaxiiClient(TaxiiConnection connection) {
    this.connection = connection;
  }

  /// What the server says of itself.
  ///
  /// @throws TaxiiFailure when it does not answer as the protocol says; so do all methods
  public TaxiiServer discover(URI address) {
    JsonNode discovery = connection.get(address).json();
    List<URI> roots = new ArrayList<>();
    for (JsonNode root : discovery.path("api_roots")) {
      roots.add(connection.onThisServer(address.resolve(slash(root.asString()))));
    }
    return new TaxiiServer(text(discovery, "title"), roots);
  }

  public List<RemoteCollection> listCollections(URI root) {
    List<RemoteCollection> collections = new ArrayList<>();
    URI list = root.resolve("collections/");
    for (JsonNode one : connection.get(list).json().path("collections")) {
      String id = text(one, "id");
      if (!id.matches("[0-9a-fA-F-]{36}")) {
        throw TaxiiFailure.notTaxii("expected the id of a collection to be a UUID");
      }
      collections.add(
          new RemoteCollection(
              id,
              text(one, "title"),
              one.path("can_read").asBoolean(false),
              one.path("can_write").asBoolean(false),
              list.resolve(id + "/")));
    }
    return collections;
  }

  /// The next page of objects.
  ///
  /// @param filter further parameters of the query, encoded, the same for every page of a walk;
  ///   empty for none
  public RemotePage readPage(RemoteCollection collection, Cursor from, int limit, String filter) {
    StringBuilder query = new StringBuilder("?limit=").append(limit);
    parameter(query, "added_after", from.addedAfter());
    parameter(query, "next", from.next());
    if (!filter.isEmpty()) {
      query.append('&').append(filter);
    }
    Reply reply = connection.get(collection.address().resolve("objects/" + query));
    JsonNode envelope = reply.json();
    List<String> objects = new ArrayList<>();
    envelope.path("objects").forEach(one -> objects.add(one.toString()));
    if (objects.size() > limit) {
      throw new TaxiiFailure(
          Reason.TOO_LARGE, 200, "expected at most as many objects as were asked for");
    }
    boolean more = envelope.path("more").asBoolean(false);
    return new RemotePage(objects, cursor(from, reply.headers(), envelope, more), more);
  }

  /// Where the next page starts: the server's token while there is more, beside the same date,
  /// since some servers refuse another one; else after the last date that was seen.
  private static Cursor cursor(Cursor from, HttpHeaders headers, JsonNode envelope, boolean more) {
    String latest = headers.firstValue(LAST).orElse(from.latest());
    String next = envelope.path("next").asString("");
    if (CONTROL.matcher(next).find() || CONTROL.matcher(latest).find()) {
      throw TaxiiFailure.notTaxii("expected no control characters in the place of the next page");
    }
    return more && !next.isEmpty()
        ? new Cursor(from.addedAfter(), next, latest)
        : new Cursor(latest, "", latest);
  }

  /// Reads page after page until there is no more.
  ///
  /// @return where a later walk starts
  public Cursor walk(
      RemoteCollection collection,
      Cursor from,
      int limit,
      String filter,
      Consumer<RemotePage> pages) {
    Cursor at = from;
    for (int i = 0; i < MOST_PAGES; i++) {
      RemotePage page = readPage(collection, at, limit, filter);
      pages.accept(page);
      if (!page.more()) {
        return page.cursor();
      }
      if (page.cursor().equals(at)) {
        throw TaxiiFailure.circle();
      }
      at = page.cursor();
    }
    return at;
  }

  /// Sends an envelope.
  public RemoteStatus send(RemoteCollection collection, String envelope) {
    URI address = collection.address().resolve("objects/");
    return status(connection.post(address, BodyPublishers.ofString(envelope)).json());
  }

  public RemoteStatus readStatus(URI root, String id) {
    if (!id.matches("[0-9a-fA-F-]{36}")) {
      throw new IllegalArgumentException("expected the id of a status");
    }
    return status(connection.get(root.resolve("status/" + id + "/")).json());
  }

  private static RemoteStatus status(JsonNode status) {
    List<String> failures = new ArrayList<>();
    status.path("failures").forEach(one -> failures.add(one.path("id").asString("")));
    return new RemoteStatus(
        text(status, "id"),
        text(status, "status").equals("complete"),
        status.path("total_count").asInt(0),
        status.path("success_count").asInt(0),
        status.path("pending_count").asInt(0),
        failures);
  }

  private static String text(JsonNode resource, String name) {
    String text = resource.path(name).asString("");
    if (text.isEmpty()) {
      throw TaxiiFailure.notTaxii("expected '" + name + "' in the answer");
    }
    return text;
  }

  private static String slash(String address) {
    return address.endsWith("/") ? address : address + "/";
  }

  private static void parameter(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query.append('&').append(name).append('=');
      query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
