package org.tripoint.node.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who uses an embedded server now, so that the last one out stops it. Each user holds the lock of
/// a file of its own; the operating system drops the lock of a user that was killed.
final class ServerUsers {
  private final Path directory;

  ServerUsers(Path directory) {
    this.directory = directory;
  }

  /// A user's presence, until closed or killed.
  record Presence(Path file, FileChannel channel) {}

  Presence enter() throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      throw new IOException("cannot lock " + file);
    }
    return new Presence(file, channel);
  }

  /// Leaves, and says whether nobody else is there.
  boolean leaveLast(Presence presence) throws IOException {
    Files.deleteIfExists(presence.file());
    presence.channel().close();
    boolean last = true;
    try (DirectoryStream<Path> others = Files.newDirectoryStream(directory)) {
      for (Path other : others) {
        last &= !present(other);
      }
    }
    return last;
  }

  /// Never opens a file of this very process: closing it again would drop the lock that it holds.
  private static boolean present(Path file) throws IOException {
    if (file.getFileName().toString().startsWith(ProcessHandle.current().pid() + "-")) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        return true;
      }
      Files.deleteIfExists(file);
      return false;
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
