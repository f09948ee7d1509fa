package org.tripoint.node.exchange.stix;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.SeizedQuantity;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.IsoWeek;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Contents of any kind by chance: whatever its constructors let pass.
final class RandomContent {
  private static final int TRIES = 20_000;
  private static final List<String> TEXTS =
      List.of(
          "",
          "x",
          "Zona Nº 4",
          "l'été",
          "a\"b\\c",
          "line\nbreak\ttab",
          "\u0001",
          "𝒳 𝒴",
          "€",
          "  blank  ",
          "null",
          "{}",
          "CBP",
          "\u2028");

  private static final List<String> UNITS = List.of("kg", "lb", "mL", "tablet", "USD", "costal");

  private final RandomGenerator random;

  RandomContent(RandomGenerator random) {
    this.random = random;
  }

  <C extends Record> C of(Class<C> type) {
    for (int i = 0; i < TRIES; i++) {
      Object made = tryRecord(type);
      if (made != null) {
        return type.cast(made);
      }
    }
    throw new IllegalStateException("expected content of " + type + " to be possible");
  }

  private @Nullable Object tryRecord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
      values[i] = optional && random.nextBoolean() ? null : value(components[i].getGenericType());
      if (values[i] == null && !optional) {
        return null;
      }
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic);
    }
    if (!(type instanceof Class<?> plain)) {
      throw new IllegalArgumentException("expected a type of content, found " + type);
    }
    Object special = special(plain);
    if (special != null) {
      return special;
    }
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (plain.isSealed() && plain.isInterface()) {
      Class<?>[] permitted = plain.getPermittedSubclasses();
      return again(permitted[random.nextInt(permitted.length)]);
    }
    return again(plain);
  }

  private @Nullable Object again(Class<?> type) {
    for (int i = 0; i < 50; i++) {
      Object made = tryRecord(type);
      if (made != null) {
        return made;
      }
    }
    return null;
  }

  private @Nullable Object special(Class<?> type) {
    if (type == String.class) {
      return TEXTS.get(random.nextInt(TEXTS.size()));
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == int.class) {
      return random.nextInt(1, 400);
    }
    if (type == long.class) {
      return random.nextLong(1L << 53);
    }
    if (type == BigDecimal.class) {
      return BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(6)).stripTrailingZeros();
    }
    if (type == LocalDate.class) {
      return day();
    }
    if (type == YearMonth.class) {
      return YearMonth.from(day());
    }
    if (type == Instant.class) {
      return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1_000L);
    }
    if (type == PartialDate.class) {
      return PartialDate.parse(day().toString().substring(0, random.nextBoolean() ? 10 : 7));
    }
    if (type == Country.class) {
      return country();
    }
    if (type == RecordId.class) {
      return new RecordId(new UUID((random.nextLong() & ~0xF000L) | 0x7000L, 1L << 63));
    }
    if (type == Place.class) {
      return Place.of(
          country(),
          random.nextBoolean() ? PlaceScheme.AGENCY_AREA : PlaceScheme.AS_REPORTED,
          "Área " + random.nextInt(9));
    }
    if (type == SubstanceId.class) {
      return new SubstanceId.AsReported("polvo " + random.nextInt(9));
    }
    if (type == ReportedNumber.class) {
      return ReportedNumber.find(random.nextInt(1_000) + ".50").orElseThrow();
    }
    if (type == SeizedQuantity.class) {
      ReportedNumber reported = ReportedNumber.find(random.nextInt(1_000) + ".50").orElseThrow();
      return SeizedQuantity.of(reported, UNITS.get(random.nextInt(UNITS.size())));
    }
    if (type == IsoWeek.class) {
      return new IsoWeek(day().with(DayOfWeek.MONDAY));
    }
    return null;
  }

  private @Nullable Object collection(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    int size = random.nextInt(4);
    if (type.getRawType() == Map.class) {
      Map<String, Object> map = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        Object value = value(arguments[1]);
        if (value != null) {
          map.put("columna Nº" + random.nextInt(5), value);
        }
      }
      return map;
    }
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Object value = value(arguments[0]);
      if (value != null) {
        list.add(value);
      }
    }
    return type.getRawType() == List.class ? list : new LinkedHashSet<>(list);
  }

  private LocalDate day() {
    return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(6_000));
  }

  private Country country() {
    return List.of(Country.CANADA, Country.MEXICO, Country.UNITED_STATES).get(random.nextInt(3));
  }
}
