package org.tripoint.node.desks.laboratory.results;

import java.util.regex.Pattern;

/// A file that belongs to a result, such as a spectrum. The record holds its digest; the node that
/// made it may keep the file itself.
///
/// @param sha256 of the file, 64 hexadecimal digits
/// @param bytes its size
/// @param mediaType such as `chemical/x-jcamp-dx`
/// @param fileName as it was handed in, or ""
/// @param description what it shows, or ""
public record AttachedFile(
    String sha256, long bytes, String mediaType, String fileName, String description) {

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9.+-]{0,60}/[a-zA-Z0-9][a-zA-Z0-9.+-]{0,60}");

  public AttachedFile {
    Texts.requireSha256(sha256);
    Texts.require("a file name", fileName, 0, 200);
    Texts.require("a description", description, 0, 500);
    if (bytes < 0) {
      throw new IllegalArgumentException("expected a size of at least 0");
    }
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new IllegalArgumentException(
          "expected a media type such as chemical/x-jcamp-dx, found '" + mediaType + "'");
    }
  }
}
