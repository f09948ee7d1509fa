package org.tripoint.node.metrics;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.function.Function;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.web.Page;

/// Everything one needs to quote a headline as it stands today.
public final class CiteHeadline {

  private CiteHeadline() {}

  /// The sentence to copy; empty where there is no value.
  ///
  /// @param where country and what is kept apart, in words
  /// @param period the twelve months, in words; called for a month with a value only
  public static String of(
      Headline headline, String where, Function<YearMonth, String> period, Page page) {
    BigDecimal value = headline.value();
    YearMonth month = headline.month();
    return value == null || month == null
        ? ""
        : page.t(
            "metrics.citation.headline",
            headline.title(),
            where,
            page.number(value, headline.decimals()) + " " + page.t(headline.unitKey(), value),
            period.apply(month),
            headline.metric(),
            String.valueOf(headline.version()),
            page.nodeName());
  }
}
