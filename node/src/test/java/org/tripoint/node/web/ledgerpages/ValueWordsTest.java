package org.tripoint.node.web.ledgerpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.TestWording;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.PartialDate;

/// Every field of a record, and every code that it can hold, reads as words on the ledger's pages,
/// in each language.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ValueWordsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private RecordKinds kinds;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  void hasWordsForEveryCodeInEachLanguage() {
    Map<String, String> missing = new TreeMap<>();
    for (Kind<?> kind : kinds.list()) {
      Map<String, Class<?>> codes = new TreeMap<>();
      collect(kind.contentType(), "", codes, new HashSet<>());
      codes.forEach((field, type) -> check(kind.name(), field, type, missing));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void hasWordsForEveryFieldInEachLanguage() {
    Set<String> missing = new TreeSet<>();
    for (Kind<?> kind : kinds.list()) {
      Set<String> fields = new TreeSet<>();
      collectFields(kind.contentType(), fields, new HashSet<>());
      for (String field : fields) {
        for (Language language : Language.values()) {
          try {
            assertThat(TestWording.of(language).t("proof.field." + field)).isNotBlank();
          } catch (RuntimeException noSuchMessage) {
            missing.add(kind.name() + "." + field + " " + language);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static void collectFields(Type type, Set<String> fields, Set<Type> seen) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments())
          .forEach(argument -> collectFields(argument, fields, seen));
    } else if (type instanceof Class<?> one && seen.add(one)) {
      if (one.isSealed()) {
        Arrays.stream(one.getPermittedSubclasses())
            .forEach(form -> collectFields(form, fields, seen));
      } else if (isObject(one)) {
        Arrays.stream(one.getRecordComponents())
            .forEach(component -> {
              fields.add(component.getName());
              collectFields(component.getGenericType(), fields, seen);
            });
      }
    }
  }

  private static void check(String kind, String field, Class<?> type, Map<String, String> missing) {
    for (Object code : type.getEnumConstants()) {
      String value = ((Enum<?>) code).name();
      for (Language language : Language.values()) {
        String words;
        try {
          words = ValueWords.of(kind, field, value, TestWording.of(language));
        } catch (RuntimeException noSuchMessage) {
          words = "";
        }
        if (words.isEmpty() || words.equals(value)) {
          missing.merge(kind + "." + field, value, (a, b) -> a.contains(b) ? a : a + " " + b);
        }
      }
    }
  }

  /// What the ledger writes as an object; a partial date is one text.
  private static boolean isObject(Class<?> type) {
    return type.isRecord()
        && type.getName().startsWith("org.tripoint")
        && !type.equals(PartialDate.class);
  }

  private static void collect(
      Type type, String field, Map<String, Class<?>> codes, Set<Type> seen) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments())
          .forEach(argument -> collect(argument, field, codes, seen));
    } else if (type instanceof Class<?> one) {
      if (one.isEnum()) {
        codes.put(field, one);
      } else if (one.isSealed() && seen.add(one)) {
        Arrays.stream(one.getPermittedSubclasses())
            .forEach(permitted -> collect(permitted, field, codes, seen));
      } else if (isObject(one) && seen.add(one)) {
        Arrays.stream(one.getRecordComponents())
            .forEach(
                component -> collect(component.getGenericType(), component.getName(), codes, seen));
      }
    }
  }
}
