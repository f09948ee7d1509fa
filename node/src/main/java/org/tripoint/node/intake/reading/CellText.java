package org.tripoint.node.intake.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/// The text of a workbook cell: numbers as plain decimals, dates in ISO 8601, the rest as it
/// stands.
///
/// Source: ISO/IEC 29500-1 §18.17.4.1 (serial dates; in the 1900 system the 29th of February 1900,
/// which never was, has number 60).
final class CellText {

  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_466);
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
  private static final Pattern DATE_LETTERS = Pattern.compile("[ymdhs]");
  private static final int LONGEST_NUMBER = 60;

  private final boolean from1904;

  CellText(boolean from1904) {
    this.from1904 = from1904;
  }

  String of(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      return number(cell.getRawValue(), cell.getDataFormatString());
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return "1".equals(cell.getRawValue()) ? "TRUE" : "FALSE";
    }
    String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    return text == null ? "" : text;
  }

  String number(@Nullable String raw, @Nullable String format) {
    if (raw == null || raw.isBlank()) {
      return "";
    }
    if (raw.length() > LONGEST_NUMBER) {
      return raw;
    }
    BigDecimal value;
    try {
      value = new BigDecimal(raw.strip());
    } catch (NumberFormatException e) {
      return raw;
    }
    if (Math.abs((long) value.scale()) > 400) {
      return raw;
    }
    boolean isDate = isDate(format) && value.signum() >= 0 && value.compareTo(LAST_SERIAL) < 0;
    return isDate ? date(value) : value.toPlainString();
  }

  private static boolean isDate(@Nullable String format) {
    if (format == null || format.toLowerCase(Locale.ROOT).contains("general")) {
      return false;
    }
    String bare = LITERALS.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
    return DATE_LETTERS.matcher(bare).find();
  }

  private String date(BigDecimal serial) {
    long day = serial.longValue();
    long second =
        serial
            .subtract(BigDecimal.valueOf(day))
            .multiply(SECONDS_A_DAY)
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDateTime at = day(day).atStartOfDay().plus(second, ChronoUnit.SECONDS);
    if (second == 0) {
      return at.toLocalDate().toString();
    }
    return at.toString().length() == 16 ? at + ":00" : at.toString();
  }

  private LocalDate day(long serial) {
    if (from1904) {
      return LocalDate.of(1904, 1, 1).plusDays(serial);
    }
    return LocalDate.of(1899, 12, serial < 60 ? 31 : 30).plusDays(serial);
  }
}
