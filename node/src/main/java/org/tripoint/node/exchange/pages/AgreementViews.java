package org.tripoint.node.exchange.pages;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.sharing.ReadShared.Sweep;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Kind;

/// What an agreement says, for its page.
@Component
class AgreementViews {

  /// What describes this node's own work, and is nobody else's.
  private static final Set<String> OWN_WORK = Set.of("import-mapping", "place-mapping");

  private final ReadShared shared;
  private final RecordKinds kinds;

  AgreementViews(ReadShared shared, RecordKinds kinds) {
    this.shared = shared;
    this.kinds = kinds;
  }

  /// Audiences of a partner, those of today first.
  List<SharedAudience> audiencesOf(String partner) {
    return shared.listAudiences().stream()
        .filter(audience -> audience.partner().equals(partner))
        .sorted(java.util.Comparator.comparing(SharedAudience::ended))
        .toList();
  }

  /// How far the work is of giving them what they may have.
  Sweep sweep() {
    return shared.sweep();
  }

  /// Kinds that may be shared at all, with their names.
  List<Option> kinds(Page page) {
    return kinds.listFromOutside().stream()
        .map(Kind::name)
        .filter(name -> !OWN_WORK.contains(name) && page.has("proof.kind." + name))
        .map(name -> new Option(name, page.t("proof.kind." + name)))
        .toList();
  }
}
