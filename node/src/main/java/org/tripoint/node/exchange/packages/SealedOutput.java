package org.tripoint.node.exchange.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Base64;
import org.tripoint.node.exchange.keys.Hpke;
import org.tripoint.node.exchange.keys.SigningKeys;

/// Seals what is written for one recipient, piece by piece: a line that names the form, the
/// recipient's key and the encapsulation, then pieces of 64 KiB, each with its tag. The last piece
/// says that it is the last.
///
/// Closing it ends the package, if nobody has; the stream below stays open.
final class SealedOutput extends OutputStream {

  static final int PIECE = 1 << 16;
  static final byte[] MORE_COMES = {0};
  static final byte[] LAST = {1};
  static final String FORM = "tripoint-package 1 ";

  private final OutputStream out;
  private final Hpke.Sequence messages;
  private final byte[] piece = new byte[PIECE];
  private int filled;
  private boolean ended;

  SealedOutput(OutputStream out, PublicKey recipient) throws IOException {
    this.out = out;
    String named = FORM + SigningKeys.idOf(recipient);
    Hpke.Sender sender = Hpke.to(recipient, named.getBytes(StandardCharsets.US_ASCII));
    this.messages = sender.messages();
    String encapsulation =
        Base64.getUrlEncoder().withoutPadding().encodeToString(sender.encapsulation());
    out.write((named + " " + encapsulation + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (filled == PIECE) {
        out.write(messages.seal(MORE_COMES, piece, filled));
        filled = 0;
      }
      int next = Math.min(length - done, PIECE - filled);
      System.arraycopy(bytes, from + done, piece, filled, next);
      filled += next;
      done += next;
    }
  }

  /// Writes the last piece; nothing can follow it.
  void end() throws IOException {
    if (!ended) {
      ended = true;
      out.write(messages.seal(LAST, piece, filled));
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    end();
  }
}
