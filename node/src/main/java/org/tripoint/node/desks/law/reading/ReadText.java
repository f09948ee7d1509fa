package org.tripoint.node.desks.law.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.tripoint.node.desks.law.LawReading;
import org.tripoint.node.desks.law.reading.TextRefused.Why;

/// Reads a file of an instrument, packed by gzip or not: XML by its first character, else the list.
final class ReadText {

  /// Bytes of a file, unpacked.
  static final int MOST_BYTES = 20_000_000;

  private ReadText() {}

  static LawReading read(byte[] file) throws TextRefused {
    if (file.length == 0) {
      throw new TextRefused(Why.EMPTY, "");
    }
    byte[] text = unpacked(file);
    String sha256 = HexFormat.of().formatHex(sha256(file));
    return isXml(text) ? ReadCanadianText.read(text, sha256) : ReadDeaList.read(text, sha256);
  }

  private static byte[] unpacked(byte[] file) throws TextRefused {
    boolean packed = file.length > 2 && (file[0] & 0xFF) == 0x1F && (file[1] & 0xFF) == 0x8B;
    if (!packed) {
      return limited(file);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return limited(in.readNBytes(MOST_BYTES + 1));
    } catch (IOException e) {
      throw new TextRefused(Why.NOT_PACKED_WELL, "");
    }
  }

  private static byte[] limited(byte[] bytes) throws TextRefused {
    if (bytes.length > MOST_BYTES) {
      throw new TextRefused(Why.TOO_LARGE, "");
    }
    return bytes;
  }

  private static boolean isXml(byte[] text) {
    String start = new String(text, 0, Math.min(64, text.length), StandardCharsets.UTF_8);
    return start.replace("\uFEFF", "").stripLeading().startsWith("<");
  }

  /// First 16 hexadecimal digits of the hash of some words.
  static String hash(String words) {
    return HexFormat.of().formatHex(sha256(words.getBytes(StandardCharsets.UTF_8)), 0, 8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
