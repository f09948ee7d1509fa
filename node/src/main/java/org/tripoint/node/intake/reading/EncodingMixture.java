package org.tripoint.node.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tripoint.node.intake.reading.FileRefusal.Rule;

/// Looks for lines of different encodings in a file that is not UTF-8 from end to end: read as
/// Windows-1252, its UTF-8 letters would turn into two wrong ones each, and nobody would be told.
///
/// The rule: some line holds a byte that UTF-8 cannot have there, and some line (the same or
/// another) holds a letter from À to ÿ in UTF-8. In Windows-1252 such a letter is `Ã` before a sign
/// such as `©`, which no word of our languages has.
final class EncodingMixture {

  private static final int FIRST_LETTER = 0xc0;
  private static final int LAST_LETTER = 0xff;

  private long line = 1;
  private boolean afterReturn;
  private int waiting;
  private int character;
  private long utf8Line;
  private long otherLine;

  private EncodingMixture() {}

  /// Reads to the first line of each encoding, or to the end.
  static Optional<FileRefusal> find(InputStream in, String file) throws IOException {
    var mixture = new EncodingMixture();
    var bytes = new byte[1 << 16];
    int read;
    while (!mixture.isFound() && (read = in.read(bytes)) > 0) {
      for (int i = 0; i < read; i++) {
        mixture.take(bytes[i] & 0xff);
      }
    }
    return mixture.isFound() ? Optional.of(mixture.refusal(file)) : Optional.empty();
  }

  private boolean isFound() {
    return utf8Line > 0 && otherLine > 0;
  }

  private FileRefusal refusal(String file) {
    return new FileRefusal(
        Rule.MIXED_ENCODINGS, file, 0, "", String.valueOf(utf8Line), String.valueOf(otherLine));
  }

  private void take(int octet) {
    if (waiting > 0 && (octet & 0xc0) == 0x80) {
      follow(octet);
    } else {
      begin(octet);
    }
    boolean isEnd = octet == '\r' || (octet == '\n' && !afterReturn);
    line += isEnd ? 1 : 0;
    afterReturn = octet == '\r';
  }

  private void follow(int octet) {
    character = (character << 6) | (octet & 0x3f);
    waiting--;
    if (waiting == 0 && character >= FIRST_LETTER && character <= LAST_LETTER && utf8Line == 0) {
      utf8Line = line;
    }
  }

  private void begin(int octet) {
    int follow = octet < 0x80 ? 0 : octet < 0xc2 ? -1 : octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3;
    boolean isBroken = waiting > 0 || follow < 0 || octet > 0xf4;
    if (isBroken && otherLine == 0) {
      otherLine = line;
    }
    waiting = isBroken && follow < 0 ? 0 : follow;
    character = octet & (0x3f >> Math.max(0, follow));
  }
}
