package org.tripoint.node.detectors;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;

/// Puts what a person decided about a setting into the ledger.
@Service
public class KeepSettings {

  private static final String SOURCE = "detectors";

  private final AppendRecords ledger;
  private final Watches watches;
  private final Clock clock;

  KeepSettings(AppendRecords ledger, Watches watches, Clock clock) {
    this.ledger = ledger;
    this.watches = watches;
    this.clock = clock;
  }

  /// Says nothing of a setting that can be judged.
  ///
  /// @throws IllegalArgumentException if there is no such watch, it has not these dimensions, or
  ///   the method is not made for its periods
  public void require(DetectorSetting setting) {
    Watch watch = watches.get(setting.watch());
    if (!watch.dimensions().containsAll(setting.dimensions())) {
      throw new IllegalArgumentException("expected some of " + watch.dimensions());
    }
    if (!setting.dimensions().containsAll(setting.method().needs())) {
      throw new IllegalArgumentException("expected " + setting.method().needs());
    }
    if (!setting.method().judges(watch.step())) {
      throw new IllegalArgumentException("expected a method for periods of a " + watch.step());
    }
  }

  /// Keeps a setting as one person decided it.
  ///
  /// @throws IllegalArgumentException if it cannot be judged ([#require])
  public void keep(DetectorSetting setting, boolean on, String account) {
    require(setting);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Entry entry =
        new Entry.Put<>(
            DetectorSetting.KIND,
            setting.name(),
            setting.decided(on, account, now),
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null);
    ledger.append(new Batch(SOURCE, null, now, account, List.of(entry)));
  }
}
