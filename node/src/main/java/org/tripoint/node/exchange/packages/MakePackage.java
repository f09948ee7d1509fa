package org.tripoint.node.exchange.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.journal.CarryJournal;
import org.tripoint.node.exchange.journal.CarryJournal.Place;
import org.tripoint.node.exchange.journal.CarryJournal.Which;
import org.tripoint.node.exchange.journal.CarryJournal.Written;
import org.tripoint.node.exchange.keys.NodeSigner;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.packages.PackageRefused.Reason;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RecordKinds;

/// Makes a package for a partner: what it has not confirmed, or everything after a place, and the
/// receipts it is owed; signed, then sealed for it.
@Service
public class MakePackage {

  static final String START = "package ";
  static final String END = "close ";

  private final CarryJournal journal;
  private final Partners partners;
  private final OwnIntroduction introduction;
  private final NodeSigner signer;
  private final OwnName own;
  private final RecordKinds kinds;
  private final Clock clock;

  MakePackage(
      CarryJournal journal,
      Partners partners,
      OwnIntroduction introduction,
      NodeSigner signer,
      OwnName own,
      RecordKinds kinds,
      Clock clock) {
    this.journal = journal;
    this.partners = partners;
    this.introduction = introduction;
    this.signer = signer;
    this.own = own;
    this.kinds = kinds;
    this.clock = clock;
  }

  /// A package in a file that the caller deletes.
  ///
  /// @param name under which it is handed on, such as `tripoint-us-to-ca.package`
  public record Made(Path file, String name, long batches, long receipts) {}

  /// Makes it, in a file of its own: what fails in the middle is never handed out.
  ///
  /// @throws PackageRefused when there is no such partner, or nothing to seal for it
  public Made make(String name, Which which) throws IOException {
    Partner partner =
        partners.find(name).orElseThrow(() -> new PackageRefused(Reason.NO_PARTNER, name));
    PublicKey recipient =
        partner
            .introduction()
            .sealingKey()
            .orElseThrow(() -> new PackageRefused(Reason.NO_SEALING_KEY, name));
    if (journal.givesNothing(name)) {
      throw new PackageRefused(Reason.NOTHING_GIVEN, name);
    }
    Path file = Files.createTempFile("tripoint-", ".package");
    try (OutputStream out = Files.newOutputStream(file);
        SealedOutput sealed = new SealedOutput(out, recipient)) {
      Written written = write(partner, which, sealed);
      sealed.end();
      return new Made(
          file,
          "tripoint-%s-to-%s.package".formatted(own.name(), name),
          written.batches(),
          written.receipts());
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private Written write(Partner partner, Which which, OutputStream sealed) throws IOException {
    MessageDigest digest = Sha256.start();
    DigestOutputStream out = new DigestOutputStream(sealed, digest);
    Place confirmed = journal.confirmed(partner.name());
    PackageStart start =
        new PackageStart(
            own.name(),
            partner.name(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            confirmed.epoch(),
            confirmed.number(),
            introduction.current().signed(),
            partner.introduction().issue());
    line(out, START, PackageStart.TYPE, kinds.write(PackageStart.FORM, start));
    Written written = journal.write(partner, which, out);
    PackageEnd end =
        new PackageEnd(
            HexFormat.of().formatHex(digest.digest()), written.batches(), written.receipts());
    line(out, END, PackageEnd.TYPE, kinds.write(PackageEnd.FORM, end));
    return written;
  }

  private void line(OutputStream out, String word, String type, String json) throws IOException {
    String signed = signer.sign(type, json.getBytes(StandardCharsets.UTF_8));
    out.write((word + signed + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
