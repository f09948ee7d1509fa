package org.tripoint.node.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers and dates as a language writes them.
///
/// Source: CLDR as shipped with the JDK, with one departure: Canadian French groups digits by a
/// narrow no-break space (U+202F), as its typography asks for, where CLDR has the wide one.
///
/// @param locale of the page
/// @param zone in which instants are written
public record Writing(Locale locale, ZoneId zone) {

  static final Pattern PLAIN_DECIMAL =
      Pattern.compile("(?<![\\w.,:/-])(?:\\d{1,18}\\.\\d{1,18}|\\d{5,18})(?![\\w.:/-])");

  /// Grouped, rounded half up to at most `decimals`, without trailing zeros.
  public String number(BigDecimal value, int decimals) {
    NumberFormat format = numbers();
    format.setMaximumFractionDigits(Math.max(0, decimals));
    format.setMinimumFractionDigits(0);
    return format.format(value);
  }

  public String number(long value) {
    return numbers().format(value);
  }

  /// A share as per cent: 0.123 is `12.3%`, `12.3 %`, `12,3 %`.
  public String percent(BigDecimal share, int decimals) {
    String digits = number(share.movePointRight(2), decimals);
    return Language.of(locale) == Language.FRENCH ? digits + "\u00a0%" : digits + "%";
  }

  /// `Nov 21, 2026`, `21 nov 2026`, `21 nov. 2026`.
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /// `Nov 2026`, `nov 2026`, `nov. 2026`.
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLL y", locale).format(month);
  }

  /// `Nov 21, 2026, 20:54 UTC`: day and minute with the zone, 24 hours in every language.
  public String instant(Instant instant) {
    var at = instant.atZone(zone);
    return day(at.toLocalDate())
        + ", "
        + DateTimeFormatter.ofPattern("HH:mm zzz", locale).format(at);
  }

  private NumberFormat numbers() {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_UP);
    if (format instanceof DecimalFormat decimal && Language.of(locale) == Language.FRENCH) {
      DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
      symbols.setGroupingSeparator('\u202f');
      decimal.setDecimalFormatSymbols(symbols);
    }
    return format;
  }
}
