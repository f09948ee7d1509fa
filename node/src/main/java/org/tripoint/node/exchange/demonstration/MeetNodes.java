package org.tripoint.node.exchange.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.partners.IntroducePartner;
import org.tripoint.node.exchange.partners.Introduction;
import org.tripoint.node.exchange.partners.Introductions;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.ledger.RegularWork;
import org.tripoint.node.sharing.KeepAgreements;

/// Lays this node's introduction into the demonstration's folder, and takes the others' from there.
///
/// Each node is met once: a partner that somebody ends stays ended.
@Component
@ConditionalOnProperty("tripoint.demonstration.folder")
class MeetNodes extends RegularWork {

  static final String ENDING = ".introduction";

  private static final Logger LOG = LoggerFactory.getLogger(MeetNodes.class);
  private static final String FIRST_PERSON = "demonstration-1";
  private static final String SECOND_PERSON = "demonstration-2";

  private final Path folder;
  private final OwnName own;
  private final Introductions introductions;
  private final OwnIntroduction today;
  private final IntroducePartner introduce;
  private final KeepAgreements agreements;
  private final InventedAgreements invented;

  MeetNodes(
      @Value("${tripoint.demonstration.folder}") Path folder,
      @Value("${tripoint.synthetic}") boolean synthetic,
      OwnName own,
      Introductions introductions,
      OwnIntroduction today,
      IntroducePartner introduce,
      KeepAgreements agreements,
      InventedAgreements invented) {
    super("demonstration", Duration.ofSeconds(1));
    if (!synthetic) {
      throw new IllegalArgumentException(
          "expected tripoint.demonstration.folder only together with tripoint.synthetic=true: it"
              + " lets nodes trust each other without people");
    }
    this.folder = folder;
    this.own = own;
    this.introductions = introductions;
    this.today = today;
    this.introduce = introduce;
    this.agreements = agreements;
    this.invented = invented;
  }

  @Override
  protected void turn() {
    try {
      Files.createDirectories(folder);
      layOwn();
      for (Path file : others()) {
        meet(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the demonstration's folder " + folder, e);
    }
  }

  private void layOwn() throws IOException {
    Path file = folder.resolve(own.name() + ENDING);
    if (!Files.exists(file)) {
      Path scratch = folder.resolve(own.name() + ".new");
      Files.writeString(scratch, today.current().signed(), StandardCharsets.US_ASCII);
      Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private List<Path> others() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .filter(file -> !file.getFileName().toString().equals(own.name() + ENDING))
          .filter(file -> !Files.exists(met(file)))
          .sorted()
          .toList();
    }
  }

  private Path met(Path file) {
    return folder.resolve(
        own.name() + "-knows-" + file.getFileName().toString().replace(ENDING, ""));
  }

  private void meet(Path file) throws IOException {
    String signed = Files.readString(file, StandardCharsets.US_ASCII);
    try {
      Introduction introduction = introductions.read(signed);
      String fingerprint = introductions.fingerprintOf(introduction);
      introduce.propose(signed, fingerprint, FIRST_PERSON);
      introduce.confirm(introduction.node(), fingerprint, SECOND_PERSON);
      agreements.keep(invented.with(introduction), FIRST_PERSON);
      Files.createFile(met(file));
      LOG.info("Knows {}, the node of {}", introduction.node(), introduction.authority());
    } catch (NotTrusted | IntroducePartner.Refused e) {
      throw new IllegalStateException("expected an introduction in " + file, e);
    }
  }
}
