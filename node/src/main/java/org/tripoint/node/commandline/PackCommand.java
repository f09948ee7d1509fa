package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes what a partner may have, and the receipts it is owed, into a file that only its node can
/// open. Exit code 0 when the file is there, else 1.
@Command(name = "pack", description = "${bundle:commandline.pack}")
final class PackCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--for",
      required = true,
      paramLabel = "PARTNER",
      description = "${bundle:commandline.pack.for}")
  private String partner = "";

  @ArgGroup private Which which = new Which();

  @Parameters(paramLabel = "FILE", description = "${bundle:commandline.pack.file}")
  private Path file = Path.of("");

  private final Terminal terminal;

  PackCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// What goes in, where it is not what the partner has not confirmed.
  static final class Which {
    @Option(names = "--all", description = "${bundle:commandline.pack.all}")
    private boolean all;

    @Option(
        names = "--after",
        paramLabel = "EPOCH/NUMBER",
        description = "${bundle:commandline.pack.after}")
    private @Nullable String after;

    @Nullable String place() {
      return all ? "1/0" : after;
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (Files.exists(file)) {
      terminal.say("pack.exists", file.toString());
      return 1;
    }
    NodeClient node = home.runningNode(terminal).orElse(null);
    if (node == null) {
      return 1;
    }
    try {
      NodeClient.Packed packed = node.pack(partner, which.place(), file);
      terminal.say("pack.done", file.toString(), packed.batches(), packed.receipts(), partner);
      return 0;
    } catch (NodeClient.Refused e) {
      terminal.say("pack.refused", partner, String.valueOf(e.getMessage()));
      return 1;
    }
  }
}
