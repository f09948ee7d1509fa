package org.tripoint.node.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// Words, numbers and dates of one language: what a chart, an export or a file of findings needs of
/// a page.
public interface Wording {

  Locale locale();

  /// The words of a message key.
  String t(String key, @Nullable Object... arguments);

  /// `1,234.5`, `1 234,5`: grouped and rounded to at most `decimals` as the language writes it.
  String number(BigDecimal value, int decimals);

  String number(long value);

  /// A short text whose numbers are plain decimals, with them as the language writes them: `12.5
  /// kg` is `12,5 kg` in French. Whole numbers of fewer than five digits stay as they are, as they
  /// may be years.
  default String figures(String text) {
    return Writing.PLAIN_DECIMAL
        .matcher(text)
        .replaceAll(found -> {
          var value = new BigDecimal(found.group());
          return Matcher.quoteReplacement(number(value, value.scale()));
        });
  }

  /// A share as per cent: 0.123 is `12.3%` or, in French, `12,3 %`.
  String percent(BigDecimal share, int decimals);

  String day(LocalDate day);

  String month(YearMonth month);

  String instant(Instant instant);
}
