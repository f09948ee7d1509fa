package org.tripoint.node.exchange.packages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.PublicKey;
import java.time.Clock;
import org.tripoint.node.exchange.journal.CarryJournal;
import org.tripoint.node.exchange.journal.CarryJournal.Which;
import org.tripoint.node.exchange.keys.SealingKey;
import org.tripoint.node.exchange.keys.TestKeys;
import org.tripoint.node.exchange.packages.MakePackage.Made;
import org.tripoint.node.exchange.packages.TakePackage.Taken;
import org.tripoint.node.exchange.partners.TestPartners;
import org.tripoint.node.ledger.RecordKinds;

/// Packages of a test's node, as bytes.
public record TestPackages(MakePackage make, TakePackage take) {

  public static TestPackages over(
      CarryJournal journal, TestPartners of, TestKeys keys, RecordKinds kinds, Clock clock) {
    return new TestPackages(
        new MakePackage(journal, of.partners(), of.own(), keys.signer(), keys.own(), kinds, clock),
        new TakePackage(
            journal,
            of.partners(),
            of.introduce(),
            of.own(),
            keys.sealing(),
            keys.own(),
            kinds,
            1));
  }

  public byte[] pack(String partner, Which which) {
    try {
      Made made = make.make(partner, which);
      byte[] bytes = Files.readAllBytes(made.file());
      Files.delete(made.file());
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] pack(String partner) {
    return pack(partner, new Which.Unconfirmed());
  }

  public Taken unpack(byte[] bytes) throws IOException {
    return take.take(new ByteArrayInputStream(bytes));
  }

  /// The text inside a package of this key, sealed again for another one.
  public static byte[] sealedAgain(byte[] bytes, SealingKey from, PublicKey to) throws IOException {
    return sealed(new SealedInput(new ByteArrayInputStream(bytes), from).readAllBytes(), to);
  }

  public static byte[] opened(byte[] bytes, SealingKey key) throws IOException {
    return new SealedInput(new ByteArrayInputStream(bytes), key).readAllBytes();
  }

  public static byte[] sealed(byte[] text, PublicKey to) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SealedOutput sealed = new SealedOutput(out, to)) {
      sealed.write(text);
    }
    return out.toByteArray();
  }
}
