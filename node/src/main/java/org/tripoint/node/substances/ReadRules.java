package org.tripoint.node.substances;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Substance;

/// Whose rules take a substance in.
public interface ReadRules {

  /// The answers for a day, one for each jurisdiction.
  Map<Jurisdiction, Coverage> decide(Substance substance, LocalDate day);

  /// Every day on which a rule of any jurisdiction begins or ends, the earliest first.
  List<LocalDate> listTurns();
}
