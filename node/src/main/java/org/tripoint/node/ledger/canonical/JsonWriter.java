package org.tripoint.node.ledger.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tripoint.node.ledger.canonical.ContentRefused.Rule;

/// Writes canonical JSON as UTF-8. The caller gives members in the order of their names; text is
/// escaped as RFC 8785 §3.2.2.2 says. Not thread-safe; reusable after [#reset].
public final class JsonWriter {
  /// Whole numbers that every JSON reader keeps exactly (RFC 8785 appendix D).
  static final long LARGEST_INTEGER = (1L << 53) - 1;

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[512];
  private int length;

  /// Forgets what was written.
  public void reset() {
    length = 0;
  }

  /// A copy of what was written.
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /// What was written, as text.
  public String text() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /// Writes a character of the syntax, such as `{`.
  public JsonWriter syntax(char c) {
    room(1);
    bytes[length++] = (byte) c;
    return this;
  }

  /// Writes bytes that are canonical JSON already.
  public JsonWriter raw(byte[] canonical) {
    room(canonical.length);
    System.arraycopy(canonical, 0, bytes, length, canonical.length);
    length += canonical.length;
    return this;
  }

  /// Writes ASCII text that needs no escape, in quotes: digits of a decimal, a date, an enum name.
  public JsonWriter plain(String ascii) {
    int n = ascii.length();
    room(n + 2);
    bytes[length++] = '"';
    ascii(ascii, n);
    bytes[length++] = '"';
    return this;
  }

  /// Writes a JSON number.
  ///
  /// @throws ContentRefused if a JSON number cannot hold it exactly
  public JsonWriter integer(long value) {
    if (value > LARGEST_INTEGER || value < -LARGEST_INTEGER) {
      throw new ContentRefused(Rule.WHOLE_NUMBER, "a whole number below 2^53");
    }
    String digits = Long.toString(value);
    room(digits.length());
    ascii(digits, digits.length());
    return this;
  }

  public JsonWriter bool(boolean value) {
    return raw(value ? TRUE : FALSE);
  }

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  /// Writes a JSON string.
  ///
  /// @throws ContentRefused if the text holds half of a surrogate pair, or U+0000: RFC 8785 has an
  ///   escape for it, but no text column behind the ledger can hold it
  public JsonWriter string(String text) {
    int n = text.length();
    room(n * 6 + 2);
    byte[] out = bytes;
    int at = length;
    out[at++] = '"';
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x80) {
        if (c == '"' || c == '\\') {
          out[at++] = '\\';
        }
        out[at++] = (byte) c;
      } else if (c < 0x20) {
        at = control(out, at, c);
      } else if (c < 0x800) {
        out[at++] = (byte) (0xC0 | (c >> 6));
        out[at++] = (byte) (0x80 | (c & 0x3F));
      } else if (!Character.isSurrogate(c)) {
        out[at++] = (byte) (0xE0 | (c >> 12));
        out[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        out[at++] = (byte) (0x80 | (c & 0x3F));
      } else {
        at = pair(out, at, text, i);
        i++;
      }
    }
    out[at++] = '"';
    length = at;
    return this;
  }

  private static int control(byte[] out, int start, char c) {
    if (c == 0) {
      throw new ContentRefused(Rule.NO_NUL, "text without U+0000");
    }
    int at = start;
    out[at++] = '\\';
    switch (c) {
      case '\b' -> out[at++] = 'b';
      case '\t' -> out[at++] = 't';
      case '\n' -> out[at++] = 'n';
      case '\f' -> out[at++] = 'f';
      case '\r' -> out[at++] = 'r';
      default -> {
        out[at++] = 'u';
        out[at++] = '0';
        out[at++] = '0';
        out[at++] = HEX[c >> 4];
        out[at++] = HEX[c & 15];
      }
    }
    return at;
  }

  private static int pair(byte[] out, int start, String text, int i) {
    if (!Character.isHighSurrogate(text.charAt(i))
        || i + 1 == text.length()
        || !Character.isLowSurrogate(text.charAt(i + 1))) {
      throw new ContentRefused(Rule.WHOLE_CHARACTERS, "whole characters");
    }
    int point = Character.toCodePoint(text.charAt(i), text.charAt(i + 1));
    int at = start;
    out[at++] = (byte) (0xF0 | (point >> 18));
    out[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
    out[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    out[at++] = (byte) (0x80 | (point & 0x3F));
    return at;
  }

  private void ascii(String text, int n) {
    for (int i = 0; i < n; i++) {
      bytes[length + i] = (byte) text.charAt(i);
    }
    length += n;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
