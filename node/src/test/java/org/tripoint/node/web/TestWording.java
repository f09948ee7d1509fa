package org.tripoint.node.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// The real words of one language, without a request.
public record TestWording(Language language, Writing writing, MessageSource words)
    implements Wording {

  public static TestWording of(Language language) {
    return new TestWording(
        language, new Writing(language.locale(), ZoneId.of("UTC")), Words.ofAllRooms());
  }

  @Override
  public Locale locale() {
    return language.locale();
  }

  @Override
  public String t(String key, @Nullable Object... arguments) {
    return words.getMessage(key, arguments, language.locale());
  }

  @Override
  public String number(BigDecimal value, int decimals) {
    return writing.number(value, decimals);
  }

  @Override
  public String number(long value) {
    return writing.number(value);
  }

  @Override
  public String percent(BigDecimal share, int decimals) {
    return writing.percent(share, decimals);
  }

  @Override
  public String day(LocalDate day) {
    return writing.day(day);
  }

  @Override
  public String month(YearMonth month) {
    return writing.month(month);
  }

  @Override
  public String instant(Instant instant) {
    return writing.instant(instant);
  }
}
