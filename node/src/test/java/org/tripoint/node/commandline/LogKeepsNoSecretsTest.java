package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.node.exchange.keys.Certificates;
import org.tripoint.node.exchange.keys.PinnedTrust;
import org.tripoint.node.exchange.keys.PinnedTrust.Pin;
import org.tripoint.node.exchange.keys.TestKeys;
import org.tripoint.node.testing.Visitor;

/// A real node in a process of its own, with everything that it writes into its logs and its
/// database's: people, programs and strangers hand it names, serials and secrets where it can and
/// where it cannot take them.
class LogKeepsNoSecretsTest {
  private static final String NAME = "Zoraida Quetzalcanario";
  private static final String SERIAL = "QZCANARY4711";
  private static final String SECRET = "canary-secret-0815";
  private static final List<String> CANARIES =
      List.of("Zoraida", "Quetzalcanario", SERIAL, SECRET, encoded(SECRET), "4242.4242");

  @TempDir static Path directory;

  private static int exchangePort;
  private static RunningNode node;

  @BeforeAll
  static void start() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      exchangePort = free.getLocalPort();
    }
    node =
        RunningNode.start(
            directory,
            "--tripoint.node.country=CA",
            "--tripoint.exchange.port=" + exchangePort,
            "--tripoint.exchange.endpoint=https://127.0.0.1:" + exchangePort);
  }

  @AfterAll
  static void stop() throws Exception {
    node.stop();
  }

  @Test
  void noSecretAndNoPersonStandsInAnyLog() throws Exception {
    people();
    files();
    programs();
    strangers();
    String log = logs();
    for (String canary : CANARIES) {
      assertThat(log.lines().filter(line -> line.contains(canary)).toList()).as(canary).isEmpty();
    }
    assertThat(log)
        .as("and the log tells of what was refused")
        .contains("Refused with 401: GET /batches from 127.0.0.1", "TAXII GET refused with 401")
        .contains("Refused the certificate ", "Handshake failed for client connection");
  }

  /// An old TLS is answered by an alert, and the log says why.
  @Test
  void tlsThatIsTooOldIsRefusedAndLogged() throws Exception {
    for (int minor : List.of(1, 2)) {
      long before = handshakes();
      assertThat(answerToHello(minor)).as("TLS 1.%d", minor - 1).startsWith(0x15, 3);
      long end = System.nanoTime() + 30_000_000_000L;
      while (handshakes() == before) {
        assertThat(System.nanoTime()).as("a line in the log in time").isLessThan(end);
        Thread.sleep(100);
      }
    }
    assertThat(logs()).contains("javax.net.ssl.SSLHandshakeException: (protocol_version)");
  }

  private static long handshakes() throws Exception {
    return logs().lines().filter(line -> line.contains("Handshake failed")).count();
  }

  private void people() throws Exception {
    Visitor stranger = new Visitor(node.address());
    stranger.signIn(SECRET, SECRET);
    stranger.get("/login?error=" + SERIAL);
    Visitor admin = Visitor.administrator(node.address(), directory);
    admin.signIn("admin", SECRET);
    for (String page :
        List.of(
            "/search",
            "/seizures/events",
            "/signals",
            "/ledger",
            "/accounts/audit",
            "/laboratory")) {
      admin.get(page + "?q=" + encoded(NAME) + "&from=" + SERIAL + "&page=" + SERIAL);
    }
    admin.get("/ledger/records/" + SERIAL);
    admin.post("/me", "/me/password", Map.of("current", SECRET, "fresh", SECRET, "again", "other"));
    admin.post("/accounts", "/accounts", Map.of("name", NAME, "fullName", NAME, "roles", SERIAL));
    admin.post(
        "/accounts", "/accounts", Map.of("name", "\u0000" + NAME, "fullName", "\u0000" + NAME));
    admin.post(
        "/exchange",
        "/exchange/introduce",
        Map.of("introduction", NAME + "." + SECRET + "." + SERIAL, "fingerprint", SECRET));
    admin.post("/exchange", "/exchange/records/" + SERIAL + "/narrow", Map.of("reason", NAME));
    admin.send("POST", "/imports", "multipart/form-data; boundary=" + SERIAL, null);
  }

  private void files() throws Exception {
    String columns =
        "source_record_id,country,agency,event_date,place,place_scheme,setting,direction,item_no,"
            + "item_class,substance,form,quantity,unit,weight_basis,case_number,person_name\n";
    List<String> rows = new ArrayList<>();
    String good =
        "%s,CA,TEST,2026-03-01,CA-ON,ADMIN1,PORT_OF_ENTRY,INBOUND,1,DRUG,Fentanyl,POWDER,%s,kg,NET,%s,%s%n";
    rows.add(good.formatted(SERIAL, "4242.4242", SERIAL, NAME));
    rows.add(good.formatted(SERIAL + "2", NAME, SERIAL, NAME));
    rows.add(good.formatted(SERIAL + "3", "1", SERIAL, "\u0000" + NAME));
    rows.add(good.formatted(SERIAL + "4", "9".repeat(300) + SERIAL, SERIAL, NAME));
    rows.add(good.formatted(SERIAL + "5", "1", "\ud83d" + SERIAL, NAME + "x".repeat(2_000_000)));
    rows.add("\"" + NAME + "\n");
    deliver(SERIAL + ".csv", columns + String.join("", rows));
    deliver("mapping-" + SERIAL + ".json", "{\"kind\": \"" + NAME + "\", \"version\": \"" + SERIAL);
    deliver(SERIAL + ".xlsx", "PK\u0003\u0004" + NAME + SERIAL);
    deliver(SERIAL + ".zip", "PK\u0005\u0006" + NAME);
    deliver(SERIAL + ".msp", "Name: " + NAME + "\nNum Peaks: " + SERIAL + "\n");
    for (String body :
        List.of(
            "{\"source\": \"" + SERIAL + "\", \"records\": [{\"kind\": \"" + NAME + "\"}]}",
            "[\"" + NAME + "\"",
            "\u0000" + SECRET)) {
      local("/api/records", "application/json", body);
    }
    local("/api/exchange/packages", "application/octet-stream", NAME + SECRET);
  }

  /// Imports a file and waits until there is no more to be done about it.
  private void deliver(String name, String text) throws Exception {
    String answer =
        local(
            "/api/imports?fileName="
                + encoded(name)
                + "&mode=append&published=2026-03-02T00:00:00Z",
            "application/octet-stream",
            text);
    String id = answer.replaceAll("(?s).*\"id\":([0-9]+),.*", "$1");
    long end = System.nanoTime() + 120_000_000_000L;
    while (id.matches("[0-9]+")
        && !local("/api/imports/" + id, "", "")
            .matches("(?s).*\"state\":\"(DONE|FAILED|REFUSED|NEEDS_ANSWER)\".*")) {
      assertThat(System.nanoTime()).as("%s came to an end", name).isLessThan(end);
      Thread.sleep(200);
    }
  }

  private String local(String path, String type, String body) throws Exception {
    String token = Files.readString(directory.resolve("keys/local-token")).strip();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.address() + path))
            .header("Authorization", "Bearer " + token);
    if (!type.isEmpty()) {
      request
          .header("Content-Type", type)
          .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)));
    }
    return send(HttpClient.newHttpClient(), request).body();
  }

  private void programs() throws Exception {
    SSLContext nobody = SSLContext.getInstance("TLS");
    nobody.init(null, new TrustManager[] {trustsTheNode()}, null);
    try (HttpClient http = HttpClient.newBuilder().sslContext(nobody).build()) {
      String there = "https://127.0.0.1:" + exchangePort;
      String basic =
          Base64.getEncoder()
              .encodeToString((NAME + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
      for (String path :
          List.of(
              "/taxii2/",
              "/taxii2/exchange/collections/" + SERIAL + "/objects/?match[id]=" + encoded(NAME),
              "/journal/batches?after=" + SECRET,
              "/journal/" + SERIAL)) {
        URI uri = URI.create(there + path.replace("[", "%5B").replace("]", "%5D"));
        send(http, HttpRequest.newBuilder(uri).header("Authorization", "Basic " + basic));
        send(http, HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + SECRET));
        send(
            http,
            HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString("{\"objects\":[\"" + NAME + "\"")));
      }
    }
  }

  private void strangers() throws Exception {
    TestKeys stranger =
        TestKeys.of(
            Files.createTempDirectory("stranger"),
            "zoraida",
            "MX",
            "https://127.0.0.1:1",
            Clock.systemUTC());
    SSLContext shown = stranger.tls().context(trustsTheNode());
    try (HttpClient http = HttpClient.newBuilder().sslContext(shown).build()) {
      URI uri = URI.create("https://127.0.0.1:" + exchangePort + "/journal/batches?after=1/0/-");
      assertThat(refused(http, uri)).as("a stranger's certificate").isTrue();
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), exchangePort)) {
      socket
          .getOutputStream()
          .write(("GET /" + SERIAL + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(10_000);
      socket.getInputStream().readNBytes(7);
    }
  }

  private static PinnedTrust trustsTheNode() throws IOException {
    List<String> lines = Files.readAllLines(directory.resolve("keys/exchange-authority"));
    Pin pin = new Pin("ca", List.of(Certificates.read(lines.get(1))), Set.of());
    return new PinnedTrust(() -> List.of(pin), Clock.systemUTC());
  }

  private static boolean refused(HttpClient http, URI uri) throws InterruptedException {
    try {
      http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /// What comes back for a greeting in TLS 1.0 or 1.1, as a program of 2010 sends it.
  private static byte[] answerToHello(int minor) throws Exception {
    byte[] hello = new byte[5 + 4 + 2 + 32 + 1 + 2 + 4 + 2];
    byte[] head = {
      0x16, 3, 1, 0, (byte) (hello.length - 5), 1, 0, 0, (byte) (hello.length - 9), 3, (byte) minor
    };
    System.arraycopy(head, 0, hello, 0, head.length);
    byte[] suites = {0, 4, (byte) 0xc0, 0x09, (byte) 0xc0, 0x13, 1, 0};
    System.arraycopy(suites, 0, hello, hello.length - suites.length, suites.length);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), exchangePort)) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(hello);
      out.flush();
      InputStream in = socket.getInputStream();
      return in.readNBytes(7);
    }
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request)
      throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// All that the node and its database have written.
  private static String logs() throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(one -> one.toString().matches(".*\\.log(\\.old)?")).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(all.toString()).contains("database system is ready");
    return all.toString();
  }
}
