package org.tripoint.node.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The accounts' two files in the node's home, readable by their owner alone: `first-login.txt` and
/// `keys/local-token`.
@Component
class HomeFiles {
  private final Path home;

  HomeFiles(@Value("${tripoint.home}") Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  Path firstLogin() {
    return home.resolve("first-login.txt");
  }

  Path localToken() {
    return home.resolve("keys").resolve("local-token");
  }

  boolean hasFirstLogin() {
    return Files.exists(firstLogin());
  }

  void removeFirstLogin() {
    try {
      Files.deleteIfExists(firstLogin());
    } catch (IOException e) {
      throw new UncheckedIOException("expected to remove " + firstLogin(), e);
    }
  }

  void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path scratch = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(scratch);
      Files.createFile(
          scratch,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(scratch, text);
      Files.move(
          scratch, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write " + file, e);
    }
  }

  String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read " + file, e);
    }
  }
}
