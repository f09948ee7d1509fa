package org.tripoint.node.desks.laboratory.spectra;

import org.springframework.web.multipart.MultipartFile;

/// Names of files as people hand them in.
final class FileNames {

  private static final int LONGEST = 200;

  private FileNames() {}

  /// The last part of a path, without control characters; `file` when nothing is left.
  static String plain(MultipartFile file) {
    String name = file.getOriginalFilename();
    return plain(name == null ? "" : name);
  }

  static String plain(String whole) {
    String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? "file" : clean.substring(0, Math.min(clean.length(), LONGEST));
  }
}
