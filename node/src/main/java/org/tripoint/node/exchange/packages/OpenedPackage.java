package org.tripoint.node.exchange.packages;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.exchange.keys.Jws;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.keys.SealingKey;
import org.tripoint.node.exchange.packages.PackageRefused.Reason;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RecordKinds;

/// A package that has been read to its end: unchanged, complete, from a partner, for this node.
/// What it brings is read a second time from the file.
///
/// @param partner who made it
/// @param start what it says of itself
/// @param bodyFrom bytes of the opened text before what it brings
/// @param bodyLength bytes of what it brings
record OpenedPackage(
    Path file,
    SealingKey key,
    Partner partner,
    PackageStart start,
    long bodyFrom,
    long bodyLength) {

  private static final int LONGEST_LINE = 4 << 20;

  /// Checks everything that can be checked before anything is taken.
  static OpenedPackage open(
      Path file, SealingKey key, Partners partners, OwnName own, RecordKinds kinds)
      throws IOException {
    try (InputStream in =
        new BufferedInputStream(
            new SealedInput(Files.newInputStream(file), key), SealedOutput.PIECE)) {
      Lines lines = new Lines(in);
      String signed = lines.next(MakePackage.START);
      if (signed == null) {
        throw new PackageRefused(Reason.UNREADABLE, 0L);
      }
      Partner partner = sender(signed, partners, kinds);
      PackageStart start = start(signed, partner, own, kinds);
      long bodyFrom = lines.read;
      long before = bodyFrom;
      String sha256 = lines.digestSoFar();
      String end = lines.next(MakePackage.END);
      while (end == null) {
        before = lines.read;
        sha256 = lines.digestSoFar();
        end = lines.next(MakePackage.END);
      }
      requireEnd(end, sha256, partner, kinds, before);
      if (in.read() >= 0) {
        throw new PackageRefused(Reason.UNREADABLE, lines.read);
      }
      return new OpenedPackage(file, key, partner, start, bodyFrom, before - bodyFrom);
    }
  }

  /// What it brings, in the journal's text.
  InputStream body() throws IOException {
    InputStream in = new SealedInput(Files.newInputStream(file), key);
    in.skipNBytes(bodyFrom);
    return new Bounded(in, bodyLength);
  }

  private static Partner sender(String signed, Partners partners, RecordKinds kinds)
      throws PackageRefused {
    String name;
    try {
      String json =
          new String(
              Base64.getUrlDecoder().decode(signed.split("\\.", -1)[1]), StandardCharsets.UTF_8);
      name = kinds.parse(PackageStart.FORM, json).from();
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new PackageRefused(Reason.UNREADABLE, 0L);
    }
    return partners.find(name).orElseThrow(() -> new PackageRefused(Reason.STRANGER, name));
  }

  private static PackageStart start(String signed, Partner partner, OwnName own, RecordKinds kinds)
      throws PackageRefused {
    PackageStart start;
    try {
      Jws.Opened opened = Jws.open(signed, PackageStart.TYPE, partner.introduction()::key);
      start = kinds.parse(PackageStart.FORM, opened.text());
    } catch (NotTrusted | IllegalArgumentException e) {
      throw new PackageRefused(Reason.NOT_SIGNED, partner.name());
    }
    if (!start.to().equals(own.name())) {
      throw new PackageRefused(Reason.FORWARDED, partner.name(), start.to());
    }
    return start;
  }

  private static void requireEnd(
      String signed, String sha256, Partner partner, RecordKinds kinds, long at)
      throws PackageRefused {
    try {
      Jws.Opened opened = Jws.open(signed, PackageEnd.TYPE, partner.introduction()::key);
      if (!kinds.parse(PackageEnd.FORM, opened.text()).sha256().equals(sha256)) {
        throw new PackageRefused(Reason.ALTERED, at);
      }
    } catch (NotTrusted | IllegalArgumentException e) {
      throw new PackageRefused(Reason.NOT_SIGNED, partner.name());
    }
  }

  /// Reads line by line and keeps the digest of what has been read.
  private static final class Lines {
    private final InputStream in;
    private final MessageDigest digest = Sha256.start();
    private long read;

    Lines(InputStream in) {
      this.in = in;
    }

    /// What follows the word on the next line; null when it begins with another.
    @Nullable String next(String word) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0 || line.size() == LONGEST_LINE) {
          throw new PackageRefused(Reason.UNREADABLE, read);
        }
        line.write(next);
      }
      byte[] bytes = line.toByteArray();
      digest.update(bytes);
      digest.update((byte) '\n');
      read += bytes.length + 1L;
      String start =
          new String(bytes, 0, Math.min(bytes.length, word.length()), StandardCharsets.US_ASCII);
      return start.equals(word)
          ? new String(
              bytes, word.length(), bytes.length - word.length(), StandardCharsets.US_ASCII)
          : null;
    }

    String digestSoFar() {
      try {
        return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException("expected a digest that can be continued", e);
      }
    }
  }

  /// The next so many bytes of another stream.
  private static final class Bounded extends InputStream {
    private final InputStream in;
    private long left;

    Bounded(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(into, from, (int) Math.min(length, left));
      if (count > 0) {
        left -= count;
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
