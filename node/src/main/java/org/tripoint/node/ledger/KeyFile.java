package org.tripoint.node.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A secret in the node's folder `keys`, readable by its owner alone, written whole or not at all.
public final class KeyFile {

  private final Path file;

  public KeyFile(Path home, String name) {
    this.file = home.resolve("keys").resolve(name);
  }

  /// The text, made at the first call.
  ///
  /// @throws UncheckedIOException if it can be neither read nor made
  public String readOrMake(Supplier<String> made) {
    try {
      if (!Files.exists(file)) {
        write(made.get());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read or make " + file, e);
    }
  }

  /// The text; empty where nothing was written.
  ///
  /// @throws UncheckedIOException if it is there and cannot be read
  public Optional<String> read() {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read " + file, e);
    }
  }

  /// Takes the text away, where there is one.
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("expected to delete " + file, e);
    }
  }

  /// Puts another text in its place.
  public void write(String text) {
    try {
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path scratch = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(scratch);
      try (FileChannel channel =
          FileChannel.open(
              scratch,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write " + file, e);
    }
  }
}
