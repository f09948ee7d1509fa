package org.tripoint.node.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.FileRefusal.Rule;
import org.tripoint.node.intake.reading.Limits;
import org.tripoint.node.intake.reading.TableFile;
import org.tripoint.node.intake.reading.TableFile.Looked;

/// Delivered files, as they came, each under the SHA-256 of its bytes: `<home>/files/<sha256>`.
@Component
class FileStore implements KeepFiles {

  private final Path folder;
  private final long maxBytes;
  private final Limits limits;

  FileStore(@Value("${tripoint.home:${user.home}/.tripoint}") Path home, IntakeSettings settings) {
    this.folder = home.resolve("files");
    this.maxBytes = settings.maxFile().toBytes();
    this.limits = settings.limits();
  }

  /// Looks at a delivered file to say what it is.
  ///
  /// @throws IOException if the disk fails
  Looked look(Delivery delivery) throws IOException {
    return isKept(delivery)
        ? TableFile.look(path(delivery.sha256()), delivery.fileName(), delivery.sheet(), limits)
        : new Looked.Refused(removed(delivery, delivery));
  }

  boolean isKept(Delivery delivery) {
    return Files.exists(path(delivery.sha256()));
  }

  /// Why nothing goes on with a file: it needs one that was removed, itself or another.
  static FileRefusal removed(Delivery file, Delivery gone) {
    return new FileRefusal(Rule.FILE_REMOVED, file.fileName(), 0, "", gone.fileName(), "");
  }

  /// Removes a file if it is there.
  void remove(String sha256) {
    try {
      Files.deleteIfExists(path(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Path path(String sha256) {
    return folder.resolve(sha256);
  }

  @Override
  public Received receive(InputStream in) throws IOException {
    Files.createDirectories(folder);
    Path arriving = folder.resolve("arriving-" + UUID.randomUUID());
    try {
      MessageDigest digest = sha256();
      long bytes = copy(in, arriving, digest);
      if (bytes > maxBytes) {
        return new Received.TooLarge(maxBytes);
      }
      String name = HexFormat.of().formatHex(digest.digest());
      Files.move(arriving, path(name), StandardCopyOption.ATOMIC_MOVE);
      return new Received.Stored(name, bytes);
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  private long copy(InputStream in, Path to, MessageDigest digest) throws IOException {
    long bytes = 0;
    try (FileChannel channel =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var out = java.nio.channels.Channels.newOutputStream(channel)) {
      var buffer = new byte[1 << 16];
      int read;
      while (bytes <= maxBytes && (read = in.read(buffer)) >= 0) {
        out.write(buffer, 0, read);
        digest.update(buffer, 0, read);
        bytes += read;
      }
      channel.force(true);
    }
    return bytes;
  }

  /// Removes what was arriving when the node stopped.
  void tidy() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, "arriving-*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in every Java", e);
    }
  }
}
