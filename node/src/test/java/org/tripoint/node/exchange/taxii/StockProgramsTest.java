package org.tripoint.node.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.taxii.client.RemoteCollection;
import org.tripoint.node.exchange.taxii.client.RemotePage.Cursor;
import org.tripoint.node.exchange.taxii.client.RemoteStatus;
import org.tripoint.node.exchange.taxii.client.TaxiiClient;
import org.tripoint.node.exchange.taxii.client.TaxiiConnection;
import org.tripoint.node.exchange.taxii.client.TaxiiFailure;

/// Programs that people have, with the habits that theirs have; and the node's own client as a
/// stranger to its own server.
class StockProgramsTest extends TaxiiNode {

  /// taxii2client's `as_pages`: follows `more`, sends back `next`, and changes `limit` to the size
  /// of the first page; of objects and of the manifest alike.
  @Test
  void servesOneThatChangesItsLimitAfterTheFirstPage() throws Exception {
    Program program = reader("enforcement");
    giveNotes(25);
    for (String list : List.of("objects/", "manifest/")) {
      String address = program.collection("enforcement") + list;
      Answer page = program.get(address + "?limit=10");
      List<String> seen = new ArrayList<>(page.ids());
      while (page.more()) {
        page = program.get(address + "?limit=" + (seen.size() - 1) + "&next=" + page.next());
        seen.addAll(page.ids());
      }
      assertThat(seen).as(list).hasSize(25).doesNotHaveDuplicates();
    }
  }

  /// OpenCTI's own ingestion: `next` beside an unchanged `added_after`; at the end the last date,
  /// cut to milliseconds; after an empty page the same place again.
  @Test
  void servesOneThatCutsDatesToMilliseconds() throws Exception {
    Program program = reader("enforcement");
    String objects = program.collection("enforcement") + "objects/";
    giveNotes(5);
    Answer page = program.get(objects + "?limit=3");
    String after = "";
    while (page.more()) {
      page = program.get(objects + "?limit=3&next=" + page.next() + after);
    }
    String last = page.header("X-TAXII-Date-Added-Last");
    after = "?added_after=" + last.substring(0, 23) + "Z";
    Answer again = program.get(objects + after);
    assertThat(again.ids()).as("what lies within the millisecond comes again").isNotEmpty();
    String exact = "?added_after=" + last;
    assertThat(program.get(objects + exact).ids()).isEmpty();
    assertThat(program.get(objects + exact).header("X-TAXII-Date-Added-Last")).isEmpty();
    give("enforcement", id("note", 100), version(1));
    assertThat(program.get(objects + exact).ids()).containsExactly(id("note", 100));
  }

  /// OpenCTI's taxii2 connector: finds the collection by its title; `next` without `added_after`.
  @Test
  void servesOneThatDropsItsDateWhenItFollowsATokenAndKnowsTitlesOnly() throws Exception {
    Program program = reader("enforcement");
    long tenth = giveNotes(20).get(9);
    String objects = program.collection(PARTNER + " enforcement") + "objects/";
    Answer page = program.get(objects + "?limit=4&added_after=" + Timestamps.write(tenth));
    List<String> seen = new ArrayList<>(page.ids());
    while (page.more()) {
      page = program.get(objects + "?limit=4&next=" + page.next());
      seen.addAll(page.ids());
    }
    assertThat(seen).hasSize(10).contains(id("note", 10)).doesNotContain(id("note", 9));
  }

  /// MISP's push: an envelope with Basic, nobody waits for the status.
  @Test
  void takesAPushWithoutAnybodyWaiting() throws Exception {
    Program program = writer();
    String inbox = program.collection("inbox of " + program.name());
    Answer answer =
        program.post(
            inbox + "objects/",
            "{\"objects\": [" + body(id("indicator", 1), version(1)) + "]}",
            "User-Agent",
            "");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(program.get(inbox + "objects/").ids()).containsExactly(id("indicator", 1));
  }

