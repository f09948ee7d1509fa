package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Finds;
import org.tripoint.node.detectors.Finds.Find;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.signals.About;
import org.tripoint.node.signals.About.PeriodCount;
import org.tripoint.node.signals.About.Topic;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;

/// What becomes of signals when a person tunes or switches off the setting that raised them, and
/// when a setting cannot be judged.
class TunedSettingsTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final int WEEKS = 40;
  private static final DetectorSetting BY_COUNTRY = surges("country", "substance");
  private static final DetectorSetting BY_PLACE = surges("country", "substance", "place");
  private static final DetectorSetting OTHER =
      DetectorsWorld.setting(
          "others-surges", Method.FEW_COUNTS, "0.01", List.of("country", "substance"));

  private final TestDatabase database = TestDatabase.fresh();
  private final DetectorsWorld world = new DetectorsWorld(database, BY_COUNTRY);

  @AfterEach
  void close() {
    database.close();
  }

  private static DetectorSetting surges(String... dimensions) {
    return DetectorsWorld.setting("finds-surges", Method.FEW_COUNTS, "0.01", List.of(dimensions));
  }

  /// One report a week, and ten in the last.
  private void append() {
    for (int week = 0; week < WEEKS; week++) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < (week == WEEKS - 1 ? 10 : 1); i++) {
        entries.add(
            new Entry.Put<>(
                Finds.KIND,
                week + "/" + i,
                new Find(START.plusWeeks(week), "CA", "isomer:a", "CA-BC", 1, "reporter"),
                Marking.published(),
                null));
      }
      Instant published = START.plusWeeks(week + 1L).atTime(6, 0).toInstant(ZoneOffset.UTC);
      world.ledger.append().append(new Batch("reporters", null, published, "tester", entries));
    }
  }

  private List<Integer> openSeries() {
    return world.inbox.raised.stream()
        .filter(one -> world.inbox.open.contains(one.key()))
        .map(one -> one.link().split("&at=", -1).length - 1)
        .distinct()
        .toList();
  }

  @Test
  void tellingPlacesApartWhileASignalIsOpenSettlesItAndJudgesOn() {
    append();
    world.catchUp();
    assertThat(openSeries()).containsExactly(2);
    world.decide(BY_PLACE, OTHER);
    world.catchUp();
    assertThat(world.failed.since(BY_PLACE.name())).isEmpty();
    assertThat(openSeries()).contains(3);
    assertThat(world.told.listOpen(BY_PLACE.name())).allMatch(one -> one.at().size() == 3);
    assertThat(world.told.listOpen(OTHER.name())).isNotEmpty();
    assertThat(world.told.signals(BY_PLACE.name())).hasSize(2);
  }

  @Test
  void aSignalCarriesItsSubstanceAndTheCountsItStandsOutOf() {
    append();
    world.catchUp();
    About about = world.inbox.raised.getLast().about();
    assertThat(about.topic()).isEqualTo(Topic.SURGE);
    assertThat(about.substances()).containsExactly("isomer:a");
    assertThat(about.periods()).hasSize(26);
    PeriodCount last = about.periods().getLast();
    assertThat(last.from()).isEqualTo(START.plusWeeks(WEEKS - 1));
    assertThat(last.to()).isEqualTo(START.plusWeeks(WEEKS).minusDays(1));
    assertThat(last.reports()).isEqualTo(10);
    assertThat(last.expectation()).isBetween(BigDecimal.ONE, new BigDecimal("1.1"));
    assertThat(last.alarmBound()).isBetween(BigDecimal.ONE, BigDecimal.TEN);
    assertThat(about.periods().subList(0, 25))
        .allMatch(one -> one.reports() == 1 && one.to().equals(one.from().plusDays(6)));
  }

  @Test
  void whatIsToldApartAsBeforeAgainJoinsItsSignal() {
    append();
    world.catchUp();
    List<String> before = List.copyOf(world.inbox.open);
    world.decide(BY_PLACE);
    world.catchUp();
    world.decide(BY_COUNTRY);
    world.catchUp();
    assertThat(world.inbox.open).containsExactlyElementsOf(before);
  }

  @Test
  void whatASwitchedOffSettingToldIsSettledAndStandsAgainWhenItIsOn() {
    append();
    world.catchUp();
    List<String> before = List.copyOf(world.inbox.open);
    assertThat(before).isNotEmpty();
    world.decide(BY_COUNTRY.decided(false, "ana", Instant.EPOCH));
    world.catchUp();
    assertThat(world.inbox.open).isEmpty();
    assertThat(world.told.listOpen(BY_COUNTRY.name())).isEmpty();
    world.decide(BY_COUNTRY);
    world.catchUp();
    assertThat(world.inbox.open).containsExactlyElementsOf(before);
  }

  @Test
  void aSettingThatCannotBeJudgedStopsNoOther() {
    append();
    DetectorSetting broken =
        new DetectorSetting(
            "broken-surges",
            Method.FEW_COUNTS,
            "nothing-of-this-name",
            List.of("country", "substance"),
            true,
            OTHER.chance(),
            OTHER.falseShare(),
            1,
            "ana",
            Instant.EPOCH);
    world.decide(broken, OTHER);
    world.catchUp();
    assertThat(world.failed.since(broken.name())).isPresent();
    assertThat(world.failed.since(OTHER.name())).isEmpty();
    assertThat(world.told.listOpen(OTHER.name())).isNotEmpty();
    world.decide(broken.decided(false, "ana", Instant.EPOCH), OTHER);
    world.catchUp();
    assertThat(world.failed.since(broken.name())).isEmpty();
  }
}
