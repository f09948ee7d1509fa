package org.tripoint.node.commandline;

import java.util.concurrent.Callable;
import org.tripoint.node.ledger.VerifyLedger;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Re-reads the whole ledger. Exit code: 0 sound, 3 broken.
@Command(name = "verify", description = "${bundle:commandline.verify}")
final class VerifyCommand implements Callable<Integer> {
  private static final int SOUND = 0;
  private static final int BROKEN = 3;

  @Mixin private HomeOption home = new HomeOption();

  private final Terminal terminal;
  private final Class<?> application;

  VerifyCommand(Terminal terminal, Class<?> application) {
    this.terminal = terminal;
    this.application = application;
  }

  @Override
  public Integer call() {
    terminal.say("verify.begins", home.home().path().toString());
    Finding finding =
        new OfflineNode(application, home.home())
            .with(node ->
                node.getBean(VerifyLedger.class)
                    .verify(n -> terminal.progress(terminal.word("verify.progress", n))));
    return tell(finding);
  }

  int tell(Finding finding) {
    return switch (finding) {
      case Finding.Sound(long versions, long checkpoints, long emptied) -> {
        terminal.say("verify.sound", versions, checkpoints, emptied);
        yield SOUND;
      }
      case Finding.Broken(long sequence, var record, String what) -> {
        terminal.say("verify.broken", Long.toString(sequence), record.toString(), what);
        yield BROKEN;
      }
      case Finding.BrokenTree(long size, String what) -> {
        terminal.say("verify.tree", Long.toString(size), what);
        yield BROKEN;
      }
    };
  }
}
