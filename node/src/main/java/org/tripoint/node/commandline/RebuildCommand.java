package org.tripoint.node.commandline;

import java.util.concurrent.Callable;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.ledger.RunReaders.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Empties what every reader keeps and replays the ledger to it.
@Command(name = "rebuild", description = "${bundle:commandline.rebuild}")
final class RebuildCommand implements Callable<Integer> {
  @Mixin private HomeOption home = new HomeOption();

  private final Terminal terminal;
  private final Class<?> application;

  RebuildCommand(Terminal terminal, Class<?> application) {
    this.terminal = terminal;
    this.application = application;
  }

  @Override
  public Integer call() {
    terminal.say("rebuild.begins", home.home().path().toString());
    return new OfflineNode(application, home.home())
        .with(node -> {
          RunReaders readers = node.getBean(RunReaders.class);
          readers.rebuild(p -> terminal.progress(line("rebuild.progress", p)));
          readers.listProgress().forEach(p -> terminal.line(line("rebuild.reader", p)));
          terminal.say("rebuild.done");
          return 0;
        });
  }

  private String line(String key, Progress progress) {
    return terminal.word(key, progress.reader(), progress.position(), progress.ledgerSize());
  }
}
