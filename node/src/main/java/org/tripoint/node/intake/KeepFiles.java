package org.tripoint.node.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Keeps files as they came, each under the SHA-256 of its bytes.
public interface KeepFiles {

  /// What receiving a file gives.
  sealed interface Received {
    /// The file is kept under its hash.
    ///
    /// @param sha256 hex
    record Stored(String sha256, long bytes) implements Received {}

    record TooLarge(long limit) implements Received {}
  }

  /// Streams to disk; what is returned is durable.
  Received receive(InputStream in) throws IOException;

  /// Where the file of a hash is, if it is kept.
  ///
  /// @param sha256 hex, 64 digits
  Path path(String sha256);
}
