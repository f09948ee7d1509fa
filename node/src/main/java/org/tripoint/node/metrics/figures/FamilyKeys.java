package org.tripoint.node.metrics.figures;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The substances counted under a family, as people's mappings stood on the day asked for.
///
/// A mapping decided later must not change what this node gave on a past day. On the published
/// clock today's mappings count: it asks what sources had said, as far as this node knows now.
@Component
class FamilyKeys {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ReadSubstances substances;
  private final ReadLedger ledger;

  FamilyKeys(ReadSubstances substances, ReadLedger ledger) {
    this.substances = substances;
    this.ledger = ledger;
  }

  Set<String> keysOf(String family, Moment moment) {
    return switch (moment) {
      case Moment.Today today -> substances.keysOf(family);
      case Moment.Past(AsOf.Published published) -> substances.keysOf(family);
      case Moment.Past(AsOf.Received received) -> keysThen(family, received);
      case Moment.Past(AsOf.LedgerSize size) -> keysThen(family, size);
    };
  }

  private Set<String> keysThen(String family, AsOf asOf) {
    Set<String> keys = new TreeSet<>(substances.keysOf(family));
    Set<RecordId> decisions = substances.listDecisions();
    for (RecordId decision : decisions) {
      for (RecordVersion version : ledger.listVersions(decision)) {
        text(version, "reported").ifPresent(keys::remove);
      }
    }
    for (RecordId decision : decisions) {
      ledger
          .findAsOf(decision, asOf)
          .filter(version -> text(version, "family").filter(family::equals).isPresent())
          .flatMap(version -> text(version, "reported"))
          .ifPresent(keys::add);
    }
    return keys;
  }

  private static Optional<String> text(RecordVersion version, String member) {
    return Optional.ofNullable(version.canonicalParts().get(Part.OPEN))
        .map(json -> JSON.readTree(json).get(member))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }
}
