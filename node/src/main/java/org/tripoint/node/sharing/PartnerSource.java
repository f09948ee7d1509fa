package org.tripoint.node.sharing;

import org.jspecify.annotations.Nullable;

/// How the source of a partner's record is written: `partner:ca/` and the source as the partner
/// names it.
public final class PartnerSource {
  private static final String PREFIX = "partner:";

  private PartnerSource() {}

  public static String of(String partner, String source) {
    return PREFIX + partner + "/" + source;
  }

  /// The source as the partner names it.
  public static String nameOf(String source) {
    return source.substring(source.indexOf('/') + 1);
  }

  /// The partner's short name, or null for a source of this node.
  public static @Nullable String partnerOf(String source) {
    if (!source.startsWith(PREFIX)) {
      return null;
    }
    int slash = source.indexOf('/');
    return slash < 0 ? source.substring(PREFIX.length()) : source.substring(PREFIX.length(), slash);
  }
}
