package org.tripoint.node.exchange.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.ListConfirmations;
import org.tripoint.node.exchange.journal.ListConfirmations.Confirmation;
import org.tripoint.node.exchange.pages.HolderRow.State;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.Holder;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.RecordId;

/// Who was given a record, by what this node gave and what partners' receipts say.
@Component
class HolderRows {

  private final ReadShared shared;
  private final ListConfirmations confirmations;
  private final Partners partners;

  HolderRows(ReadShared shared, ListConfirmations confirmations, Partners partners) {
    this.shared = shared;
    this.confirmations = confirmations;
    this.partners = partners;
  }

  List<HolderRow> of(RecordId record) {
    List<Confirmation> known = confirmations.of(record);
    List<SharedAudience> audiences = shared.listAudiences();
    return shared.listHolders(record).stream()
        .map(holder -> row(holder, instrument(audiences, holder), find(known, holder)))
        .toList();
  }

  private static String instrument(List<SharedAudience> audiences, Holder holder) {
    return audiences.stream()
        .filter(one -> one.partner().equals(holder.partner()))
        .filter(one -> one.name().equals(holder.audience()))
        .map(one -> one.basis().instrument())
        .findFirst()
        .orElse("");
  }

  private static Optional<Confirmation> find(List<Confirmation> known, Holder holder) {
    return known.stream()
        .filter(one -> one.partner().equals(holder.partner()))
        .filter(one -> one.audience().equals(holder.audience()))
        .findFirst();
  }

  private HolderRow row(Holder holder, String instrument, Optional<Confirmation> known) {
    return new HolderRow(
        holder.partner(),
        holder.audience(),
        holder.last(),
        instrument,
        state(holder, known),
        known.map(Confirmation::expected).orElse(""),
        known.map(Confirmation::at).orElse(null));
  }

  private State state(Holder holder, Optional<Confirmation> known) {
    if (!holder.holds()) {
      return State.CALLED_BACK;
    }
    if (partners.find(holder.partner()).isEmpty()) {
      return State.READABLE;
    }
    return switch (known.map(Confirmation::state).orElse(ListConfirmations.State.UNDER_WAY)) {
      case UNDER_WAY -> State.UNDER_WAY;
      case CONFIRMED -> State.CONFIRMED;
      case REFUSED -> State.REFUSED;
      case MISSING -> State.MISSING;
    };
  }
}
