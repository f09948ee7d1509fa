package org.tripoint.node.signals;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tripoint.vocabulary.RecordId;

/// How often each detector was right, from what people judged of its signals. A page that switches
/// a detector on or tunes it shows this beside the switch.
public interface MeasureDetectors {

  /// Every detector that has raised a signal, in the order of their names.
  List<DetectorRecord> list();

  /// Empty for one that has raised none.
  Optional<DetectorRecord> find(String detector);

  /// The same of some signals, whatever raised them.
  DetectorRecord of(String name, Collection<RecordId> signals);

  /// A detector with what people made of its signals.
  ///
  /// @param raised signals it raised
  /// @param open of them those that somebody still has to look at
  /// @param useful judged true and useful
  /// @param trueOnly judged true and of no use
  /// @param falseAlarms judged not so
  record DetectorRecord(
      String detector, long raised, long open, long useful, long trueOnly, long falseAlarms) {

    public long judged() {
      return useful + trueOnly + falseAlarms;
    }

    /// Share of the judged that were true, with its interval; empty while none is judged.
    public Optional<Proportion> precision() {
      return Proportion.of(useful + trueOnly, judged());
    }
  }
}
