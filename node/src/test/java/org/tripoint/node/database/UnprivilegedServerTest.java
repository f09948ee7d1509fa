package org.tripoint.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.node.database.ServerAccount.Other;

/// What root does where user namespaces are forbidden: the server runs as `nobody`. Whoever is not
/// root cannot become anybody else, and does not try to.
class UnprivilegedServerTest {
  private static final Other NOBODY = new Other(ServerAccount.NOBODY, ServerAccount.NOBODY);

  @TempDir Path directory;

  @Test
  void runsAsNobodyInADirectoryThatEverybodyMayEnter() throws Exception {
    if (!root()) {
      assertAnOrdinaryUserRunsItAsItself();
      return;
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path home = Files.createDirectory(directory.resolve("postgres"));
    PostgresBinaries binaries = PostgresBinaries.unpackInto(home);
    DataDirectory data = new DataDirectory(home, NOBODY, binaries, "tripoint_owner");
    data.initialise();

    assertThat(Files.getAttribute(home.resolve("data"), "unix:uid"))
        .isEqualTo(ServerAccount.NOBODY);
    assertThat(ServerAccount.choose(home.resolve("data"))).isEqualTo(NOBODY);
    try (EmbeddedServer server = EmbeddedServer.startOrAttach(home, ServerSettings.keeping(), 0)) {
      assertThat(Files.getAttribute(Path.of("/proc/" + server.processId()), "unix:uid"))
          .isEqualTo(ServerAccount.NOBODY);
    }
    assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void saysThatTheOtherUserMayNotEnterTheHome() throws Exception {
    if (!root()) {
      assertAnOrdinaryUserRunsItAsItself();
      return;
    }
    Path home = Files.createDirectories(directory.resolve("closed/postgres"));
    Path data = Files.createDirectory(home.resolve("data"));
    NOBODY.own(data);
    Files.setPosixFilePermissions(
        directory.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
    assertThatThrownBy(() -> ServerAccount.choose(data))
        .isInstanceOfSatisfying(
            DatabaseProblem.class,
            problem -> {
              assertThat(problem).hasMessageContaining(home.toString());
              assertThat(problem.remedy()).contains("--home");
            });
  }

  private void assertAnOrdinaryUserRunsItAsItself() throws IOException {
    assertThat(ServerAccount.choose(directory.resolve("none"))).isEqualTo(new ServerAccount.Same());
    Path own = Files.createDirectory(directory.resolve("own"));
    assertThat(ServerAccount.choose(own)).isEqualTo(new ServerAccount.Same());
    assertThatThrownBy(() -> ServerAccount.choose(Path.of("/root")))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("not to you");
  }

  private static boolean root() throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }
}
