package org.tripoint.node.notices;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.signals.OfferStep;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.SignalState;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Offers to draft a notice from a signal, or to open the one that was.
@Component
class OfferNotice implements OfferStep {

  private final ListNotices notices;

  OfferNotice(ListNotices notices) {
    this.notices = notices;
  }

  @Override
  public Optional<Step> offer(Item signal, Page page) {
    RecordId notice = signal.notice();
    if (notice != null) {
      return notices
          .findByDraft(notice)
          .map(one -> new Step(page.t("notices.open"), "/notices/" + one.number()));
    }
    return SignalState.open().contains(signal.state()) && page.mayUse(Role.Names.ANALYST)
        ? Optional.of(new Step(page.t("notices.draft"), "/notices/draft?signal=" + signal.signal()))
        : Optional.empty();
  }
}
