package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// Whatever the order in which releases arrive, every record says the same at every instant of
/// published time, and readers that add up changes come to the same sums.
class ImportOrderLawTest {
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  /// One release of the model: what it carries by key; "-" withdraws.
  record ModelRelease(
      int number,
      Instant published,
      boolean complete,
      LocalDate from,
      LocalDate to,
      Map<String, String> carries) {
    ModelRelease at(Instant instant) {
      return new ModelRelease(number, instant, complete, from, to, carries);
    }
  }

  /// Some releases come under a wrong instant, before, between or after the others, and are
  /// corrected at the end.
  private static Map<Integer, Instant> wrongInstants(List<ModelRelease> releases, Random random) {
    Map<Integer, Instant> wrong = new HashMap<>();
    for (ModelRelease release : releases) {
      if (random.nextInt(4) == 0) {
        int day = random.nextInt(releases.size() + 2) - 1;
        wrong.put(release.number(), START.plusSeconds(86_400L * day + 3_600 + release.number()));
      }
    }
    return wrong;
  }

  private static void correct(
      TestLedger ledger, String source, List<ModelRelease> releases, Map<Integer, Instant> wrong) {
    for (ModelRelease release : releases) {
      if (wrong.containsKey(release.number())) {
        Release open = ledger.append().openRelease(content(source, release, -1));
        assertThat(open.published()).isEqualTo(wrong.get(release.number()));
        Release corrected = ledger.append().correctPublished(open, release.published(), "steward");
        assertThat(corrected.published()).isEqualTo(release.published());
      }
    }
  }

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 12), LongStream.of(System.nanoTime()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyOrderGivesTheStateInOrder(long seed) {
    Random random = new Random(seed);
    List<ModelRelease> releases = releases(random);
    Map<String, NavigableMap<Instant, String>> expected = inOrder(releases);
    for (int order = 0; order < 3; order++) {
      List<ModelRelease> shuffled = new ArrayList<>(releases);
      if (order > 0) {
        Collections.shuffle(shuffled, random);
      }
      String source = "law-" + seed + "-" + order;
      SumReader sums = new SumReader("sums-" + seed + "-" + order, source);
      TestLedger ledger = TestLedger.over(DATABASE).reader(sums);
      Map<String, RecordId> records = new HashMap<>();
      Map<Integer, Instant> wrong = order == 0 ? Map.of() : wrongInstants(releases, random);
      for (ModelRelease right : shuffled) {
        ModelRelease release = right.at(wrong.getOrDefault(right.number(), right.published()));
        bring(ledger, source, release, records, random);
        if (random.nextInt(4) == 0) {
          bring(ledger, source, release, records, random);
        }
      }
      correct(ledger, source, releases, wrong);
      ledger.readers().catchUp();
      compare("seed " + seed + " order " + order, ledger, releases, records, expected, sums);
    }
  }

  private static void compare(
      String label,
      TestLedger ledger,
      List<ModelRelease> releases,
      Map<String, RecordId> records,
      Map<String, NavigableMap<Instant, String>> expected,
      SumReader sums) {
    records.forEach((key, record) -> {
      for (ModelRelease release : releases) {
        Instant at = release.published();
        String said =
            ledger
                .read()
                .findAsOf(record, new ReadLedger.AsOf.Published(at))
                .map(ImportOrderLawTest::text)
                .orElse("");
        Map.Entry<Instant, String> wanted =
            expected.getOrDefault(key, new TreeMap<>()).floorEntry(at);
        String want = wanted == null ? "" : wanted.getValue();
        assertThat(said).as("%s: %s at %s", label, key, at).isEqualTo(want);
        assertThat(sums.at(key, at))
            .as("%s: sums of %s at %s", label, key, at)
            .isEqualTo(want.isEmpty() || want.equals("-") ? Map.of() : Map.of(want, 1));
      }
    });
  }

  private static String text(RecordVersion version) {
    return switch (version.header().state()) {
      case HELD -> version.content(Sighting.KIND).orElseThrow().what();
      case WITHDRAWN -> "-";
      case NO_LONGER_PUBLISHED -> "";
    };
  }

  static List<ModelRelease> releases(Random random) {
    List<ModelRelease> releases = new ArrayList<>();
    int count = 3 + random.nextInt(5);
    int keys = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Map<String, String> carries = new TreeMap<>();
      for (int k = 0; k < keys; k++) {
        int draw = random.nextInt(10);
        if (draw < 6) {
          carries.put("key " + k, "value " + random.nextInt(2));
        } else if (draw == 6) {
          carries.put("key " + k, "-");
        }
      }
      int from = random.nextInt(4);
      releases.add(
          new ModelRelease(
              i,
              START.plusSeconds(86_400L * i),
              random.nextInt(3) > 0,
              LocalDate.of(2019, 1 + from, 1),
              LocalDate.of(2019, 6 + random.nextInt(3), 28),
              carries));
    }
    return releases;
  }

  /// The day a content is about: it depends on the value too, so that a record can leave a
  /// coverage.
  private static LocalDate covers(String key, String value) {
    int number = key.charAt(key.length() - 1) - '0';
    return LocalDate.of(2019, 1 + number, value.endsWith("1") ? 20 : 2)
        .plusMonths(value.endsWith("1") ? 1 : 0);
  }

  /// The rule, plainly: releases in order of publication.
  static Map<String, NavigableMap<Instant, String>> inOrder(List<ModelRelease> releases) {
    Map<String, NavigableMap<Instant, String>> states = new HashMap<>();
    releases.stream()
        .flatMap(r -> r.carries().keySet().stream())
        .distinct()
        .forEach(key -> states.put(key, new TreeMap<>()));
    for (ModelRelease release : releases) {
      states.forEach((key, state) -> {
        String before = state.isEmpty() ? "" : state.lastEntry().getValue();
        String carried = release.carries().get(key);
        if (carried != null) {
          state.put(release.published(), carried);
        } else if (release.complete() && before.startsWith("value")) {
          LocalDate day = covers(key, before);
          if (!day.isBefore(release.from()) && !day.isAfter(release.to())) {
            state.put(release.published(), "");
          }
        }
      });
    }
    return states;
  }

  private static void bring(
      TestLedger ledger,
      String source,
      ModelRelease model,
      Map<String, RecordId> records,
      Random random) {
    ReleaseContent content = content(source, model, -1);
    Release release = ledger.append().openRelease(content);
    List<Entry> entries = new ArrayList<>();
    model
        .carries()
        .forEach((key, value) ->
            entries.add(
                value.equals("-")
                    ? new Entry.Withdraw(Sighting.KIND, key, "in error")
                    : new Entry.Put<>(
                        Sighting.KIND,
                        key,
                        Sighting.of(value, "1"),
                        Marking.published(),
                        covers(key, value))));
    Collections.shuffle(entries, random);
    int half = entries.size() / 2;
    for (List<Entry> some :
        List.of(entries.subList(0, half), entries.subList(half, entries.size()))) {
      BatchReceipt receipt =
          ledger.append().append(new Batch(source, release, model.published(), "tester", some));
      for (int i = 0; i < some.size(); i++) {
        records.put(some.get(i).key(), receipt.outcomes().get(i).requireRecord());
      }
    }
    ledger.append().closeRelease(release, content(source, model, entries.size()));
  }

  static ReleaseContent content(String source, ModelRelease model, long rows) {
    return new ReleaseContent(
        source,
        "test",
        "file-" + model.number(),
        "%064x".formatted(model.number()),
        1,
        "tester",
        model.published(),
        ReleaseContent.PublishedBasis.IN_FILE,
        model.complete(),
        true,
        model.from(),
        model.to(),
        rows,
        rows,
        0,
        0,
        0);
  }
}
