package org.tripoint.node.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.database.Sight;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.RestsOn;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.RecordId;

/// Which of the records that a signal rests on are partners', and which of those their originator
/// does not let others use in a product of their own, as a notice is. This node's own records are
/// never held back by their own marking.
@Component
class EvidenceOfPartners {

  private final ReadLedger ledger;
  private final List<RestsOn> rooms;

  EvidenceOfPartners(ReadLedger ledger, List<RestsOn> rooms) {
    this.ledger = ledger;
    this.rooms = List.copyOf(rooms);
  }

  /// A partner's records among the evidence.
  ///
  /// @param withheld those that may not be used without asking, or never
  /// @param of all of them
  record Withheld(String partner, long withheld, long of) {}

  /// Partners with records that may not be used, by name; empty when nothing is held back.
  List<Withheld> listWithheld(Item signal) {
    Map<String, List<VersionHeader>> given = new TreeMap<>();
    for (VersionHeader header : standing(signal)) {
      String partner = PartnerSource.partnerOf(header.source());
      if (partner != null) {
        given.computeIfAbsent(partner, name -> new ArrayList<>()).add(header);
      }
    }
    return given.entrySet().stream()
        .map(
            one -> new Withheld(one.getKey(), countWithheld(one.getValue()), one.getValue().size()))
        .filter(one -> one.withheld() > 0)
        .toList();
  }

  /// Of what the signal names and of all that its figures were made of, whoever drafts.
  private List<VersionHeader> standing(Item signal) {
    return Sight.asNode(() -> {
      Set<RecordId> all = new TreeSet<>(signal.evidence());
      rooms.forEach(room -> all.addAll(room.recordsOf(signal)));
      return ledger.listStandingHeaders(all);
    });
  }

  private static long countWithheld(List<VersionHeader> headers) {
    return headers.stream()
        .filter(one -> one.marking().derivativeUse() != Permission.ALLOWED)
        .count();
  }
}
