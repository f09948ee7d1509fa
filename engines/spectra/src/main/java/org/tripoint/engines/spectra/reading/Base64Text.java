package org.tripoint.engines.spectra.reading;

import java.util.Arrays;

/// Collects base64 text in pieces and decodes it; white space is left out, anything else refused.
final class Base64Text {

  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      VALUES[alphabet.charAt(i)] = (byte) i;
    }
  }

  private final int mostBytes;
  private final int peaks;
  private byte[] bytes = new byte[1024];
  private int size;
  private int bits;
  private int held;
  private int padding;

  /// @param peaks for the message of a refusal
  Base64Text(int mostBytes, int peaks) {
    this.mostBytes = mostBytes;
    this.peaks = peaks;
  }

  void clear() {
    size = 0;
    bits = 0;
    held = 0;
    padding = 0;
  }

  void add(char[] text, int from, int length) throws Unfit {
    for (int i = from; i < from + length; i++) {
      char c = text[i];
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        continue;
      }
      if (c == '=') {
        padding++;
        continue;
      }
      int value = c < 128 ? VALUES[c] : -1;
      if (value < 0 || padding > 0) {
        throw Unfit.entry(Fault.MALFORMED, "base64", c);
      }
      bits = (bits << 6) | value;
      held += 6;
      if (held >= 8) {
        held -= 8;
        append((byte) (bits >> held));
        bits &= (1 << held) - 1;
      }
    }
  }

  private void append(byte b) throws Unfit {
    if (size == bytes.length) {
      if (size >= mostBytes) {
        throw Unfit.entry(Fault.TOO_MANY_PEAKS, peaks);
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(mostBytes, size * 2L));
    }
    bytes[size++] = b;
  }

  /// How many bytes there are.
  int size() throws Unfit {
    // Whole groups of four characters: 0, 2 or 4 bits are left, as many `=` as the group lacks.
    if (padding != held / 2 || bits != 0) {
      throw Unfit.entry(Fault.CUT_OFF, "the end of base64");
    }
    return size;
  }

  /// The bytes up to [#size()]; the caller does not keep them.
  byte[] bytes() {
    return bytes;
  }
}
