package org.tripoint.node.accounts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/// A provider of identities over HTTP: discovery, keys, authorization with PKCE, tokens. Whom it
/// vouches for, and what is wrong with it, a test says.
final class TestProvider implements AutoCloseable {
  static final String CLIENT = "tripoint-test";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private final KeyPair published = keys();
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

  /// What the ID token says besides issuer, audience, time and nonce.
  final Map<String, Object> person = new ConcurrentHashMap<>();

  /// Changes the claims at the last moment.
  volatile UnaryOperator<Map<String, Object>> spoil = claims -> claims;

  /// The key that signs; another than the published one is a forger's.
  volatile KeyPair signs = published;

  volatile boolean answers = true;

  TestProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", this::keys);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void discovery(HttpExchange exchange) throws IOException {
    if (!answers) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    answer(
        exchange,
        Map.of(
            "issuer",
            issuer(),
            "authorization_endpoint",
            issuer() + "/authorize",
            "token_endpoint",
            issuer() + "/token",
            "jwks_uri",
            issuer() + "/keys",
            "response_types_supported",
            List.of("code"),
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of("RS256")));
  }

  private void keys(HttpExchange exchange) throws IOException {
    RSAPublicKey key = (RSAPublicKey) published.getPublic();
    answer(
        exchange,
        Map.of(
            "keys",
            List.of(
                Map.of(
                    "kty",
                    "RSA",
                    "kid",
                    "one",
                    "use",
                    "sig",
                    "alg",
                    "RS256",
                    "n",
                    BASE64.encodeToString(unsigned(key.getModulus().toByteArray())),
                    "e",
                    BASE64.encodeToString(key.getPublicExponent().toByteArray())))));
  }

  private static byte[] unsigned(byte[] bytes) {
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  /// The person has signed in here: back to the node with a code.
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    asked.put(code, query);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = parameters(body);
    Map<String, String> begun = asked.remove(form.getOrDefault("code", ""));
    if (begun == null
        || !challenge(form.get("code_verifier")).equals(begun.get("code_challenge"))) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>(person);
    claims.put("iss", issuer());
    claims.put("aud", CLIENT);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("nonce", begun.get("nonce"));
    answer(
        exchange,
        Map.of(
            "access_token",
            "a-token-that-the-node-forgets",
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            sign(spoil.apply(claims))));
  }

  private String sign(Map<String, Object> claims) {
    try {
      String text =
          BASE64.encodeToString(
                  JSON.writeValueAsBytes(Map.of("alg", "RS256", "kid", "one", "typ", "JWT")))
              + "."
              + BASE64.encodeToString(JSON.writeValueAsBytes(new TreeMap<>(claims)));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signs.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] bytes = String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII);
      return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, Object value) throws IOException {
    byte[] body = JSON.writeValueAsBytes(value);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  static Map<String, String> parameters(String query) {
    Map<String, String> all = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      all.put(
          URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
          sides.length == 2 ? URLDecoder.decode(sides[1], StandardCharsets.UTF_8) : "");
    }
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
