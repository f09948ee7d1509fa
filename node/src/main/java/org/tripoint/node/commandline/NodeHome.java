package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The directory of one node, and the files by which its processes find each other.
record NodeHome(Path path) {
  private static final int TOKEN_BYTES = 32;

  /// The named home, else `TRIPOINT_HOME`, else `~/.tripoint`.
  static NodeHome of(@Nullable String named) {
    String variable = System.getenv("TRIPOINT_HOME");
    String text =
        named != null
            ? named
            : variable != null && !variable.isBlank()
                ? variable
                : System.getProperty("user.home") + "/.tripoint";
    return new NodeHome(Path.of(text).toAbsolutePath().normalize());
  }

  /// Where the running node answers; written once it does.
  Path addressFile() {
    return path.resolve("node.address");
  }

  /// Held locked by the running node.
  Path lockFile() {
    return path.resolve("node.lock");
  }

  /// What a process of the same user shows to act as account `local`.
  Path tokenFile() {
    return path.resolve("keys").resolve("local-token");
  }

  /// The address of the node that runs on this home.
  Optional<String> address() throws IOException {
    if (!running() || !Files.exists(addressFile())) {
      return Optional.empty();
    }
    return Optional.of(Files.readString(addressFile()).strip());
  }

  /// Whether a node process holds this home.
  boolean running() throws IOException {
    if (!Files.exists(lockFile())) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock == null;
    }
  }

  /// Takes the home for this process until it ends; false when another node has it.
  boolean lockForThisProcess() throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      return false;
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
    Files.deleteIfExists(addressFile());
    HELD.add(channel);
    return true;
  }

  /// Open for as long as the process lives: the lock goes with the channel.
  private static final Set<FileChannel> HELD = new java.util.HashSet<>();

  /// The token, made when there is none.
  String token() throws IOException {
    if (!Files.exists(tokenFile())) {
      createToken();
    }
    return Files.readString(tokenFile()).strip();
  }

  private void createToken() throws IOException {
    Files.createDirectories(tokenFile().getParent());
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
    try (FileChannel channel =
        FileChannel.open(
            tokenFile(),
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (FileAlreadyExistsException e) {
      // another process was first: its token is as good
    }
  }

  /// Megabytes left on the disk of the home where they are fewer than these; empty where there is
  /// room, or nobody can say.
  OptionalLong roomBelow(long megabytes) {
    try {
      long left = Files.getFileStore(path()).getUsableSpace() / 1_000_000;
      return left < megabytes ? OptionalLong.of(left) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