  @Test
  void readsItsOwnServerAsAStrangerDoes() throws Exception {
    Program program = program(bitOf("enforcement"), true);
    TaxiiClient client = client(program);
    URI root = client.discover(URI.create(base() + "/taxii2/")).apiRoots().getFirst();
    List<RemoteCollection> collections = client.listCollections(root);
    RemoteCollection enforcement = collections.getFirst();
    assertThat(enforcement.title()).isEqualTo(PARTNER + " enforcement");
    giveNotes(7);
    List<String> seen = new ArrayList<>();
    Cursor end = client.walk(enforcement, Cursor.START, 3, "", page -> seen.addAll(page.objects()));
    assertThat(seen).hasSize(7).first().isEqualTo(body(id("note", 0), version(0)));
    List<Integer> pages = new ArrayList<>();
    Cursor same = client.walk(enforcement, end, 3, "", page -> pages.add(page.objects().size()));
    assertThat(pages).as("nothing new: one request").containsExactly(0);
    assertThat(same).isEqualTo(end);
    give("enforcement", id("note", 50), version(1));
    client.walk(enforcement, same, 3, "", page -> pages.add(page.objects().size()));
    assertThat(pages).containsExactly(0, 1);
    RemoteCollection inbox = collections.getLast();
    assertThat(inbox.canWrite()).isTrue();
    RemoteStatus sent =
        client.send(inbox, "{\"objects\":[" + body(id("note", 1), version(1)) + "]}");
    assertThat(sent.complete()).isTrue();
    assertThat(client.readStatus(root, sent.id())).isEqualTo(sent);
    assertThatThrownBy(() -> client.send(enforcement, "{\"objects\":[{}]}"))
        .isInstanceOfSatisfying(TaxiiFailure.class, e -> assertThat(e.status()).isEqualTo(403));
  }

  @Test
  void doesNotFollowAServerElsewhereOrInACircle() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String collection = "3b7b0bd0-6e3c-4f3e-8d4a-0a9a1d0f6c11";
    answer(
        server, "/taxii2/", "{\"title\":\"t\",\"api_roots\":[\"https://elsewhere.example/r/\"]}");
    answer(server, "/moved/", "");
    answer(
        server,
        "/r/collections/",
        "{\"collections\":[{\"id\":\"" + collection + "\",\"title\":\"t\",\"can_read\":true}]}");
    answer(server, "/r/collections/" + collection + "/objects/", "{\"more\":true}");
    server.start();
    try {
      URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      TaxiiClient client = new TaxiiClient(new TaxiiConnection(http(), base, "Bearer secret"));
      assertThatThrownBy(() -> client.discover(base.resolve("/taxii2/")))
          .isInstanceOf(TaxiiFailure.class)
          .hasMessageContaining("same server");
      assertThatThrownBy(() -> client.discover(base.resolve("/moved/")))
          .isInstanceOf(TaxiiFailure.class);
      RemoteCollection circle = client.listCollections(base.resolve("/r/")).getFirst();
      assertThatThrownBy(() -> client.walk(circle, Cursor.START, 10, "", page -> {}))
          .isInstanceOf(TaxiiFailure.class)
          .hasMessageContaining("another place");
    } finally {
      server.stop(0);
    }
    assertThatThrownBy(
            () -> new TaxiiConnection(http(), URI.create("http://192.0.2.1/taxii2/"), "Basic x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void answer(HttpServer server, String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", TAXII);
          if (body.isEmpty()) {
            exchange.getResponseHeaders().set("Location", "/taxii2/");
          }
          exchange.sendResponseHeaders(body.isEmpty() ? 302 : 200, Math.max(1, bytes.length));
          exchange.getResponseBody().write(bytes.length == 0 ? new byte[1] : bytes);
          exchange.close();
        });
  }

  private TaxiiClient client(Program program) {
    return new TaxiiClient(
        new TaxiiConnection(http(), URI.create(base()), "Bearer " + program.secrets().token()));
  }

  private static HttpClient http() {
    return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  }

  private List<Long> giveNotes(int count) {
    List<Long> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(give("enforcement", id("note", i), version(i)));
    }
    return moments;
  }
}
