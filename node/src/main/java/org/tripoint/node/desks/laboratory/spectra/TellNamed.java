package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Near;
import org.tripoint.node.desks.laboratory.spectra.KeptAnswers.Said;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectra.Kept;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.vocabulary.RecordId;

/// Tells people, once for each name, that something which was kept as unknown is named now.
@Component
class TellNamed {

  private static final String DETECTOR = "spectra.unknown-named";

  private final GroupUnknowns groups;
  private final KeptAnswers answers;
  private final RaiseSignal signals;

  TellNamed(GroupUnknowns groups, KeptAnswers answers, RaiseSignal signals) {
    this.groups = groups;
    this.answers = answers;
    this.signals = signals;
  }

  void run(Map<RecordId, Said> said) {
    for (List<Kept> members : groups.groups()) {
      var group = new UnknownGroup(members, said);
      List<String> names = group.names();
      if (names.isEmpty()) {
        continue;
      }
      String key = group.first().record() + "/" + String.join("; ", names);
      if (!answers.isTold(key)) {
        signals.raise(signal(group, names, key));
        answers.told(key);
      }
    }
  }

  private static Signal signal(UnknownGroup group, List<String> names, String key) {
    Said surest = group.surest().orElseThrow();
    Near best = surest.near().getFirst();
    return new Signal(
        DETECTOR,
        key,
        DETECTOR + ".title",
        List.of(
            String.join("; ", names),
            Integer.toString(group.members().size()),
            group.since().toString()),
        group.members().stream().map(Kept::record).toList(),
        List.of(
            new ScorePart(
                DETECTOR + ".confidence", surest.confidence(), best.score().toPlainString()),
            new ScorePart(
                DETECTOR + ".times", BigDecimal.ZERO, Integer.toString(group.members().size()))),
        "/laboratory/spectrum/unknowns/" + group.first().record());
  }
}
