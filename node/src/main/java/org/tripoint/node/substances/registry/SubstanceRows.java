package org.tripoint.node.substances.registry;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.CasNumber;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.substances.registry.AddedSubstances.Kept;

/// Substances as lists show them.
@Component
class SubstanceRows {

  private final AddedSubstances added;

  SubstanceRows(AddedSubstances added) {
    this.added = added;
  }

  List<SubstanceRow> rows(List<Substance> some, SubstanceWords words) {
    return some.stream().map(one -> row(one, words)).toList();
  }

  SubstanceRow row(Substance one, SubstanceWords words) {
    String cas = one.cas().map(CasNumber::text).orElse("");
    String family = words.family(one.family());
    return new SubstanceRow(
        one.id(),
        words.name(one),
        one.formula(),
        cas,
        family,
        words.roles(one.roles()),
        one.unverified(),
        origin(one, words),
        cas.isEmpty()
            ? "%s, %s".formatted(family, one.formula())
            : "%s, %s, CAS %s".formatted(family, one.formula(), cas));
  }

  /// Who added it; "" for what ships with the node.
  String origin(Substance one, SubstanceWords words) {
    return added.find(one.id()).map(kept -> origin(kept, words)).orElse("");
  }

  /// How many records of substances are left out, because their structure does not fit their key.
  long countUnsound() {
    return added.list().stream().filter(kept -> !kept.sound()).count();
  }

  static String origin(Kept kept, SubstanceWords words) {
    return kept.origin() == null
        ? words.page().t("substances.origin.here")
        : words.page().t("substances.origin.partner", kept.origin());
  }
}
