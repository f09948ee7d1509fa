package org.tripoint.node.exchange.stix;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordKinds;

/// The forms of all kinds that travel: what this node decides for itself has none.
@Component
class KindForms {
  private final RecordKinds kinds;
  private volatile @Nullable SortedMap<String, KindForm> known;

  KindForms(RecordKinds kinds) {
    this.kinds = kinds;
  }

  Optional<KindForm> find(String kind) {
    return Optional.ofNullable(all().get(kind));
  }

  /// By name of the kind.
  List<KindForm> list() {
    return List.copyOf(all().values());
  }

  private SortedMap<String, KindForm> all() {
    SortedMap<String, KindForm> forms = known;
    if (forms == null) {
      SortedMap<String, KindForm> made = new TreeMap<>();
      kinds.listFromOutside().forEach(kind -> made.put(kind.name(), new KindForm(kind)));
      known = made;
      forms = made;
    }
    return forms;
  }
}
