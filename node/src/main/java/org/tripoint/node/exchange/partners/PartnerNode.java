package org.tripoint.node.exchange.partners;

import java.util.HashSet;
import java.util.List;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// Content of kind `partner-node`: a partner's node as two people of this one came to know it.
///
/// @param partner short name
/// @param introduction the node's own, signed
/// @param confirmedBy accounts of the two who compared the fingerprint
/// @param complyHours hours within which it has to confirm a recall
@MadeHere
record PartnerNode(String partner, String introduction, List<String> confirmedBy, int complyHours) {

  static final Kind<PartnerNode> KIND = Kind.of("partner-node", 1, PartnerNode.class);

  PartnerNode {
    confirmedBy = List.copyOf(confirmedBy);
    if (new HashSet<>(confirmedBy).size() != 2) {
      throw new IllegalArgumentException("expected two different people");
    }
    if (complyHours < 1 || complyHours > 24 * 90) {
      throw new IllegalArgumentException("expected 1 hour to 90 days, found " + complyHours);
    }
  }
}
