package org.tripoint.node.signals;

import java.util.List;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// A happening as a page tells it.
///
/// @param item the signal it happened to
/// @param again true for a finding that was not the first
/// @param fresh records that no finding before it rested on
public record HappeningRow(Happening happening, Item item, boolean again, List<RecordId> fresh) {

  public HappeningRow {
    fresh = List.copyOf(fresh);
  }

  /// What happened, in the page's language.
  public String told(Page page) {
    return switch (happening.what()) {
      case FOUND ->
          again
              ? page.t("signals.happened.AGAIN")
              : page.t("signals.happened.FOUND", DetectorWords.name(item.detector(), page));
      case DECIDED ->
          page.t("signals.happened.DECIDED", page.t("signals.state." + happening.value()));
      case ASSIGNED ->
          happening.value().isEmpty()
              ? page.t("signals.happened.UNASSIGNED")
              : page.t("signals.happened.ASSIGNED", happening.value());
      case NOTED -> page.t("signals.happened.NOTED");
      case JUDGED ->
          page.t("signals.happened.JUDGED", page.t("signals.verdict." + happening.value()));
    };
  }

  /// Who did it, in the page's language.
  public String by(Page page) {
    return happening.account().equals("system") ? page.t("signals.by-node") : happening.account();
  }
}
