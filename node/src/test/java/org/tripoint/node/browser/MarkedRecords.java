package org.tripoint.node.browser;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.tripoint.node.desks.laboratory.pages.LaboratoryWorld;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureSamples;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.RecordId;

/// A seizure, a result, a case and a signal under one marking, with a word that nothing else has.
///
/// @param word stands in everything that tells of them
/// @param tlp their label
/// @param agency the one agency that may have them, or empty
/// @param ids of the pages that show them, as [EveryPage] names them
record MarkedRecords(String word, Tlp tlp, String agency, Map<String, String> ids) {

  /// Some of each label, and some that a single agency may have.
  static List<MarkedRecords> in(ApplicationContext node) {
    List<MarkedRecords> all = new ArrayList<>();
    for (Tlp tlp : Tlp.values()) {
      all.add(add(node, "ZQ" + tlp.name().replace("_", "") + "ZQ", tlp, ""));
    }
    all.add(add(node, "ZQAGENCYZQ", Tlp.CLEAR, "RCMP"));
    return List.copyOf(all);
  }

  private static MarkedRecords add(ApplicationContext node, String word, Tlp tlp, String agency) {
    Marking marking = marking(tlp, agency);
    Seizure seizure =
        SeizureSamples.event(
            word, "2026-11-11", "CA-BC", SeizureSamples.drug(1, "fentanyl", "1", "kg"));
    RecordId event = put(node, new Entry.Put<>(Seizure.KIND, "E" + word, seizure, marking, null));
    RecordId result = put(node, LaboratoryWorld.result(word, marking));
    RecordId tox = put(node, LaboratoryWorld.toxicology("T" + word, word, marking));
    RecordId signal =
        node.getBean(RaiseSignal.class)
            .raise(
                new RaiseSignal.Signal(
                    "seizures.double-report",
                    "S" + word,
                    "seizures.double.signal",
                    List.of(word, "RCMP", "2026-11-11", "CA-BC"),
                    List.of(event),
                    List.of(
                        new RaiseSignal.ScorePart("seizures.double.rule.day", BigDecimal.ONE, "0")),
                    "/seizures/events/" + event));
    node.getBean(RunReaders.class).catchUp();
    return new MarkedRecords(
        word,
        tlp,
        agency,
        Map.of(
            "event", event.toString(),
            "result", result.toString(),
            "case", tox.toString(),
            "signal", signal.toString()));
  }

  private static RecordId put(ApplicationContext node, Entry entry) {
    return node.getBean(AppendRecords.class)
        .append(
            new Batch(
                "ca-marked", null, Instant.parse("2026-11-12T00:00:00Z"), "tester", List.of(entry)))
        .outcomes()
        .getFirst()
        .requireRecord();
  }

  private static Marking marking(Tlp tlp, String agency) {
    return new Marking(
        tlp,
        tlp == Tlp.RED ? Set.of() : Set.of(Country.CANADA, Country.MEXICO),
        agency.isEmpty() ? Set.of() : Set.of(agency),
        false,
        Permission.ALLOWED,
        Permission.ALLOWED,
        Purpose.LAW_ENFORCEMENT,
        null,
        null,
        false,
        Marking.SourceGrade.B_USUALLY_RELIABLE,
        Marking.InformationGrade.G2_PROBABLY_TRUE,
        false);
  }
}
