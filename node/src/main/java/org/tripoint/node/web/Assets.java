package org.tripoint.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Addresses of style sheets and scripts, each with the hash of its content.
@Component
final class Assets {

  private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  /// @param name file under `static/`, or `htmx.js`
  String address(String name) {
    return addresses.computeIfAbsent(name, Assets::hashed);
  }

  private static String hashed(String name) {
    boolean htmx = name.equals("htmx.js");
    String resource = htmx ? HTMX : "static/" + name;
    String path = htmx ? "/webjars/htmx.org/2.0.10/dist/htmx.min.js" : "/static/" + name;
    try (InputStream in = new ClassPathResource(resource).getInputStream()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return path + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException("expected a file " + resource, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in the JDK", e);
    }
  }
}
