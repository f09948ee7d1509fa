package org.tripoint.engines.spectra.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of a text file, without their ends and trailing space.
///
/// A line that is not UTF-8 is read as Windows-1252, which old libraries are written in. Control
/// characters become spaces, so that nobody downstream meets one.
final class Lines implements Closeable {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final InputStream in;
  private final ReadingLimits limits;
  private final byte[] buffer = new byte[1 << 13];
  private int at;
  private int end;
  private long bytes;
  private long number;
  private byte[] line;
  private boolean afterReturn;
  private @Nullable String back;

  Lines(InputStream in, ReadingLimits limits) {
    this.in = in;
    this.limits = limits;
    this.line = new byte[Math.min(256, limits.lineBytes())];
  }

  /// The line that was given last, from 1.
  long number() {
    return number;
  }

  /// Gives the same line once more.
  void pushBack(String given) {
    back = given;
  }

  /// The next line; null at the end.
  @Nullable String next() throws IOException, Unfit {
    if (back != null) {
      String given = back;
      back = null;
      return given;
    }
    int length = 0;
    int all = 0;
    boolean control = false;
    while (true) {
      if (at == end && !fill()) {
        if (length == 0) {
          return null;
        }
        break;
      }
      byte b = buffer[at++];
      if (b == '\n' || b == '\r') {
        if (b == '\n' && afterReturn && length == 0) {
          afterReturn = false;
          continue;
        }
        afterReturn = b == '\r';
        break;
      }
      afterReturn = false;
      if (length == line.length) {
        line = longer(line);
      }
      line[length++] = b;
      all |= b;
      control |= (b >= 0 && b < ' ') || b == 127;
    }
    number++;
    return text(length, all < 0, control);
  }

  private byte[] longer(byte[] full) throws Unfit {
    if (full.length >= limits.lineBytes()) {
      number++;
      throw Unfit.file(Fault.LINE_TOO_LONG, limits.lineBytes());
    }
    return Arrays.copyOf(full, (int) Math.min(limits.lineBytes(), full.length * 2L));
  }

  private boolean fill() throws IOException, Unfit {
    int read = in.read(buffer);
    at = 0;
    end = Math.max(0, read);
    bytes += end;
    if (bytes > limits.fileBytes()) {
      throw Unfit.file(Fault.FILE_TOO_LARGE, limits.fileBytes());
    }
    return read > 0;
  }

  private String text(int length, boolean beyondAscii, boolean control) {
    int from = number == 1 && startsWithMark(length) ? 3 : 0;
    String text =
        beyondAscii
            ? decoded(from, length)
            : new String(line, from, length - from, StandardCharsets.ISO_8859_1);
    return (control || beyondAscii ? withoutControls(text) : text).stripTrailing();
  }

  private boolean startsWithMark(int length) {
    return length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private String decoded(int from, int length) {
    ByteBuffer raw = ByteBuffer.wrap(line, from, length - from);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
    } catch (CharacterCodingException e) {
      return new String(line, from, length - from, WINDOWS);
    }
  }

  private static String withoutControls(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      clean.append(Character.isISOControl(c) ? ' ' : c);
    }
    return clean.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
