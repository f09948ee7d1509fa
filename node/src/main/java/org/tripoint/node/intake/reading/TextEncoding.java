package org.tripoint.node.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.reading.FileRefusal.Rule;

/// How the bytes of a file stand for characters, decided by reading all of them.
///
/// The rule: a byte order mark decides. Else UTF-16 when every second byte of the first 4 KiB is
/// mostly zero and no other is. Else UTF-8 when the whole file is valid UTF-8. Else Windows-1252,
/// in which five bytes stand for nothing: a file with one of them is not text. A file with lines of
/// both is refused ([EncodingMixture]). A zero byte that is no half of a UTF-16 character is
/// refused.
///
/// @param charset the encoding
/// @param markBytes length of the byte order mark, 0 to 3
public record TextEncoding(Charset charset, int markBytes) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int SAMPLE = 4096;

  /// True for the encoding that is left when no other fits.
  boolean isGuessed() {
    return charset.equals(WINDOWS_1252);
  }

  static TextEncoding detect(InputStream in, String file) throws IOException {
    byte[] head = in.readNBytes(SAMPLE);
    if (head.length == 0) {
      throw refusal(Rule.EMPTY_FILE, file, "0 B", "CSV, XLSX");
    }
    refuseOtherKinds(head, file);
    TextEncoding marked = byMark(head);
    if (marked != null) {
      check(marked.charset, head, marked.markBytes, in, file);
      return marked;
    }
    Charset wide = wide(head);
    if (wide != null) {
      check(wide, head, 0, in, file);
      return new TextEncoding(wide, 0);
    }
    return new TextEncoding(narrow(head, in, file), 0);
  }

  private static void refuseOtherKinds(byte[] head, String file) throws IOException {
    if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw refusal(Rule.OLD_WORKBOOK, file, "OLE2", "CSV, XLSX");
    }
    if (startsWith(head, '%', 'P', 'D', 'F')) {
      throw refusal(Rule.NOT_A_TABLE, file, "PDF", "CSV, XLSX");
    }
    if (startsWith(head, 'P', 'K', 3, 4)) {
      throw refusal(Rule.NOT_A_TABLE, file, "ZIP", "CSV, XLSX");
    }
    if (startsWith(head, 0x89, 'P', 'N', 'G')) {
      throw refusal(Rule.NOT_A_TABLE, file, "PNG", "CSV, XLSX");
    }
    if (startsWith(head, 0xff, 0xd8, 0xff)) {
      throw refusal(Rule.NOT_A_TABLE, file, "JPEG", "CSV, XLSX");
    }
  }

  private static @Nullable TextEncoding byMark(byte[] head) {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(head, 0xff, 0xfe)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    return null;
  }

  private static @Nullable Charset wide(byte[] head) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    int half = head.length / 2;
    if (half >= 2 && odd > half * 0.6 && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return half >= 2 && even > half * 0.6 && odd == 0 ? StandardCharsets.UTF_16BE : null;
  }

  private static void check(Charset charset, byte[] head, int skip, InputStream in, String file)
      throws IOException {
    var scan = new Scan(charset);
    if (!scan.take(head, skip, head.length) || !scan.takeAll(in)) {
      throw scan.refusal(file, charset);
    }
  }

  private static Charset narrow(byte[] head, InputStream in, String file) throws IOException {
    var utf8 = new Scan(StandardCharsets.UTF_8);
    var windows = new Scan(WINDOWS_1252);
    boolean isUtf8 = utf8.take(head, 0, head.length);
    boolean isWindows = windows.take(head, 0, head.length);
    var bytes = new byte[1 << 16];
    int read;
    while ((isUtf8 || isWindows) && (read = in.read(bytes)) > 0) {
      isUtf8 = isUtf8 && utf8.take(bytes, 0, read);
      isWindows = isWindows && windows.take(bytes, 0, read);
    }
    if (isUtf8 && utf8.end()) {
      return StandardCharsets.UTF_8;
    }
    if (isWindows) {
      return WINDOWS_1252;
    }
    throw utf8.sawZero || windows.sawZero
        ? refusal(Rule.NUL_BYTE, file, "U+0000", "UTF-8, UTF-16, Windows-1252")
        : refusal(Rule.NOT_TEXT, file, "", "UTF-8, UTF-16, Windows-1252");
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static FileRefusal.Raised refusal(Rule rule, String file, String found, String expected) {
    return new FileRefusal.Raised(new FileRefusal(rule, file, 0, "", found, expected));
  }

  /// Decodes piece by piece to see whether all bytes stand for characters other than zero.
  private static final class Scan {
    private final CharsetDecoder decoder;
    private final CharBuffer characters = CharBuffer.allocate((1 << 16) + 16);
    private byte[] rest = new byte[0];
    private boolean sawZero;

    Scan(Charset charset) {
      decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    boolean takeAll(InputStream in) throws IOException {
      var bytes = new byte[1 << 16];
      int read;
      while ((read = in.read(bytes)) > 0) {
        if (!take(bytes, 0, read)) {
          return false;
        }
      }
      return end();
    }

    boolean take(byte[] bytes, int from, int to) {
      ByteBuffer input = ByteBuffer.wrap(bytes, from, to - from);
      if (rest.length > 0) {
        var joined = new byte[rest.length + to - from];
        System.arraycopy(rest, 0, joined, 0, rest.length);
        System.arraycopy(bytes, from, joined, rest.length, to - from);
        input = ByteBuffer.wrap(joined);
      }
      characters.clear();
      try {
        var result = decoder.decode(input, characters, false);
        if (result.isError()) {
          result.throwException();
        }
      } catch (CharacterCodingException e) {
        return false;
      }
      rest = new byte[input.remaining()];
      input.get(rest);
      return !hasZero();
    }

    boolean end() {
      return rest.length == 0;
    }

    private boolean hasZero() {
      char[] array = characters.array();
      int length = characters.position();
      for (int i = 0; i < length; i++) {
        if (array[i] == 0) {
          sawZero = true;
          return true;
        }
      }
      return false;
    }

    FileRefusal.Raised refusal(String file, Charset charset) {
      return sawZero
          ? TextEncoding.refusal(Rule.NUL_BYTE, file, "U+0000", charset.name())
          : TextEncoding.refusal(Rule.NOT_TEXT, file, "", charset.name());
    }
  }
}
