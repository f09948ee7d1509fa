package org.tripoint.node.commandline;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Whether a node runs on this home, where, and whether it is well. Exit code 0 when it is, else 1.
@Command(name = "status", description = "${bundle:commandline.status}")
final class StatusCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  private final Terminal terminal;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    terminal.say("status.home", home.home().path().toString());
    Optional<NodeClient> node = home.runningNode(terminal);
    if (node.isEmpty()) {
      return 1;
    }
    terminal.say("status.address", node.get().address());
    try {
      String health = node.get().health();
      terminal.say(health.equals("UP") ? "status.well" : "status.unwell", health);
      return health.equals("UP") ? 0 : 1;
    } catch (IOException e) {
      terminal.say("status.unwell", String.valueOf(e.getMessage()));
      return 1;
    }
  }
}
