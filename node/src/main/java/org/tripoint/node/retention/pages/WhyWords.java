package org.tripoint.node.retention.pages;

import org.jspecify.annotations.Nullable;
import org.tripoint.node.retention.Span;
import org.tripoint.node.web.Page;

/// How reasons, times and kinds read.
public final class WhyWords {

  private WhyWords() {}

  /// `rule:a` as “rule a”.
  public static String of(Page page, String why) {
    int colon = why.indexOf(':');
    return colon < 0
        ? page.t("retention.why." + why)
        : page.t("retention.why." + why.substring(0, colon), why.substring(colon + 1));
  }

  public static String span(Page page, @Nullable Span span) {
    return span == null ? "–" : page.t("retention.span." + span.unit().name(), span.amount());
  }

  /// The kind in words; all kinds when empty.
  public static String kind(Page page, String kind) {
    if (kind.isEmpty()) {
      return page.t("retention.kind.all");
    }
    return page.has("proof.kind." + kind) ? page.t("proof.kind." + kind) : kind;
  }
}
