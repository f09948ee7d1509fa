package org.tripoint.node.metrics;

import java.math.BigDecimal;
import org.tripoint.node.metrics.ListHeadlines.Expected;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.web.Page;

/// What a headline that may still change is expected to become, in a few words.
public final class SayExpected {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SayExpected() {}

  /// `expected 70,100 (69,500 to 70,900), 97 % reported`; "" where it is settled or has no value.
  public static String of(Headline headline, Page page) {
    if (headline.notYetExpected()) {
      return page.t("metrics.recent.not-yet");
    }
    Expected expected = headline.expected();
    return expected == null
        ? ""
        : page.t(
            "metrics.recent.short",
            page.number(expected.median(), headline.decimals()),
            page.number(expected.ninetyLow(), headline.decimals()),
            page.number(expected.ninetyHigh(), headline.decimals()),
            page.number(expected.completeness().multiply(HUNDRED), 1));
  }
}
