package org.tripoint.node.exchange.stix;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Decimals;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;
import tools.jackson.databind.JsonNode;

/// Fields that are one JSON value.
final class ScalarField {
  private static final long LARGEST = (1L << 53) - 1;
  private static final String HEX = "[0-9a-f]";
  private static final String UUID_PATTERN =
      "^%1$s{8}-%1$s{4}-%1$s{4}-%1$s{4}-%1$s{12}$".formatted(HEX);

  private static final String FREE = "text";

  static final Map<Class<?>, Field> BY_TYPE =
      Map.ofEntries(
          Map.entry(String.class, new Text(FREE, "", text -> {})),
          Map.entry(boolean.class, new Truth()),
          Map.entry(Boolean.class, new Truth()),
          Map.entry(int.class, new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(Integer.class, new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE)),
          Map.entry(long.class, new Whole(-LARGEST, LARGEST)),
          Map.entry(Long.class, new Whole(-LARGEST, LARGEST)),
          Map.entry(
              BigDecimal.class,
              new Text(
                  "a plain decimal in quotes",
                  "^-?[0-9]{1,60}(\\.[0-9]{1,40})?$",
                  Decimals::parse)),
          Map.entry(
              LocalDate.class,
              new Text("a date yyyy-mm-dd", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", LocalDate::parse)),
          Map.entry(
              YearMonth.class,
              new Text("a month yyyy-mm", "^[0-9]{4}-[0-9]{2}$", YearMonth::parse)),
          Map.entry(
              Instant.class,
              new Text(
                  "an instant in UTC, microseconds at most",
                  "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z$",
                  Instant::parse)),
          Map.entry(
              PartialDate.class, new Text("a date, as far as it is known", "", PartialDate::parse)),
          Map.entry(Country.class, new Text("a country of two letters", "^[A-Z]{2}$", Country::of)),
          Map.entry(RecordId.class, new Text("the id of a record", UUID_PATTERN, RecordId::parse)),
          Map.entry(UUID.class, new Text("a UUID", UUID_PATTERN, UUID::fromString)),
          Map.entry(SubstanceId.class, new Text("a substance", "", SubstanceId::parse)));

  private ScalarField() {}

  static Field ofEnum(Class<?> type) {
    return new Name(
        new TreeSet<>(
            Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList()));
  }

  private static SortedMap<String, Object> schemaOf(String type) {
    SortedMap<String, Object> schema = new TreeMap<>();
    schema.put("type", type);
    return schema;
  }

  static final class Text extends Field {
    private final String expected;
    private final String pattern;
    private final Pattern compiled;
    private final Consumer<String> check;

    Text(String expected, String pattern, Consumer<String> check) {
      this.expected = expected;
      this.pattern = pattern;
      this.compiled = Pattern.compile(pattern.isEmpty() ? "(?s).*" : pattern);
      this.check = check;
    }

    /// True for text that means nothing but itself.
    boolean isFree() {
      return expected.equals(FREE);
    }

    @Override
    Object write(JsonNode canonical) {
      return canonical.stringValue();
    }

    @Override
    Object read(JsonNode value, String at) {
      if (!value.isString() || !compiled.matcher(value.stringValue()).matches()) {
        throw NotBelieved.expected(expected, at);
      }
      try {
        check.accept(value.stringValue());
      } catch (RuntimeException e) {
        throw NotBelieved.expected(expected, at);
      }
      return value.stringValue();
    }

    @Override
    SortedMap<String, Object> schema(SortedMap<String, Object> definitions) {
      SortedMap<String, Object> schema = schemaOf("string");
      if (!pattern.isEmpty()) {
        schema.put("pattern", pattern);
        schema.put("description", expected);
      }
      return schema;
    }
  }

  private static final class Whole extends Field {
    private final long least;
    private final long most;

    Whole(long least, long most) {
      this.least = least;
      this.most = most;
    }

    @Override
    Object write(JsonNode canonical) {
      return canonical.longValue();
    }

    @Override
    Object read(JsonNode value, String at) {
      if (!value.isIntegralNumber()
          || !value.canConvertToLong()
          || value.longValue() < least
          || value.longValue() > most) {
        throw NotBelieved.expected("a whole number from " + least + " to " + most, at);
      }
      return value.longValue();
    }

    @Override
    SortedMap<String, Object> schema(SortedMap<String, Object> definitions) {
      SortedMap<String, Object> schema = schemaOf("integer");
      schema.put("minimum", least);
      schema.put("maximum", most);
      return schema;
    }
  }

  private static final class Truth extends Field {
    @Override
    Object write(JsonNode canonical) {
      return canonical.booleanValue();
    }

    @Override
    Object read(JsonNode value, String at) {
      if (!value.isBoolean()) {
        throw NotBelieved.expected("true or false", at);
      }
      return value.booleanValue();
    }

    @Override
    SortedMap<String, Object> schema(SortedMap<String, Object> definitions) {
      return schemaOf("boolean");
    }
  }

  private static final class Name extends Field {
    private final Set<String> names;

    Name(Set<String> names) {
      this.names = names;
    }

    @Override
    Object write(JsonNode canonical) {
      return canonical.stringValue();
    }

    @Override
    Object read(JsonNode value, String at) {
      if (!value.isString() || !names.contains(value.stringValue())) {
        throw NotBelieved.expected("one of " + String.join(", ", names), at);
      }
      return value.stringValue();
    }

    @Override
    SortedMap<String, Object> schema(SortedMap<String, Object> definitions) {
      SortedMap<String, Object> schema = schemaOf("string");
      schema.put("enum", List.copyOf(names));
      return schema;
    }
  }
}
