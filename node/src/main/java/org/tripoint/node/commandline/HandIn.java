package org.tripoint.node.commandline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Hands in what is no release of a source, and tells what became of it as of an import: records as
/// messages, libraries of spectra, texts of laws. The same file again changes nothing.
final class HandIn {

  private static final long PAUSE_MILLIS = 150;

  private final NodeClient node;
  private final boolean synthetic;

  HandIn(NodeClient node, boolean synthetic) {
    this.node = node;
    this.synthetic = synthetic;
  }

  /// What came of it.
  ///
  /// @param refused why the node did not take it; "" when it did
  record Handed(long rows, long appended, String refused) {}

  /// Records: all of the file's or none.
  Handed records(Path file) throws IOException, InterruptedException, NodeClient.Refused {
    JsonNode results =
        node.hand("/api/records", Map.of(), "application/json", file).path("results");
    long appended = 0;
    for (JsonNode result : results) {
      if (result.path("outcome").asString("").equals("APPENDED")) {
        appended++;
      }
    }
    return new Handed(results.size(), appended, "");
  }

  /// A text: one record, whose version it is.
  Handed law(Path file) throws IOException, InterruptedException, NodeClient.Refused {
    node.hand("/api/law/readings", Map.of(), "application/octet-stream", file);
    return new Handed(1, 1, "");
  }

  /// A library: answered when its spectra are there.
  Handed library(Path file, Map<String, String> said)
      throws IOException, InterruptedException, NodeClient.Refused {
    String sha256 = sha256(file);
    Optional<Handed> here = find(sha256, 0);
    if (here.isPresent()) {
      return here.get();
    }
    String fileName = String.valueOf(file.getFileName());
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("fileName", fileName);
    parameters.put("name", said.getOrDefault("name", fileName).replace('_', ' '));
    parameters.put("licence", said.getOrDefault("licence", ""));
    parameters.put("shared", said.getOrDefault("shared", "no"));
    if (synthetic) {
      parameters.put("synthetic", "true");
    }
    node.hand("/api/spectra/libraries", parameters, "application/octet-stream", file);
    while (true) {
      Optional<Handed> taken = find(sha256, 1);
      if (taken.isPresent()) {
        return taken.get();
      }
      Optional<String> refused = refused(fileName);
      if (refused.isPresent()) {
        return new Handed(0, 0, refused.get());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private Optional<Handed> find(String sha256, int appended)
      throws IOException, InterruptedException, NodeClient.Refused {
    for (JsonNode library : node.get("/api/spectra/libraries").path("libraries")) {
      if (library.path("sha256").asString("").equals(sha256)) {
        long spectra = library.path("spectra").asLong(0);
        return Optional.of(new Handed(spectra, appended * spectra, ""));
      }
    }
    return Optional.empty();
  }

  /// Why the newest file of this name was refused.
  private Optional<String> refused(String fileName)
      throws IOException, InterruptedException, NodeClient.Refused {
    for (JsonNode run : node.get("/api/spectra/libraries").path("runs")) {
      if (run.path("fileName").asString("").equals(fileName)) {
        return run.path("state").asString("").equals("REFUSED")
            ? Optional.of(run.path("reason").asString("?"))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String sha256(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
