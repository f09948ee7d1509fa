package org.tripoint.node.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/// The port of an embedded server: kept in a file, below the range that the system gives to
/// outgoing connections.
final class ServerPort {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 200;

  private ServerPort() {}

  /// The wanted port, else the kept one while it is free, else another free one that is then kept.
  static int choose(Path file, int wanted) throws IOException {
    if (wanted != 0) {
      if (!free(wanted)) {
        throw new DatabaseProblem(
            "Port " + wanted + " of 127.0.0.1, wanted for the database, is taken.",
            "Stop what uses it, or leave tripoint.database.port empty for a free one.");
      }
      return wanted;
    }
    int kept = kept(file);
    if (kept != 0 && free(kept)) {
      return kept;
    }
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (free(port)) {
        Files.writeString(file, Integer.toString(port));
        return port;
      }
    }
    throw new DatabaseProblem(
        "No free port between " + FIRST + " and " + LAST + " for the database.",
        "Name a free one by tripoint.database.port.");
  }

  private static int kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String text = Files.readString(file).strip();
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
