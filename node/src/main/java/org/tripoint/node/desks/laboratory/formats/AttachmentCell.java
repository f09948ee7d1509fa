package org.tripoint.node.desks.laboratory.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripoint.node.desks.laboratory.results.AttachedFile;

/// Reads the files that belong to a result from one cell: `ir-118.jdx | chemical/x-jcamp-dx | 20480
/// | SHA-256; …`. The files themselves stay with the laboratory.
final class AttachmentCell {

  private static final String COLUMN = "attachments";
  private static final String EXPECTED = "ir-118.jdx | chemical/x-jcamp-dx | 20480 | SHA-256";
  private static final int MOST = 200;

  private AttachmentCell() {}

  static List<AttachedFile> read(Cells cells) {
    List<AttachedFile> files = new ArrayList<>();
    for (String entry : cells.raw(COLUMN).split(";", -1)) {
      if (!entry.isBlank()) {
        try {
          if (files.size() >= MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " files");
          }
          files.add(file(entry));
        } catch (IllegalArgumentException e) {
          cells.refuse(COLUMN, "not-in-list", entry.strip(), EXPECTED);
        }
      }
    }
    return files;
  }

  private static AttachedFile file(String entry) {
    String[] parts = entry.split("\\|", -1);
    if (parts.length != 4 || !parts[2].strip().matches("\\d{1,15}")) {
      throw new IllegalArgumentException("expected a name, a media type, a size and a SHA-256");
    }
    return new AttachedFile(
        parts[3].strip().toLowerCase(Locale.ROOT),
        Long.parseLong(parts[2].strip()),
        parts[1].strip(),
        parts[0].strip(),
        "");
  }
}
