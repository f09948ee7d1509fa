package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.ShippedRows;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.BackRun.Knowledge;
import org.tripoint.node.detectors.judging.BackRun.WouldSignal;
import org.tripoint.node.detectors.judging.BackRuns.Asked;
import org.tripoint.node.detectors.judging.BackRuns.State;

/// Events that simulated records hold on purpose, `detectors/planted-events.csv`, and when a
/// setting would have signalled each by what was published by then.
@Component
public class PlantedEvents {

  private static final List<Planted> SHIPPED =
      ShippedRows.of("/detectors/planted-events.csv").stream().map(PlantedEvents::planted).toList();

  private final ReadSettings settings;
  private final BackRuns runs;

  PlantedEvents(ReadSettings settings, BackRuns runs) {
    this.settings = settings;
    this.runs = runs;
  }

  /// A planted event.
  ///
  /// @param setting the name of the setting that should find it
  /// @param values that the series it is in has
  /// @param from first day
  /// @param weeks how long it lasts
  public record Planted(String id, String setting, List<String> values, LocalDate from, int weeks) {
    public Planted {
      values = List.copyOf(values);
    }

    /// Half a year after its end the past is run no further.
    LocalDate until() {
      return from.plusWeeks(weeks + 26L);
    }

    private boolean isFoundBy(WouldSignal signal) {
      LocalDate period = signal.judgement().period();
      return signal.judgement().at().containsAll(values)
          && !period.isBefore(from)
          && period.isBefore(from.plusWeeks(weeks + 1L));
    }
  }

  /// What a run says of an event.
  ///
  /// @param signal the first of it; empty when there was none
  /// @param others signals of the same setting in that month, or in the month of the event's
  ///   beginning
  /// @param expectedFalse alarms that chance alone would give in that month by the method's own
  ///   bounds; not a number where the method states no chance
  public record Outcome(Optional<WouldSignal> signal, long others, double expectedFalse) {}

  /// In their order.
  public List<Planted> list() {
    return shipped();
  }

  static List<Planted> shipped() {
    return SHIPPED;
  }

  /// Begins a run for each event, as its setting stands.
  public void start() {
    SHIPPED.forEach(one -> asked(one).ifPresent(runs::start));
  }

  /// How far the run for an event is; empty when nobody began it, or there is no such setting.
  public Optional<State> find(Planted event) {
    return asked(event).flatMap(runs::find);
  }

  private Optional<Asked> asked(Planted event) {
    Optional<DetectorSetting> setting = settings.find(event.setting());
    return setting.map(
        one -> new Asked(one, Knowledge.PUBLISHED, event.from().minusMonths(1), event.until()));
  }

  /// When a run would have signalled an event.
  public static Outcome outcome(Planted event, BackRun run) {
    Optional<WouldSignal> first = run.signals().stream().filter(event::isFoundBy).findFirst();
    YearMonth month = YearMonth.from(first.map(WouldSignal::day).orElse(event.from()));
    long others =
        run.signals().stream()
            .filter(one -> YearMonth.from(one.day()).equals(month) && !event.isFoundBy(one))
            .count();
    Double expected = run.expectedFalse().get(month);
    return new Outcome(first, others, expected == null ? Double.NaN : expected);
  }

  private static Planted planted(List<String> row) {
    return new Planted(
        row.get(0),
        row.get(1),
        List.of(row.get(2).replace("+", Watch.BESIDE).split(";", -1)),
        LocalDate.parse(row.get(3)),
        Integer.parseInt(row.get(4)));
  }
}
