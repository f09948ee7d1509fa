package org.tripoint.node.notices.mail;

import java.util.List;
import java.util.regex.Pattern;

/// One e-mail to one address.
///
/// @param id its Message-ID without brackets; the same when it is handed over again
/// @param to the address
/// @param subject one line
/// @param text plain text
/// @param files beside it
/// @param urgent true when it should be seen at once
public record Letter(
    String id, String to, String subject, String text, List<File> files, boolean urgent) {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
              + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  /// A file beside the text.
  public static final class File {
    private final String name;
    private final String type;
    private final byte[] bytes;

    /// @param type media type
    public File(String name, String type, byte[] bytes) {
      this.name = name;
      this.type = type;
      this.bytes = bytes.clone();
    }

    String name() {
      return name;
    }

    String type() {
      return type;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  public Letter {
    files = List.copyOf(files);
    if (!isAddress(to) || !isAddress(id)) {
      throw new IllegalArgumentException("expected an address and a Message-ID");
    }
    String line = CONTROL.matcher(subject).replaceAll(" ").strip();
    subject = line.substring(0, Math.min(line.length(), LONGEST_SUBJECT));
  }

  /// True for one plain address, such as `alerts@health.example`: nothing that could add another or
  /// a header.
  public static boolean isAddress(String text) {
    return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
  }
}
