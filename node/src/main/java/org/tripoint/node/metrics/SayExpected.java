package org.tripoint.node.metrics;

import java.math.BigDecimal;
import org.tripoint.node.metrics.ListHeadlines.Expected;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.web.Page;

/// What may still change of a headline, in a few words.
public final class SayExpected {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SayExpected() {}

  /// `expected 70,100 (69,900 to 70,300 in five of ten cases, 69,500 to 70,900 in nine of ten); 97
  /// % reported`; "" where it is settled or has no value.
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
            page.number(expected.fiftyLow(), headline.decimals()),
            page.number(expected.fiftyHigh(), headline.decimals()),
            page.number(expected.ninetyLow(), headline.decimals()),
            page.number(expected.ninetyHigh(), headline.decimals()),
            page.number(expected.completeness().multiply(HUNDRED), 1));
  }

  /// Says which year is too early to judge beside the one that is judged; "" where none is.
  public static String tooEarly(Headline headline, Page page) {
    return headline.tooEarly() == null || headline.changePercent() == null
        ? ""
        : page.t("metrics.judgement.newer", page.month(headline.tooEarly()));
  }
}
