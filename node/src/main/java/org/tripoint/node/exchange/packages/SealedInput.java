package org.tripoint.node.exchange.packages;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import org.tripoint.node.exchange.keys.Hpke;
import org.tripoint.node.exchange.keys.SealingKey;
import org.tripoint.node.exchange.packages.PackageRefused.Reason;

/// Opens what [SealedOutput] sealed. No byte is handed on before its piece is known to be the one
/// that was sealed there.
final class SealedInput extends InputStream {

  private static final Pattern START =
      Pattern.compile("tripoint-package ([0-9]{1,4}) ([0-9a-f]{16}) ([A-Za-z0-9_-]{43})");
  private static final int LONGEST_START = 120;
  private static final int SEALED_PIECE = SealedOutput.PIECE + Hpke.TAG_BYTES;

  private final BufferedInputStream in;
  private final Hpke.Sequence messages;
  private final byte[] sealed = new byte[SEALED_PIECE];
  private byte[] piece = {};
  private int at;
  private long sound;
  private boolean ended;

  SealedInput(InputStream in, SealingKey own) throws IOException {
    this.in = new BufferedInputStream(in, SEALED_PIECE);
    byte[] line = start();
    Matcher start = START.matcher(new String(line, StandardCharsets.US_ASCII));
    if (!start.matches()) {
      throw new PackageRefused(Reason.NO_PACKAGE);
    }
    String form = "tripoint-package " + start.group(1) + " ";
    if (!form.equals(SealedOutput.FORM)) {
      throw new PackageRefused(Reason.LATER_FORM, start.group(1));
    }
    if (!own.holds(start.group(2))) {
      throw new PackageRefused(Reason.FOR_ANOTHER_KEY, start.group(2), own.id());
    }
    sound = line.length + 1L;
    try {
      messages =
          own.open(
              start.group(2),
              Base64.getUrlDecoder().decode(start.group(3)),
              (form + start.group(2)).getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new PackageRefused(Reason.ALTERED, 0L);
    }
  }

  private byte[] start() throws IOException {
    byte[] line = new byte[LONGEST_START];
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || length == LONGEST_START) {
        throw new PackageRefused(Reason.NO_PACKAGE);
      }
      line[length++] = (byte) next;
    }
    return java.util.Arrays.copyOf(line, length);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (at == piece.length) {
      if (ended) {
        return -1;
      }
      openNext();
    }
    int count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, into, from, count);
    at += count;
    return count;
  }

  private void openNext() throws IOException {
    int length = in.readNBytes(sealed, 0, SEALED_PIECE);
    if (length < Hpke.TAG_BYTES) {
      throw new PackageRefused(Reason.CUT_OFF, sound);
    }
    ended = atEnd();
    try {
      piece = messages.open(ended ? SealedOutput.LAST : SealedOutput.MORE_COMES, sealed, length);
    } catch (AEADBadTagException e) {
      // At the end of the file a missing end and a changed one look alike.
      throw new PackageRefused(ended ? Reason.CUT_OFF : Reason.ALTERED, sound);
    }
    at = 0;
    sound += length;
  }

  private boolean atEnd() throws IOException {
    in.mark(1);
    boolean end = in.read() < 0;
    if (!end) {
      in.reset();
    }
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
