package org.tripoint.node.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.LedgerReaderLaws;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.testing.TestDatabase;

/// Settings follow the ledger: what somebody decided stands in the place of what ships.
class SettingReaderLawsTest extends LedgerReaderLaws {

  private static final Watches WATCHES = new Watches(List.of(new Finds()));

  @Override
  protected LedgerReader reader(JdbcTemplate app, TestLedger records) {
    return new SettingReader(app, records.kinds(DetectorSetting.KIND), WATCHES);
  }

  @Override
  protected String schema() {
    return "detectors";
  }

  @Override
  protected void fill(TestLedger records) {
    KeepSettings keep = new KeepSettings(records.append(), WATCHES, Clock.systemUTC());
    keep.keep(setting("some-finds"), false, "MARKER");
    keep.keep(setting("other-finds"), true, "ana");
    keep.keep(setting("some-finds"), true, "MARKER");
  }

  @Override
  protected List<String> markers() {
    return List.of("MARKER");
  }

  @Override
  protected Set<String> otherTables() {
    return Set.of("series", "delta", "heard", "adjacency", "progress", "frame", "judged", "told");
  }

  private static DetectorSetting setting(String name) {
    return new DetectorSetting(
        name,
        Method.RECENT_SUMS,
        "finds",
        List.of("country", "substance"),
        false,
        new BigDecimal("0.002"),
        new BigDecimal("0.2"),
        5,
        "",
        Instant.EPOCH);
  }

  @Test
  void refusesWhatIsNoSetting() {
    assertThatIllegalArgumentException().isThrownBy(() -> setting("Not A Name"));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new DetectorSetting(
                "some-finds",
                Method.RECENT_SUMS,
                "finds",
                List.of("substance", "place"),
                false,
                new BigDecimal("0.002"),
                new BigDecimal("0.2"),
                5,
                "",
                Instant.EPOCH));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new DetectorSetting(
                "some-finds",
                Method.RECENT_SUMS,
                "finds",
                List.of("country", "place"),
                false,
                new BigDecimal("0.2"),
                new BigDecimal("0.2"),
                5,
                "",
                Instant.EPOCH));
  }

  @Test
  void refusesFirstSightingsWithoutSubstancesAndDimensionsThatAreNotThere() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestLedger ledger = TestLedger.over(database);
      KeepSettings keep = new KeepSettings(ledger.append(), WATCHES, Clock.systemUTC());
      DetectorSetting one = setting("some-finds");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> keep.keep(with(one, List.of("country", "place")), true, "ana"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> keep.keep(with(one, List.of("country", "agency")), true, "ana"));
      assertThat(ledger.read().size()).isZero();
    }
  }

  private static DetectorSetting with(DetectorSetting one, List<String> dimensions) {
    return new DetectorSetting(
        one.name(),
        Method.FIRST_SIGHTING,
        one.watch(),
        dimensions,
        one.on(),
        one.chance(),
        one.falseShare(),
        one.leastReports(),
        one.by(),
        one.at());
  }
}
