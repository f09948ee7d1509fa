package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes packages that came from partners, in any order, again without harm. Exit code 0 when each
/// was taken, else 1.
@Command(name = "unpack", description = "${bundle:commandline.unpack}")
final class UnpackCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "${bundle:commandline.unpack.file}")
  private List<Path> files = new ArrayList<>();

  private final Terminal terminal;

  UnpackCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    NodeClient node = home.runningNode(terminal).orElse(null);
    if (node == null) {
      return 1;
    }
    boolean all = true;
    for (Path file : files) {
      all &= take(node, file);
    }
    return all ? 0 : 1;
  }

  private boolean take(NodeClient node, Path file) throws InterruptedException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      terminal.say("import.unreadable", file.toString());
      return false;
    }
    try {
      terminal.line(file + ": " + node.unpack(file));
      return true;
    } catch (NodeClient.Refused e) {
      terminal.say("unpack.refused", file.toString(), String.valueOf(e.getMessage()));
      return false;
    } catch (IOException e) {
      terminal.say("unpack.lost", file.toString(), String.valueOf(e.getMessage()));
      return false;
    }
  }
}
