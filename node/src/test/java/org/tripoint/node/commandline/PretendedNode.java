package org.tripoint.node.commandline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Answers like a running node: imports settle as the test says by file name. Another process holds
/// its home, as a real node would.
final class PretendedNode implements AutoCloseable {
  final List<String> queries = new ArrayList<>();
  final List<String> bodies = new ArrayList<>();

  private final Map<String, String> settled = new ConcurrentHashMap<>();
  private final Map<String, String> progress = new ConcurrentHashMap<>();
  private final NodeHome home;
  private final HttpServer server;
  private final Process holder;

  PretendedNode(Path directory) throws IOException {
    home = new NodeHome(directory);
    String token = home.token();
    holder = HomeHolder.start(directory);
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/", exchange -> answer(exchange, token));
    server.start();
    Files.writeString(home.addressFile(), address() + "\n");
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What an import of this file ends as; `status 422` and the like refuse the upload.
  PretendedNode settles(String fileName, String json) {
    settled.put(fileName, json);
    return this;
  }

  /// What it says at another address, asked or handed a file.
  void answers(String path, String json) {
    progress.put(path, json);
  }

  private void answer(HttpExchange exchange, String token) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String path = exchange.getRequestURI().getPath();
    if (!("Bearer " + token).equals(authorization)) {
      send(exchange, 401, "{\"title\":\"not signed in\"}");
    } else if (path.equals("/actuator/health")) {
      send(exchange, 200, "{\"status\":\"UP\"}");
    } else if (path.equals("/api/imports")) {
      receive(exchange);
    } else if (path.startsWith("/api/exchange/packages")) {
      packages(exchange, path);
    } else {
      send(exchange, 200, progress.getOrDefault(path.replace("/api/imports/", ""), "{}"));
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    queries.add(query);
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String name = query.replaceFirst(".*fileName=([^&]*).*", "$1");
    String json = settled.getOrDefault(name, "{\"state\":\"FAILED\"}");
    if (json.startsWith("status ")) {
      send(exchange, Integer.parseInt(json.substring(7)), "{\"detail\":\"not a table\"}");
      return;
    }
    String id = Integer.toString(queries.size());
    progress.put(id, json);
    send(exchange, 202, "{\"id\":\"" + id + "\"}");
  }

  /// Knows the partner `ca`, and takes every package that is not called bad.
  private void packages(HttpExchange exchange, String path) throws IOException {
    queries.add(String.valueOf(exchange.getRequestURI().getQuery()));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    bodies.add(body);
    if (exchange.getRequestMethod().equals("POST")) {
      boolean bad = body.equals("bad");
      send(exchange, bad ? 422 : 200, bad ? "{\"detail\":\"cut off\"}" : "{\"message\":\"taken\"}");
    } else if (path.equals("/api/exchange/packages/ca/export")) {
      exchange.getResponseHeaders().add("Tripoint-Batches", "3");
      exchange.getResponseHeaders().add("Tripoint-Receipts", "1");
      send(exchange, 200, "sealed");
    } else {
      send(exchange, 404, "{\"detail\":\"no such partner\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    holder.destroyForcibly().onExit().join();
  }
}
