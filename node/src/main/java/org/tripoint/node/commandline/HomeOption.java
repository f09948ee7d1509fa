package org.tripoint.node.commandline;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which node a command is about.
final class HomeOption {
  @Option(names = "--home", paramLabel = "DIR", description = "${bundle:commandline.home}")
  private @Nullable String named;

  NodeHome home() {
    return NodeHome.of(named);
  }

  /// A client of the node that runs on this home; says so when none does.
  Optional<NodeClient> runningNode(Terminal terminal) throws IOException {
    Optional<String> address = home().address();
    if (address.isEmpty()) {
      terminal.say("node.silent", home().path().toString());
      return Optional.empty();
    }
    return Optional.of(new NodeClient(address.get(), home().token(), terminal.locale()));
  }
}
