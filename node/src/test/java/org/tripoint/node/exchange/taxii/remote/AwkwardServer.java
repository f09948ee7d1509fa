package org.tripoint.node.exchange.taxii.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A server on this machine that answers as a test wants, and remembers what it was asked.
final class AwkwardServer implements AutoCloseable {

  static final String TAXII = "application/taxii+json;version=2.1";
  static final String COLLECTION = "3b7b0bd0-6e3c-4f3e-8d4a-0a9a1d0f6c11";

  /// What it answers.
  ///
  /// @param type media type
  /// @param last when the last object was added; empty for none
  record Answer(int status, String type, String body, String last) {

    static Answer of(int status) {
      return new Answer(status, TAXII, "{}", "");
    }

    static Answer page(String body, String last) {
      return new Answer(200, TAXII, body, last);
    }
  }

  private final HttpServer server;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> secrets = Collections.synchronizedList(new ArrayList<>());
  private volatile Function<String, Answer> answer;

  /// @param answer by the query of a request
  AwkwardServer(Function<String, Answer> answer) throws IOException {
    this.answer = answer;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  void answerWith(Function<String, Answer> next) {
    answer = next;
  }

  /// Address of its API root.
  String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api1/";
  }

  /// The queries of requests for its collection's objects, and other paths whole.
  List<String> asked() {
    return List.copyOf(asked);
  }

  List<String> secrets() {
    return List.copyOf(secrets);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    boolean objects =
        exchange.getRequestURI().getPath().equals("/api1/collections/" + COLLECTION + "/objects/");
    asked.add(objects ? query : exchange.getRequestURI().toString());
    secrets.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    Answer said = objects ? answer.apply(query) : Answer.of(404);
    byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", said.type());
    if (!said.last().isEmpty()) {
      exchange.getResponseHeaders().set("X-TAXII-Date-Added-Last", said.last());
    }
    if (said.status() == 302) {
      exchange.getResponseHeaders().set("Location", "/elsewhere/");
    }
    exchange.sendResponseHeaders(said.status(), body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    } catch (IOException e) {
      // The other side had enough.
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
