package org.tripoint.node.detectors.judging;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Finds;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.adjacency.ReadAdjacencies;
import org.tripoint.node.detectors.adjacency.TestAdjacencies;
import org.tripoint.node.detectors.series.ReadCounts;
import org.tripoint.node.detectors.series.TestSeries;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.substances.FindIdentity;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// The room over the real ledger and a small desk, with an inbox that a test can look into.
final class DetectorsWorld {

  private static final Registry REGISTRY = RegistryReader.readOwn();

  private static final NamedSubstances NAMED = new NamedSubstances(() -> REGISTRY);

  static final Watches WATCHES = new Watches(List.of(new Finds()));

  /// Every name is an identity of its own.
  static final FindIdentity AS_NAMED =
      new FindIdentity() {
        @Override
        public SubstanceId identityOf(SubstanceId reported) {
          return reported;
        }

        @Override
        public long revision() {
          return 1;
        }
      };

  final TestLedger ledger;
  final JudgedTables tables;
  final ToldTable told;
  final FailedSettings failed;
  final FindAlarms alarms;
  final Inbox inbox = new Inbox();
  private final Watches watches;
  private final ReadCounts counts;
  private final Decided settings;
  private final ReadAdjacencies adjacencies;

  DetectorsWorld(TestDatabase database, DetectorSetting... settings) {
    this(database, new JdbcTemplate(database.app()), settings);
  }

  /// @param jdbc by which the room reads
  DetectorsWorld(TestDatabase database, JdbcTemplate jdbc, DetectorSetting... settings) {
    this(database, jdbc, WATCHES, settings);
  }

  /// @param watches what is watched
  DetectorsWorld(
      TestDatabase database, JdbcTemplate jdbc, Watches watches, DetectorSetting... settings) {
    this.watches = watches;
    this.ledger = TestLedger.over(database);
    this.ledger.reader(TestSeries.reader(watches, ledger.jdbc()));
    this.tables = new JudgedTables(jdbc);
    this.counts = TestSeries.counts(jdbc);
    this.told = new ToldTable(jdbc);
    this.failed = new FailedSettings(jdbc, Clock.systemUTC());
    this.settings = new Decided(List.of(settings));
    this.adjacencies = TestAdjacencies.over(ledger);
    LoadSeries load = new LoadSeries(counts, AS_NAMED, adjacencies);
    FindDeaths deaths = new FindDeaths(this.settings, watches, counts, load, NAMED);
    this.alarms =
        new FindAlarms(
            this.settings,
            watches,
            counts,
            tables,
            failed,
            load,
            AS_NAMED,
            adjacencies,
            new TellAlarms(
                told,
                counts,
                load,
                inbox,
                new DescribeAlarm(new ShippedSubstances(), new RateAlarm(NAMED)),
                deaths),
            deaths,
            ledger.transaction());
  }

  /// Lets the readers and the detectors catch up.
  ///
  /// @return how many series were judged
  int catchUp() {
    ledger.readers().catchUp();
    return alarms.catchUp();
  }

  /// People decide: these are the settings from now on.
  void decide(DetectorSetting... now) {
    settings.all = List.of(now);
  }

  BackRuns backRuns() {
    return new BackRuns(watches, counts, AS_NAMED, adjacencies);
  }

  static DetectorSetting setting(
      String name, Method method, String chance, List<String> dimensions) {
    return new DetectorSetting(
        name,
        method,
        "finds",
        dimensions,
        true,
        new BigDecimal(chance),
        new BigDecimal("0.3"),
        1,
        "ana",
        Instant.EPOCH);
  }

  private static final class Decided implements ReadSettings {
    private List<DetectorSetting> all;

    private Decided(List<DetectorSetting> all) {
      this.all = all;
    }

    @Override
    public List<DetectorSetting> list() {
      return all;
    }

    @Override
    public Optional<DetectorSetting> find(String name) {
      return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }
  }

  /// Keeps what was raised and is not settled, by key.
  static final class Inbox implements RaiseSignal {

    final Set<String> open = new TreeSet<>();
    final List<Signal> raised = new ArrayList<>();

    @Override
    public RecordId raise(Signal signal) {
      raised.add(signal);
      open.add(signal.key());
      return idOf(signal.key());
    }

    @Override
    public void settle(RecordId signal) {
      open.removeIf(key -> idOf(key).equals(signal));
    }

    private static RecordId idOf(String key) {
      return new RecordId(
          UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }
}
