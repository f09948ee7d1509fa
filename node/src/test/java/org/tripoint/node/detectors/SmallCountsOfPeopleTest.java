package org.tripoint.node.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.disclosure.TestDisclosure;
import org.tripoint.node.signals.About;
import org.tripoint.node.signals.About.PeriodCount;
import org.tripoint.node.signals.Confidence;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.SignalState;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

class SmallCountsOfPeopleTest {

  private static final DetectorSetting SAMPLES = setting("samples-first", "samples");
  private static final DetectorSetting SEIZED = setting("seized-first", "finds");
  private static final RecordId RECORD = RecordId.parse("00000000-0000-0000-0000-000000000001");

  private final SmallCountsOfPeople people =
      new SmallCountsOfPeople(
          new ReadSettings() {
            @Override
            public List<DetectorSetting> list() {
              return List.of(SAMPLES, SEIZED);
            }

            @Override
            public Optional<DetectorSetting> find(String name) {
              return list().stream().filter(one -> one.name().equals(name)).findFirst();
            }
          },
          new Watches(List.of(new Finds(), new Samples())),
          TestDisclosure.over(new JdbcTemplate(), 9));

  @ParameterizedTest
  @ValueSource(strings = {"1 > 0.4", "3 > 1.2", "9 > 8"})
  void tellsNoSmallCountOfPeopleNorWhatItCouldBeWorkedOutFrom(String found) {
    Item told = people.withoutSmallCounts(signal(SAMPLES, "above", found, 4));

    assertThat(told.parts())
        .containsExactly(part("above", "1.50", "< 10"), part("periods", "0.00", "52"));
    assertThat(told.about().periods()).isEmpty();
    assertThat(told.about().substances()).containsExactly("name:x");
    assertThat(told.confidence()).isNull();
    assertThat(told.evidence()).containsExactly(RECORD);
  }

  @Test
  void holdsBackFirstReportsAndWhatWasFoundTogether() {
    assertThat(found(signal(SAMPLES, "first", "1", 12))).isEqualTo("< 10");
    assertThat(found(signal(SAMPLES, "together", "4 / 120", 12))).isEqualTo("< 10");
    assertThat(found(signal(SAMPLES, "cluster", "7 > 2.1", 12))).isEqualTo("< 10");
  }

  @Test
  void holdsBackSmallCountsOfEarlierPeriodsAndOfOtherPlaces() {
    for (String earlier : List.of("neighbours", "together-before")) {
      Item told = people.withoutSmallCounts(signal(SAMPLES, earlier, "2 / 340", 12));

      assertThat(told.parts()).containsExactly(part("periods", "0.00", "52"));
    }
  }

  @Test
  void knowsByItsPageWhetherASignalIsOverSamplesFromPeople() {
    assertThat(people.countsPeople("/detectors/series?setting=" + SAMPLES.name() + "&at=CA"))
        .isTrue();
    assertThat(people.countsPeople("/detectors/series?setting=" + SEIZED.name() + "&at=CA"))
        .isFalse();
    assertThat(people.countsPeople("/exchange")).isFalse();
  }

  @Test
  void leavesLargeCountsAndNoneAsTheyAre() {
    Item large = signal(SAMPLES, "above", "10 > 3.2", 12);
    Item none = signal(SAMPLES, "above", "0 > 3.2", 0);

    assertThat(people.withoutSmallCounts(large)).isSameAs(large);
    assertThat(people.withoutSmallCounts(none)).isSameAs(none);
  }

  @Test
  void aSmallCountAmongThePeriodsIsHeldBackToo() {
    Item told = people.withoutSmallCounts(signal(SAMPLES, "above", "30 > 3.2", 4));

    assertThat(told.about().periods()).isEmpty();
    assertThat(told.parts().getFirst().found()).isEqualTo("30 > 3.2");
  }

  @Test
  void tellsOfSeizuresAndOfOtherRoomsWhatThereIs() {
    Item seized = signal(SEIZED, "above", "3 > 1.2", 3);
    Item other = signal(setting("gone", "samples"), "above", "3 > 1.2", 3);

    assertThat(people.withoutSmallCounts(seized)).isSameAs(seized);
    assertThat(people.withoutSmallCounts(other)).isSameAs(other);
  }

  @Test
  void onlyReadersOfTheHealthPartSeeTheSeries() {
    assertThat(people.areHeldBack(SAMPLES, Set.of(Part.OPEN))).isTrue();
    assertThat(people.areHeldBack(SAMPLES, Set.of(Part.OPEN, Part.HEALTH))).isFalse();
    assertThat(people.areHeldBack(SEIZED, Set.of(Part.OPEN))).isFalse();
  }

  private String found(Item signal) {
    return people.withoutSmallCounts(signal).parts().getFirst().found();
  }

  private static ScorePart part(String rule, String value, String found) {
    return new ScorePart("detectors.part." + rule, new BigDecimal(value), found);
  }

  private static Item signal(DetectorSetting setting, String rule, String found, int before) {
    return new Item(
        RECORD,
        "detectors.recent-sums",
        "detectors.signal.surge",
        List.of("x", "CA", "2026-01-05"),
        List.of(RECORD),
        List.of(
            part(rule, "1.50", found),
            part("expected", "0.00", "0.4 × 1"),
            part("chance", "0.00", "1 : 4000"),
            part("periods", "0.00", "52")),
        "/detectors/series?setting=" + setting.name() + "&at=CA&at=name%3Ax",
        null,
        Confidence.LOW,
        SignalState.NEW,
        "",
        "",
        null,
        null,
        "",
        "",
        Instant.EPOCH,
        Instant.EPOCH,
        1,
        false,
        new About(
            About.Topic.SURGE,
            List.of("name:x"),
            List.of(
                new PeriodCount(
                    LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 11), before, null, null))));
  }

  private static DetectorSetting setting(String name, String watch) {
    return new DetectorSetting(
        name,
        Method.FIRST_SIGHTING,
        watch,
        List.of(Watch.COUNTRY, Watch.SUBSTANCE),
        true,
        new BigDecimal("0.01"),
        new BigDecimal("0.1"),
        1,
        "sam",
        Instant.EPOCH);
  }

  /// A watch over samples that people handed in.
  private static final class Samples implements Watch {
    @Override
    public String name() {
      return "samples";
    }

    @Override
    public Set<String> kinds() {
      return Set.of("sample");
    }

    @Override
    public Step step() {
      return Step.WEEK;
    }

    @Override
    public List<String> dimensions() {
      return List.of(COUNTRY, SUBSTANCE);
    }

    @Override
    public boolean absentIsZero() {
      return true;
    }

    @Override
    public boolean countsPeople() {
      return true;
    }

    @Override
    public List<Counted> factsOf(RecordVersion version) {
      return List.of();
    }
  }
}
