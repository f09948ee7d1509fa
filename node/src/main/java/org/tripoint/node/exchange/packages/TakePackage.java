package org.tripoint.node.exchange.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.journal.CarryJournal;
import org.tripoint.node.exchange.journal.CarryJournal.Outcome;
import org.tripoint.node.exchange.journal.CarryJournal.Place;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.keys.SealingKey;
import org.tripoint.node.exchange.packages.PackageRefused.Reason;
import org.tripoint.node.exchange.partners.IntroducePartner;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RecordKinds;

/// Takes a package: reads the whole of it and checks it, then takes what it brings as if it had
/// come over the wire. Again, or before an earlier one, it comes to the same end.
@Service
public class TakePackage {

  private static final long MEGABYTE = 1_000_000;

  private final CarryJournal journal;
  private final Partners partners;
  private final IntroducePartner introduce;
  private final OwnIntroduction introduction;
  private final SealingKey key;
  private final OwnName own;
  private final RecordKinds kinds;
  private final long mostMegabytes;

  /// @param mostMegabytes larger packages are refused before they fill the disk
  TakePackage(
      CarryJournal journal,
      Partners partners,
      IntroducePartner introduce,
      OwnIntroduction introduction,
      SealingKey key,
      OwnName own,
      RecordKinds kinds,
      @Value("${tripoint.exchange.package.most-megabytes:4096}") long mostMegabytes) {
    this.journal = journal;
    this.partners = partners;
    this.introduce = introduce;
    this.introduction = introduction;
    this.key = key;
    this.own = own;
    this.kinds = kinds;
    this.mostMegabytes = mostMegabytes;
  }

  /// A package that was taken.
  ///
  /// @param from short name of the partner that made it
  /// @param at when it was made
  public record Taken(String from, Instant at, Outcome.Taken what) {
    /// Whether it brought anything that was not here.
    public boolean anythingNew() {
      return what.batches() > 0;
    }
  }

  /// Takes a package from its first byte to its last.
  ///
  /// @throws PackageRefused if nothing of it may be taken, or it contradicts what came before
  public Taken take(InputStream in) throws IOException {
    Path file = Files.createTempFile("tripoint-", ".package");
    try {
      keep(in, file);
      return take(OpenedPackage.open(file, key, partners, own, kinds));
    } catch (PackageRefused e) {
      LoggerFactory.getLogger(TakePackage.class).warn("A package was refused: {}", e.reason());
      throw e;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// The partner's keys of that day, and which of this node's it knows.
  private void learn(Partner partner, PackageStart start) throws PackageRefused {
    try {
      introduce.renewIfLater(partner, start.introduction());
    } catch (NotTrusted e) {
      throw new PackageRefused(Reason.NOT_SIGNED, partner.name());
    }
    introduction.takenUpTo(partner, start.holds());
  }

  private void keep(InputStream in, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      long left = mostMegabytes * MEGABYTE;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        left -= count;
        if (left < 0) {
          throw new PackageRefused(Reason.TOO_LARGE, mostMegabytes);
        }
        out.write(buffer, 0, count);
      }
    }
  }

  private Taken take(OpenedPackage opened) throws IOException {
    String from = opened.partner().name();
    PackageStart start = opened.start();
    try (InputStream body = opened.body()) {
      return switch (journal.take(
          opened.partner(), new Place(start.epoch(), start.number()), body)) {
        case Outcome.Taken taken -> {
          learn(opened.partner(), start);
          yield new Taken(from, start.at(), taken);
        }
        case Outcome.Stopped _ -> throw new PackageRefused(Reason.STOPPED, from);
        case Outcome.Contradicts against ->
            throw new PackageRefused(Reason.CONTRADICTS, from, against.batch(), against.reason());
      };
    }
  }
}
