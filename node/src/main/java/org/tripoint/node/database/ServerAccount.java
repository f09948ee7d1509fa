package org.tripoint.node.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which account of the operating system PostgreSQL runs as: it refuses to run as root.
sealed interface ServerAccount {

  /// The account that the node itself runs as.
  record Same() implements ServerAccount {}

  /// Root in a user namespace that maps nobody: to PostgreSQL it looks unprivileged, the files stay
  /// root's.
  record Namespace() implements ServerAccount {}

  /// Another account that root changes to.
  record Other(int uid, int gid) implements ServerAccount {}

  /// The user and group `nobody` of every Linux.
  int NOBODY = 65534;

  /// The command with what makes it run as this account.
  default List<String> command(List<String> command) {
    List<String> all = new ArrayList<>();
    switch (this) {
      case Same() -> {}
      case Namespace() -> all.addAll(List.of("unshare", "-U"));
      case Other(int uid, int gid) ->
          all.addAll(
              List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
    }
    all.addAll(command);
    return all;
  }

  /// Gives a file or a whole directory to the account.
  default void own(Path path) throws IOException {
    if (!(this instanceof Other(int uid, int gid))) {
      return;
    }
    try (Stream<Path> walk = Files.walk(path)) {
      for (Path each : walk.toList()) {
        Files.setAttribute(each, "unix:uid", uid);
        Files.setAttribute(each, "unix:gid", gid);
      }
    }
  }

  /// The account for a data directory: its owner when it exists, else what this machine allows.
  static ServerAccount choose(Path data) {
    int me = uidOf(Path.of("/proc/self")).orElse(-1);
    Optional<Integer> owner = Files.exists(data) ? uidOf(data) : Optional.empty();
    if (me != 0) {
      if (owner.isPresent() && owner.get() != me) {
        throw new DatabaseProblem(
            "The database in " + data + " belongs to user " + owner.get() + ", not to you.",
            "Run as that user, or choose another node home.");
      }
      return new Same();
    }
    if (owner.isPresent() && owner.get() != 0) {
      return reachable(new Other(owner.get(), owner.get()), data);
    }
    if (works(new Namespace())) {
      return new Namespace();
    }
    if (owner.isEmpty() && works(new Other(NOBODY, NOBODY))) {
      return reachable(new Other(NOBODY, NOBODY), data);
    }
    throw new DatabaseProblem(
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv may change to an"
            + " unprivileged user for "
            + data
            + ".",
        "Start the node as an ordinary user, or name a server by tripoint.database.url.");
  }

  private static ServerAccount reachable(Other account, Path data) {
    Path parent = data.toAbsolutePath().getParent();
    if (parent != null && Files.isDirectory(parent) && !run(account, "test", "-x", parent)) {
      throw new DatabaseProblem(
          "PostgreSQL would run as user " + account.uid() + ", who may not enter " + parent + ".",
          "Choose a node home that every user may enter, such as --home /var/lib/tripoint.");
    }
    return account;
  }

  private static boolean works(ServerAccount account) {
    return run(account, "true");
  }

  private static boolean run(ServerAccount account, Object... command) {
    try {
      List<String> words = Stream.of(command).map(Object::toString).toList();
      Process process =
          new ProcessBuilder(account.command(words))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // the program is not installed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<Integer> uidOf(Path path) {
    try {
      return Optional.of((Integer) Files.getAttribute(path, "unix:uid"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
