package org.tripoint.node.desks.law.reading;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.law.AppendLaw;
import org.tripoint.node.desks.law.LawReading;
import org.tripoint.node.desks.law.reading.CompareReadings.Change;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.vocabulary.RecordId;

/// Takes a file of an instrument: it becomes a version of the record of its instrument and
/// language, and people are told when its words are not those of the reading before.
@Component
class LawReadings {

  private final AppendLaw append;
  private final ReadLedger ledger;
  private final ReadRegistry registry;
  private final RaiseSignal signals;

  LawReadings(AppendLaw append, ReadLedger ledger, ReadRegistry registry, RaiseSignal signals) {
    this.append = append;
    this.ledger = ledger;
    this.registry = registry;
    this.signals = signals;
  }

  /// A change and the substances of the registry that its words name.
  record Touching(Change change, List<Substance> substances) {
    Touching {
      substances = List.copyOf(substances);
    }
  }

  /// Keeps a reading of a text, and says so where it changed.
  ///
  /// @return record of the instrument in its language
  RecordId take(byte[] file, String account) throws TextRefused {
    LawReading reading = ReadText.read(file);
    RecordId record = append.put(LawReading.KIND, reading.key(), reading, account);
    List<LawReading> readings = list(record);
    boolean isNewest = readings.getFirst().sha256().equals(reading.sha256());
    List<Touching> changes = changes(record);
    if (isNewest && !changes.isEmpty()) {
      signals.raise(
          new RaiseSignal.Signal(
              "law.text-changed",
              record + "/" + reading.sha256(),
              "law.text-changed.title",
              List.of(reading.instrument(), reading.language(), String.valueOf(changes.size())),
              List.of(record),
              List.of(
                  new RaiseSignal.ScorePart(
                      "law.text-changed.why",
                      BigDecimal.ONE,
                      String.valueOf(
                          changes.stream().filter(one -> !one.substances().isEmpty()).count()))),
              "/law/readings/" + record));
    }
    return record;
  }

  /// The readings of an instrument, the newest first.
  List<LawReading> list(RecordId record) {
    return ledger.listVersions(record).stream()
        .filter(version -> version.header().kind().equals(LawReading.KIND.name()))
        .sorted(
            Comparator.comparing((RecordVersion version) -> version.header().published())
                .thenComparingLong(version -> version.header().sequence())
                .reversed())
        .map(version -> version.content(LawReading.KIND))
        .flatMap(Optional::stream)
        .toList();
  }

  /// What the newest reading changed; none when it is the first.
  List<Touching> changes(RecordId record) {
    List<LawReading> readings = list(record);
    if (readings.size() < 2) {
      return List.of();
    }
    return CompareReadings.compare(readings.get(1), readings.getFirst()).stream()
        .map(change -> new Touching(change, touched(change)))
        .toList();
  }

  private List<Substance> touched(Change change) {
    LawReading.Item before = change.before();
    LawReading.Item after = change.after();
    String words =
        (before == null ? "" : before.text()) + " \n " + (after == null ? "" : after.text());
    return NamedIn.find(words, registry.registry());
  }
}
