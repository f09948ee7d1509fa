package org.tripoint.node.commandline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.CheckpointFile;
import org.tripoint.node.ledger.ConsistencyFile;
import org.tripoint.node.ledger.Evidence;
import org.tripoint.node.ledger.Evidence.Checked;
import org.tripoint.node.ledger.ProofFile;
import org.tripoint.node.ledger.PurgeCertificate;
import org.tripoint.node.ledger.VerifyLedger;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.sharing.DisclosuresFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Re-reads the whole ledger, or checks files of proof one after the other, for which no node is
/// needed. Exit code: 0 sound, 1 unreadable, 3 broken.
@Command(name = "verify", description = "${bundle:commandline.verify}")
final class VerifyCommand implements Callable<Integer> {
  private static final int SOUND = 0;
  private static final int UNREADABLE = 1;
  private static final int BROKEN = 3;

  /// What a line of signature in a note begins with.
  private static final String SIGNATURE = "\n\u2014 ";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Mixin private HomeOption home = new HomeOption();

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = "${bundle:commandline.verify.proof}")
  private @Nullable Path proof;

  @Option(names = "--then", paramLabel = "FILE", description = "${bundle:commandline.verify.then}")
  private List<Path> then = new ArrayList<>();

  @Option(
      names = "--disclosures",
      paramLabel = "FILE",
      description = "${bundle:commandline.verify.disclosures}")
  private @Nullable Path disclosures;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "${bundle:commandline.verify.certificate}")
  private @Nullable Path certificate;

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
    if (certificate != null) {
      return checkCertificate(certificate);
    }
    if (disclosures != null) {
      return checkDisclosures(disclosures);
    }
    if (proof != null || !then.isEmpty()) {
      return check(Stream.concat(Stream.ofNullable(proof), then.stream()).toList());
    }
    terminal.say("verify.begins", home.home().path().toString());
    Finding finding =
        new OfflineNode(application, home.home())
            .with(node ->
                node.getBean(VerifyLedger.class)
                    .verify(n -> terminal.progress(terminal.word("verify.progress", n))));
    return tell(finding);
  }

  private int checkCertificate(Path file) {
    PurgeCertificate read;
    try {
      read = JSON.readValue(Files.readString(file), PurgeCertificate.class);
    } catch (IOException | JacksonException e) {
      terminal.say("verify.certificate.unreadable", file.toString());
      return UNREADABLE;
    }
    return switch (read.check(key)) {
      case PurgeCertificate.Checked.Holds holds -> {
        terminal.say(
            "verify.certificate.holds",
            holds.origin(),
            holds.emptied(),
            holds.when(),
            Long.toString(holds.size()));
        terminal.say("verify.certificate.says", holds.basis(), holds.instrument(), holds.by());
        tellKey(holds.key());
        yield SOUND;
      }
      case PurgeCertificate.Checked.Fails(String what) -> {
        terminal.say("verify.certificate.fails", file.toString(), what);
        yield BROKEN;
      }
    };
  }

  private int checkDisclosures(Path file) {
    DisclosuresFile.Checked checked;
    try (Reader in = Files.newBufferedReader(file)) {
      checked = DisclosuresFile.check(in, key);
    } catch (IOException e) {
      checked = new DisclosuresFile.Checked.Unreadable();
    }
    return switch (checked) {
      case DisclosuresFile.Checked.Holds holds -> {
        tell(holds);
        yield SOUND;
      }
      case DisclosuresFile.Checked.Fails(long line, String what) -> {
        terminal.say("verify.disclosures.fails", file.toString(), Long.toString(line), what);
        yield BROKEN;
      }
      case DisclosuresFile.Checked.Unreadable _ -> {
        terminal.say("verify.disclosures.unreadable", file.toString());
        yield UNREADABLE;
      }
    };
  }

  private void tell(DisclosuresFile.Checked.Holds holds) {
    terminal.say(
        "verify.disclosures.holds",
        holds.disclosures(),
        holds.origin(),
        Long.toString(holds.size()),
        holds.signedAt());
    new TreeMap<>(holds.byAudience())
        .forEach((audience, counts) ->
            terminal.say(
                "verify.disclosures.audience", audience, counts.given(), counts.recalled()));
    if (holds.emptied() > 0) {
      terminal.say("verify.disclosures.emptied", holds.emptied());
    }
    terminal.say("verify.disclosures.presence");
    tellKey(holds.key());
  }

  /// Each file goes on where the one before it ended.
  private int check(List<Path> files) {
    Evidence former = null;
    for (Path path : files) {
      Optional<Evidence> read = read(path);
      if (read.isEmpty()) {
        terminal.say("verify.proof.unreadable", path.toString());
        return UNREADABLE;
      }
      Evidence evidence = read.get();
      Checked checked = former == null ? evidence.check(key) : evidence.checkAfter(former, key);
      if (!tell(path, evidence, checked)) {
        return BROKEN;
      }
      former = evidence;
    }
    return SOUND;
  }

  private static Optional<Evidence> read(Path path) {
    try {
      String text = Files.readString(path);
      if (!text.stripLeading().startsWith("{")) {
        return text.contains(SIGNATURE) ? Optional.of(new CheckpointFile(text)) : Optional.empty();
      }
      JsonNode tree = JSON.readTree(text);
      Class<? extends Evidence> type = tree.has("toSize") ? ConsistencyFile.class : ProofFile.class;
      return Optional.of(JSON.treeToValue(tree, type));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /// Says what a check found; true when it holds.
  private boolean tell(Path path, Evidence evidence, Checked checked) {
    return switch (checked) {
      case Checked.Holds(String origin, long size, String signedAt, String signer, int parts) -> {
        ProofFile file = (ProofFile) evidence;
        terminal.say(
            "verify.proof.holds",
            Long.toString(file.sequence()),
            file.record(),
            origin,
            Long.toString(size),
            signedAt,
            parts);
        tellKey(signer);
        yield true;
      }
      case Checked.Continues(String origin, long from, long to, String signedAt, String signer) -> {
        terminal.say(
            "verify.proof.continues", origin, Long.toString(to), signedAt, Long.toString(from));
        tellKey(signer);
        yield true;
      }
      case Checked.Signed(String origin, long size, String signedAt, String signer) -> {
        terminal.say("verify.proof.signed", origin, Long.toString(size), signedAt);
        tellKey(signer);
        yield true;
      }
      case Checked.Fails(String what) -> {
        terminal.say("verify.proof.fails", path.toString(), what);
        yield false;
      }
    };
  }

  private void tellKey(String signer) {
    terminal.say(key == null ? "verify.proof.key" : "verify.proof.key.given", signer);
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
