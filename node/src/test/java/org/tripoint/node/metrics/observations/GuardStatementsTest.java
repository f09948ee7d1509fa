package org.tripoint.node.metrics.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.metrics.disclosure.TestDisclosure;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.RecordId;

/// A partner that keeps all it was ever told and all it was given, and tries every difference.
class GuardStatementsTest {

  private static final int THRESHOLD = 9;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final int MONTHS = 6;
  private static final int WINDOW = 3;

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestLedger LEDGER = TestLedger.over(DATABASE);

  private final JdbcTemplate jdbc = LEDGER.jdbc();
  private final StatedMemory memory = new StatedMemory(JdbcClient.create(jdbc), LEDGER.kinds());
  private final World world = new World();
  private final GuardStatements guard =
      new GuardStatements(TestDisclosure.over(jdbc, THRESHOLD), world, memory);

  /// Records with what they are counted by, and which of them the partner was given.
  private static final class World implements ReadShared {
    private final Map<RecordId, Set<String>> tags = new HashMap<>();
    private final Map<RecordId, YearMonth> months = new HashMap<>();
    private final Set<RecordId> given = new HashSet<>();
    private long made;

    RecordId add(YearMonth month, Set<String> by, boolean isGiven) {
      RecordId id = new RecordId(new UUID(0x7000L | (++made << 16), 1L << 63));
      tags.put(id, by);
      months.put(id, month);
      if (isGiven) {
        given.add(id);
      }
      return id;
    }

    Set<RecordId> of(StatedMemory.Line line, YearMonth month) {
      Set<RecordId> found = new HashSet<>();
      tags.forEach((id, by) -> {
        if (month.equals(months.get(id)) && by.contains(line.metric())) {
          found.add(id);
        }
      });
      return found;
    }

    @Override
    public List<ReadShared.Line> list(int audience, long after, int limit) {
      return List.of();
    }

    @Override
    public List<ReadShared.Line> listLatest(int audience, int limit) {
      return List.of();
    }

    @Override
    public List<SharedAudience> listAudiences() {
      return List.of();
    }

    @Override
    public List<Holder> listHolders(RecordId record) {
      return List.of();
    }

    @Override
    public Set<RecordId> listEverGiven(String partner, Set<RecordId> records) {
      Set<RecordId> found = new HashSet<>(records);
      found.retainAll(given);
      return found;
    }
  }

  /// A figure that the partner was told, with the records behind it then.
  private record Told(StatedMemory.Line line, StatedSpan span, Set<RecordId> records) {}

  private static StatedMemory.Line line(String metric) {
    return new StatedMemory.Line(metric, 1, Map.of());
  }

  private static List<StatedSpan> spans() {
    List<StatedSpan> spans = new ArrayList<>();
    for (int i = 0; i < MONTHS; i++) {
      spans.add(new StatedSpan(1, FIRST.plusMonths(i)));
      if (i >= WINDOW - 1) {
        spans.add(new StatedSpan(WINDOW, FIRST.plusMonths(i)));
      }
    }
    return spans;
  }

  private List<Told> state(String partner, StatedMemory.Line line) {
    List<Told> told = new ArrayList<>();
    List<StatedSpan> spans = spans();
    Set<StatedSpan> withheld = guard.withheld(partner, line, spans, world::of);
    memory.add(partner, line);
    for (StatedSpan span : spans) {
      if (!withheld.contains(span)) {
        Set<RecordId> records = records(line, span);
        memory.told(partner, line, span, records.size(), NOW);
        told.add(new Told(line, span, records));
      }
    }
    return told;
  }

  private Set<RecordId> records(StatedMemory.Line line, StatedSpan span) {
    Set<RecordId> records = new HashSet<>();
    span.covers().forEach(month -> records.addAll(world.of(line, YearMonth.parse(month))));
    return records;
  }

  @ParameterizedTest
  @SeedSource
  void noDifferenceGivesASmallNumberAway(long seed) {
    RandomGenerator random = Seeds.random(seed);
    String partner = "p" + Long.toUnsignedString(seed);
    List<String> metrics = List.of("all", "some", "few");
    addSome(random, metrics);
    List<Told> told = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      told.addAll(state(partner, line(metrics.get(random.nextInt(metrics.size())))));
      if (random.nextInt(3) == 0) {
        addOne(random, metrics);
      }
    }
    List<Told> standing =
        told.stream().filter(one -> one.records().equals(records(one.line(), one.span()))).toList();
    for (Told one : standing) {
      assertSafe(one.records(), one + " alone");
      for (Told other : standing) {
        if (one.records().containsAll(other.records())) {
          Set<RecordId> left = new HashSet<>(one.records());
          left.removeAll(other.records());
          assertSafe(left, one + " without " + other);
        }
      }
      assertSafe(withoutMonths(one, standing), one + " without its months");
    }
  }

  /// What is left of a window when every month of it that was told is taken away.
  private Set<RecordId> withoutMonths(Told window, List<Told> told) {
    Set<RecordId> left = new HashSet<>(window.records());
    told.stream()
        .filter(one -> one.line().equals(window.line()) && one.span().months() == 1)
        .filter(one -> window.span().months() > 1)
        .filter(one -> window.span().covers().containsAll(one.span().covers()))
        .forEach(one -> left.removeAll(one.records()));
    return left;
  }

  private void assertSafe(Set<RecordId> records, String how) {
    long kept = records.stream().filter(id -> !world.given.contains(id)).count();
    assertThat(kept == 0 || kept >= THRESHOLD).as("%s leaves %s", how, kept).isTrue();
  }

  /// Groups of records small and large; some of them the partner has.
  private void addSome(RandomGenerator random, List<String> metrics) {
    for (int i = 0; i < MONTHS; i++) {
      for (int first = 0; first < metrics.size(); first++) {
        int count = random.nextInt(3) == 0 ? random.nextInt(8) : random.nextInt(10, 40);
        for (int n = 0; n < count; n++) {
          world.add(
              FIRST.plusMonths(i),
              Set.copyOf(metrics.subList(0, first + 1)),
              random.nextInt(4) == 0);
        }
      }
    }
  }

  private void addOne(RandomGenerator random, List<String> metrics) {
    world.add(
        FIRST.plusMonths(random.nextInt(MONTHS)),
        Set.copyOf(metrics.subList(0, random.nextInt(1, metrics.size() + 1))),
        random.nextBoolean());
  }

  @Test
  void countsOnlyWhatThePartnerDoesNotHave() {
    for (int i = 0; i < MONTHS; i++) {
      for (int n = 0; n < 20; n++) {
        world.add(FIRST.plusMonths(i), Set.of("all"), i == 0 ? n < 5 : n < 20);
      }
    }
    assertThat(state("holder", line("all"))).hasSize(spans().size());
    for (int n = 0; n < 5; n++) {
      world.add(FIRST.plusMonths(1), Set.of("all"), false);
    }
    assertThat(guard.withheld("holder", line("all"), spans(), world::of))
        .contains(new StatedSpan(1, FIRST.plusMonths(1)));
  }

  @Test
  void withholdsThePeriodsFromWhichASmallMonthCouldBeWorkedOut() {
    for (int i = 0; i < MONTHS; i++) {
      for (int n = 0; n < (i == 3 ? 2 : 50); n++) {
        world.add(FIRST.plusMonths(i), Set.of("all"), false);
      }
    }
    Set<StatedSpan> withheld = guard.withheld("stranger", line("all"), spans(), world::of);
    assertThat(withheld).contains(new StatedSpan(1, FIRST.plusMonths(3)));
    assertThat(withheld.size()).isGreaterThan(1).isLessThan(spans().size());
  }
}
