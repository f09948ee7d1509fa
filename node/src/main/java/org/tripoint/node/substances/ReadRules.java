package org.tripoint.node.substances;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Substance;

/// Whose rules take a substance in.
public interface ReadRules {

  /// The answers for a day, one for each jurisdiction.
  Map<Jurisdiction, Coverage> decide(Substance substance, LocalDate day);

  /// The answers for a structure that the registry need not hold; empty where the SMILES cannot be
  /// read.
  Optional<Map<Jurisdiction, Coverage>> decideSmiles(String smiles, LocalDate day);

  /// Whether every list of a jurisdiction was read whole by a day: only then does silence say that
  /// no list names a substance.
  boolean isReadWhole(Jurisdiction jurisdiction, LocalDate day);

  /// The answers of one jurisdiction one after the other, the oldest first: at least one, and each
  /// another than the one before it.
  List<Standing> history(Substance substance, Jurisdiction jurisdiction);

  /// An answer that stood from a day on.
  ///
  /// @param since first day; empty for the answer before the first day that is recorded
  /// @param coverage as it was on that first day
  record Standing(Optional<LocalDate> since, ControlOutcome outcome, Coverage coverage) {}

  /// Another value after a rule was entered or taken back.
  Object revision();

  /// Every day on which a rule of any jurisdiction begins or ends, the earliest first.
  List<LocalDate> listTurns();
}
