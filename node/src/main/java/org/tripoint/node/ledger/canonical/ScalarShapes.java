package org.tripoint.node.ledger.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.tripoint.node.ledger.canonical.ContentRefused.Rule;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Decimals;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// Shapes of the types that are one JSON value.
final class ScalarShapes {
  private static final Shape LONG = new WholeNumber(false);
  private static final Shape INT = new WholeNumber(true);
  private static final Shape BOOLEAN = new Truth();

  static final Map<Class<?>, Shape> BY_TYPE =
      Map.ofEntries(
          Map.entry(String.class, new Free<>(String.class, s -> s, s -> s)),
          Map.entry(boolean.class, BOOLEAN),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(BigDecimal.class, new Decimal()),
          Map.entry(
              LocalDate.class,
              new Plain<>(LocalDate.class, ScalarShapes::dayText, LocalDate::parse)),
          Map.entry(
              YearMonth.class, new Plain<>(YearMonth.class, YearMonth::toString, YearMonth::parse)),
          Map.entry(
              Instant.class,
              new Plain<>(Instant.class, ScalarShapes::instantText, ScalarShapes::parseInstant)),
          Map.entry(
              PartialDate.class,
              new Plain<>(PartialDate.class, PartialDate::toString, PartialDate::parse)),
          Map.entry(Country.class, new Plain<>(Country.class, Country::code, Country::of)),
          Map.entry(
              RecordId.class, new Plain<>(RecordId.class, RecordId::toString, RecordId::parse)),
          Map.entry(UUID.class, new Plain<>(UUID.class, UUID::toString, UUID::fromString)),
          Map.entry(
              SubstanceId.class,
              new Free<>(SubstanceId.class, SubstanceId::key, SubstanceId::parse)));

  private ScalarShapes() {}

  static String dayText(LocalDate day) {
    if (day.getYear() < 0 || day.getYear() > 9999) {
      throw new ContentRefused(Rule.YEAR, "a year from 0 to 9999");
    }
    return day.toString();
  }

  /// UTC, to the microsecond at most, without needless zeros: `2024-01-31T00:00:00Z`,
  /// `2024-01-31T00:00:00.25Z`.
  static String instantText(Instant instant) {
    if (instant.get(ChronoField.NANO_OF_SECOND) % 1000 != 0) {
      throw new ContentRefused(Rule.MICROSECONDS, "whole microseconds");
    }
    String text = InstantText.of(instant);
    if (text.charAt(0) == '-' || text.charAt(0) == '+') {
      throw new ContentRefused(Rule.YEAR, "a year from 0 to 9999");
    }
    return text;
  }

  private static Instant parseInstant(String text) {
    if (!text.endsWith("Z")) {
      throw new IllegalArgumentException("expected an instant in UTC, found '" + text + "'");
    }
    Instant instant = Instant.parse(text);
    if (!instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
      throw new IllegalArgumentException("expected whole microseconds, found '" + text + "'");
    }
    return instant;
  }

  static Shape ofEnum(Class<?> type) {
    return new EnumName(type);
  }

  private static <T> T parse(JsonReader in, Function<String, T> parser) {
    String text = in.string();
    try {
      return parser.apply(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("expected a date or instant, found '" + text + "'", e);
    }
  }

  /// A value that its type writes as text and reads from it.
  private abstract static class Text<T> extends Shape {
    private final Class<T> type;
    private final Function<T, String> text;
    private final Function<String, T> parser;

    Text(Class<T> type, Function<T, String> text, Function<String, T> parser) {
      this.type = type;
      this.text = text;
      this.parser = parser;
    }

    final String text(Object value) {
      return text.apply(type.cast(value));
    }

    @Override
    Object read(JsonReader in) {
      return parse(in, parser);
    }
  }

  /// Text that may need escapes.
  private static final class Free<T> extends Text<T> {
    Free(Class<T> type, Function<T, String> text, Function<String, T> parser) {
      super(type, text, parser);
    }

    @Override
    void write(JsonWriter out, Object value) {
      out.string(text(value));
    }
  }

  /// Text that is plain ASCII by its type.
  private static final class Plain<T> extends Text<T> {
    Plain(Class<T> type, Function<T, String> text, Function<String, T> parser) {
      super(type, text, parser);
    }

    @Override
    void write(JsonWriter out, Object value) {
      out.plain(text(value));
    }
  }

  private static final class Decimal extends Shape {
    @Override
    void write(JsonWriter out, Object value) {
      BigDecimal decimal = (BigDecimal) value;
      if (decimal.precision() > 100 || Math.abs((long) decimal.scale()) > 60) {
        throw new ContentRefused(
            Rule.DECIMAL_DIGITS, "a decimal of at most 100 digits, 60 of them decimals");
      }
      out.plain(Decimals.plain(decimal));
    }

    @Override
    Object read(JsonReader in) {
      return Decimals.parse(in.string());
    }

    @Override
    boolean same(Object left, Object right) {
      return Decimals.sameToTwelveDigits((BigDecimal) left, (BigDecimal) right);
    }
  }

  private static final class WholeNumber extends Shape {
    private final boolean small;

    WholeNumber(boolean small) {
      this.small = small;
    }

    @Override
    void write(JsonWriter out, Object value) {
      out.integer(((Number) value).longValue());
    }

    @Override
    Object read(JsonReader in) {
      long value = in.integer();
      if (!small) {
        return value;
      }
      if (value != (int) value) {
        throw new IllegalArgumentException("expected a number of 32 bits, found " + value);
      }
      return (int) value;
    }
  }

  private static final class Truth extends Shape {
    @Override
    void write(JsonWriter out, Object value) {
      out.bool((Boolean) value);
    }

    @Override
    Object read(JsonReader in) {
      return in.bool();
    }
  }

  private static final class EnumName extends Shape {
    private final Map<String, Object> constants = new java.util.HashMap<>();
    private final String type;

    EnumName(Class<?> type) {
      this.type = type.getSimpleName();
      for (Object constant : type.getEnumConstants()) {
        constants.put(((Enum<?>) constant).name(), constant);
      }
    }

    @Override
    void write(JsonWriter out, Object value) {
      out.string(((Enum<?>) value).name());
    }

    @Override
    Object read(JsonReader in) {
      String name = in.string();
      Object constant = constants.get(name);
      if (constant == null) {
        throw new IllegalArgumentException("expected a " + type + ", found '" + name + "'");
      }
      return constant;
    }
  }
}
