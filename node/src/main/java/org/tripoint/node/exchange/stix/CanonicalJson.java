package org.tripoint.node.exchange.stix;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Canonical JSON (RFC 8785) of trees of sorted maps, lists, texts, whole numbers and truth values.
///
/// Degrees may be decimals. Maps are sorted by the UTF-16 code units of their names, as `String`
/// compares; numbers are whole and below 2^53, so that their digits are canonical.
final class CanonicalJson {
  private static final long LARGEST = (1L << 53) - 1;

  private static final BigDecimal LARGEST_DEGREES = BigDecimal.valueOf(360);

  private final StringBuilder out = new StringBuilder(1024);

  private CanonicalJson() {}

  static byte[] bytes(SortedMap<String, Object> object) {
    return text(object).getBytes(StandardCharsets.UTF_8);
  }

  static String text(SortedMap<String, Object> object) {
    CanonicalJson json = new CanonicalJson();
    json.value(object);
    return json.out.toString();
  }

  private void value(Object value) {
    switch (value) {
      case String text -> string(text);
      case Boolean truth -> out.append(truth.booleanValue());
      case Long whole -> number(whole);
      case Integer whole -> number(whole);
      case BigDecimal decimal -> decimal(decimal);
      case List<?> list -> array(list);
      case SortedMap<?, ?> map -> object(map);
      case Object other ->
          throw new IllegalArgumentException(
              "expected a value of canonical JSON, found " + other.getClass());
    }
  }

  private void number(long whole) {
    if (Math.abs(whole) > LARGEST) {
      throw new IllegalArgumentException("expected a whole number below 2^53");
    }
    out.append(whole);
  }

  /// Degrees of a circle, to a millionth: so few digits are written alike as a decimal and as the
  /// nearest binary number.
  private void decimal(BigDecimal degrees) {
    if (degrees.abs().compareTo(LARGEST_DEGREES) > 0) {
      throw new IllegalArgumentException("expected degrees");
    }
    BigDecimal rounded = degrees.setScale(6, RoundingMode.HALF_UP);
    out.append(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  private void array(List<?> list) {
    char before = '[';
    for (Object each : list) {
      out.append(before);
      value(each);
      before = ',';
    }
    out.append(before == '[' ? "[]" : "]");
  }

  private void object(SortedMap<?, ?> map) {
    char before = '{';
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(before);
      string((String) member.getKey());
      out.append(':');
      value(member.getValue());
      before = ',';
    }
    out.append(before == '{' ? "{}" : "}");
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> plain(c);
      }
    }
    out.append('"');
  }

  private void plain(char c) {
    if (c < 0x20) {
      out.append("\\u00").append(c < 0x10 ? '0' : '1').append(Character.forDigit(c & 15, 16));
    } else {
      out.append(c);
    }
  }
}
