package org.tripoint.node.desks.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.desks.health.HealthObservation.Indicator;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.ledger.VersionState;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.ReportedNumber;

class VintageReaderTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID RECORD = UUID.fromString("00000000-0000-0000-0000-000000000001");

  private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.app());
  private final VintageReader reader = new VintageReader(jdbc);

  @BeforeEach
  void empty() {
    reader.clear();
  }

  @Test
  void marksTheLatestPublishedAsCurrentWhateverArrivedLast() {
    reader.apply(List.of(change(0, "2019-06-01", reported("12"), null)));
    reader.apply(List.of(change(1, "2017-12-01", reported("10"), "2019-06-01")));

    assertThat(currentSequences()).containsExactly(0L);
  }

  @Test
  void leavesOneCurrentVersionWhenABatchHoldsSeveral() {
    reader.apply(
        List.of(
            change(0, "2017-12-01", reported("10"), null),
            change(1, "2018-10-01", reported("11"), null),
            change(2, "2019-06-01", new Figure.Suppressed("Suppressed"), null)));

    assertThat(currentSequences()).containsExactly(2L);
  }

  @Test
  void givesTheSameRowsInBatchesAndOneByOne() {
    List<RecordChange> changes = world();
    reader.apply(changes);
    List<Map<String, Object>> together = rows();
    reader.clear();
    changes.forEach(change -> reader.apply(List.of(change)));

    assertThat(rows()).isEqualTo(together);
  }

  /// Law of readers: what was emptied and then replayed gives the rows that emptying left.
  @Test
  void givesTheSameRowsAfterEmptyingAndAfterReplay() {
    for (long emptiedSequence : new long[] {0, 1, 2}) {
      reader.clear();
      List<RecordChange> changes = world();
      reader.apply(changes);
      reader.emptied(changes.get((int) emptiedSequence).version());
      List<Map<String, Object>> left = rows();

      reader.clear();
      List<RecordChange> replayed = new ArrayList<>();
      for (RecordChange change : changes) {
        boolean isEmptied = change.version().header().sequence() == emptiedSequence;
        replayed.add(
            isEmptied
                ? new RecordChange(
                    ((Version) change.version()).withoutContent(),
                    change.before(),
                    change.supersededAt())
                : change);
      }
      reader.apply(replayed);

      assertThat(rows()).as("emptied %d", emptiedSequence).isEqualTo(left);
    }
  }

  @Test
  void keepsNothingOfAnEmptiedVersionButItsPlaceOnTheClocks() {
    RecordChange change = change(0, "2019-06-01", reported("12345"), null);
    reader.apply(List.of(change));
    reader.emptied(change.version());

    assertThat(rows().toString()).doesNotContain("12345").doesNotContain("US-AK");
    assertThat(jdbc.queryForObject("select emptied from health.vintage", Boolean.class)).isTrue();
  }

  @Test
  void keepsTheFourStatesAndTheirNumbersApart() {
    reader.apply(
        List.of(
            change(0, "2019-06-01", reported("0"), null),
            changeOf(other(2), 1, new Figure.Predicted(number("4"))),
            changeOf(other(3), 2, new Figure.Suppressed("Suppressed")),
            changeOf(other(4), 3, new Figure.NotAvailable("n/a"))));

    assertThat(
            jdbc.queryForList(
                "select state || ' ' || coalesce(value::text, '-') || ' '"
                    + " || coalesce(predicted::text, '-') from health.vintage order by sequence",
                String.class))
        .containsExactly("REPORTED 0 -", "PREDICTED - 4", "SUPPRESSED - -", "NOT_AVAILABLE - -");
  }

  private static List<RecordChange> world() {
    return List.of(
        change(0, "2017-12-01", reported("10"), null),
        change(1, "2018-10-01", reported("11"), null),
        changeOf(other(2), 2, new Figure.Suppressed("Suppressed")),
        new RecordChange(
            new Version(header(other(2), 3, "2020-01-01", VersionState.NO_LONGER_PUBLISHED), null),
            null,
            null));
  }

  private List<Long> currentSequences() {
    return jdbc.queryForList("select sequence from health.cell", Long.class);
  }

  private List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows =
        new ArrayList<>(jdbc.queryForList("select * from health.vintage order by sequence"));
    rows.addAll(jdbc.queryForList("select * from health.cell order by record_id"));
    rows.addAll(jdbc.queryForList("select * from health.series order by 1, 2, 3, 4, 5, 6"));
    return rows.stream().<Map<String, Object>>map(HashMap::new).toList();
  }

  private static UUID other(int i) {
    return new UUID(0, i);
  }

  private static Figure reported(String value) {
    return new Figure.Reported(number(value), null);
  }

  private static ReportedNumber number(String value) {
    return new ReportedNumber(new BigDecimal(value), value);
  }

  private static RecordChange change(
      long sequence, String published, Figure figure, @Nullable String supersededAt) {
    return new RecordChange(
        new Version(header(RECORD, sequence, published, VersionState.HELD), observation(figure)),
        null,
        supersededAt == null ? null : instant(supersededAt));
  }

  private static RecordChange changeOf(UUID record, long sequence, Figure figure) {
    return new RecordChange(
        new Version(header(record, sequence, "2019-06-01", VersionState.HELD), observation(figure)),
        null,
        null);
  }

  private static HealthObservation observation(Figure figure) {
    return new HealthObservation(
        Country.UNITED_STATES,
        Place.admin1("US-AK"),
        new Indicator("cdc-vsrr", "T40.4", "Synthetic opioids"),
        ObservedPeriod.rolling12(YearMonth.of(2018, 6)),
        Measure.DEATHS,
        figure,
        null,
        null,
        Map.of(),
        Map.of());
  }

  private static Instant instant(String day) {
    return LocalDate.parse(day).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
  }

  private static VersionHeader header(
      UUID record, long sequence, String published, VersionState state) {
    return new VersionHeader(
        sequence,
        new RecordId(record),
        HealthObservation.KIND.name(),
        1,
        state,
        "us-cdc-vsrr",
        null,
        "steward",
        instant(published),
        instant("2026-01-01"),
        Marking.published(),
        Map.of());
  }

  /// A version as the ledger hands it over.
  private record Version(VersionHeader header, @Nullable HealthObservation observation)
      implements RecordVersion {

    Version withoutContent() {
      return new Version(header, null);
    }

    @Override
    public Optional<String> key() {
      return Optional.empty();
    }

    @Override
    public <C extends Record> Optional<C> content(Kind<C> kind) {
      return Optional.ofNullable(observation).map(kind.contentType()::cast);
    }

    @Override
    public Map<Part, String> canonicalParts() {
      return Map.of();
    }

    @Override
    public Optional<Emptied> emptied() {
      return observation == null && isHeld()
          ? Optional.of(
              new Emptied(instant("2026-01-02"), "a", PurgeBasis.RETENTION, "rule", Map.of()))
          : Optional.empty();
    }
  }
}
