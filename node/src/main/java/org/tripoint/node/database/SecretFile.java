package org.tripoint.node.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// A file with one generated secret, readable by its owner alone.
record SecretFile(Path path) {
  static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final int BYTES = 24;

  String read() throws IOException {
    return Files.readString(path).strip();
  }

  /// The secret, made and flushed to disk first when there is none.
  String readOrCreate() throws IOException {
    if (!Files.exists(path)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      write(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return read();
  }

  void write(String secret) throws IOException {
    Path scratch = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(scratch);
    try (FileChannel channel =
        FileChannel.open(
            scratch, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
      channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(scratch, path, StandardCopyOption.ATOMIC_MOVE);
  }
}
