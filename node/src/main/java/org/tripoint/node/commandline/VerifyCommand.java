package org.tripoint.node.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.ProofFile;
import org.tripoint.node.ledger.ProofFile.Checked;
import org.tripoint.node.ledger.VerifyLedger;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Re-reads the whole ledger, or checks one version's proof file, for which no node is needed. Exit
/// code: 0 sound, 1 unreadable, 3 broken.
@Command(name = "verify", description = "${bundle:commandline.verify}")
final class VerifyCommand implements Callable<Integer> {
  private static final int SOUND = 0;
  private static final int UNREADABLE = 1;
  private static final int BROKEN = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "${bundle:commandline.verify.proof}")
  private @Nullable Path proof;

  @Option(names = "--key", paramLabel = "KEY", description = "${bundle:commandline.verify.key}")
  private @Nullable String key;

  private final Terminal terminal;
  private final Class<?> application;

  VerifyCommand(Terminal terminal, Class<?> application) {
    this.terminal = terminal;
    this.application = application;
  }

  @Override
  public Integer call() {
    if (proof != null) {
      return check(proof);
    }
    terminal.say("verify.begins", home.home().path().toString());
    Finding finding =
        new OfflineNode(application, home.home())
            .with(node ->
                node.getBean(VerifyLedger.class)
                    .verify(n -> terminal.progress(terminal.word("verify.progress", n))));
    return tell(finding);
  }

  private int check(Path path) {
    ProofFile file;
    try {
      file = JSON.readValue(Files.readString(path), ProofFile.class);
    } catch (IOException | JacksonException e) {
      terminal.say("verify.proof.unreadable", path.toString());
      return UNREADABLE;
    }
    return switch (file.check(key)) {
      case Checked.Holds(String origin, long size, String signedAt, String signer, int parts) -> {
        terminal.say(
            "verify.proof.holds",
            Long.toString(file.sequence()),
            file.record(),
            origin,
            Long.toString(size),
            signedAt,
            parts);
        terminal.say(key == null ? "verify.proof.key" : "verify.proof.key.given", signer);
        yield SOUND;
      }
      case Checked.Fails(String what) -> {
        terminal.say("verify.proof.fails", path.toString(), what);
        yield BROKEN;
      }
    };
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
