package org.tripoint.node.desks.seizures.formats;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tripoint.node.intake.Format.Row;

/// Names a row by what it says, where its source gives it no id.
final class ContentKey {

  private ContentKey() {}

  /// SHA-256 over the cells of these columns, hex.
  static String of(Row row, List<String> columns) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String column : columns) {
        digest.update(row.text(column).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in every Java runtime", e);
    }
  }
}
