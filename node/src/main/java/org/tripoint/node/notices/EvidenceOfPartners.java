package org.tripoint.node.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.RecordId;

/// Which of the records that a signal rests on are partners', and which of those their originator
/// does not let others use in a product of their own, as a notice is. This node's own records are
/// never held back by their own marking.
@Component
class EvidenceOfPartners {

  private final ReadLedger ledger;

  EvidenceOfPartners(ReadLedger ledger) {
    this.ledger = ledger;
  }

  /// A partner's records among the evidence.
  ///
  /// @param withheld those that may not be used without asking, or never
  /// @param of all of them
  record Withheld(String partner, long withheld, long of) {}

  /// Partners with records that may not be used, by name; empty when nothing is held back.
  List<Withheld> listWithheld(List<RecordId> evidence) {
    Map<String, List<VersionHeader>> given = new TreeMap<>();
    for (RecordId record : evidence) {
      ledger
          .findCurrent(record)
          .map(RecordVersion::header)
          .ifPresent(header -> {
            String partner = PartnerSource.partnerOf(header.source());
            if (partner != null) {
              given.computeIfAbsent(partner, name -> new ArrayList<>()).add(header);
            }
          });
    }
    return given.entrySet().stream()
        .map(
            one -> new Withheld(one.getKey(), countWithheld(one.getValue()), one.getValue().size()))
        .filter(one -> one.withheld() > 0)
        .toList();
  }

  private static long countWithheld(List<VersionHeader> headers) {
    return headers.stream()
        .filter(one -> one.marking().derivativeUse() != Permission.ALLOWED)
        .count();
  }
}
