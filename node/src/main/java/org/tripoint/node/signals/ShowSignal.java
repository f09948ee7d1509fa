package org.tripoint.node.signals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.ListColleagues;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.signals.Happening.What;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.SignalJudgement.Verdict;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Shows one signal: what it says, on what it rests, what happened to it, what to do next.
@Component
class ShowSignal {

  private final ReadSignals signals;
  private final SignalHistory history;
  private final ListColleagues colleagues;
  private final MayDecide guard;
  private final ObjectProvider<OfferStep> steps;
  private final ObjectProvider<HoldBackCounts> holdBack;

  ShowSignal(
      ReadSignals signals,
      SignalHistory history,
      ListColleagues colleagues,
      MayDecide guard,
      ObjectProvider<OfferStep> steps,
      ObjectProvider<HoldBackCounts> holdBack) {
    this.holdBack = holdBack;
    this.signals = signals;
    this.history = history;
    this.colleagues = colleagues;
    this.guard = guard;
    this.steps = steps;
  }

  String show(Item found, Page page, Model model) {
    Item item = page.readable().contains(Part.HEALTH) ? found : withoutSmallCounts(found);
    model.addAttribute("heldBack", !item.equals(found));
    boolean works = page.mayUse(Role.Names.ANALYST);
    List<HappeningRow> happened = rows(item);
    model.addAttribute("item", item);
    model.addAttribute("happened", happened.reversed());
    model.addAttribute("earlier", earlier(item, happened));
    model.addAttribute("states", SignalState.chosen());
    model.addAttribute("verdicts", List.of(Verdict.values()).stream().map(Verdict::name).toList());
    model.addAttribute("colleagues", colleagues.listColleagues());
    model.addAttribute(
        "steps",
        works
            ? steps.orderedStream().flatMap(one -> one.offer(item, page).stream()).toList()
            : List.of());
    model.addAttribute("works", works);
    model.addAttribute("mayDecide", works && mayDecide(item, page));
    return "signals/signal";
  }

  private Item withoutSmallCounts(Item found) {
    Item item = found;
    for (HoldBackCounts room : holdBack) {
      item = room.withoutSmallCounts(item);
    }
    return item;
  }

  /// Each happening with the records that no finding before it rested on.
  private List<HappeningRow> rows(Item item) {
    List<HappeningRow> rows = new ArrayList<>();
    Set<RecordId> known = new HashSet<>();
    boolean found = false;
    for (Happening one : history.listOf(item.signal())) {
      List<RecordId> fresh = one.evidence().stream().filter(known::add).toList();
      rows.add(new HappeningRow(one, item, found, fresh));
      found |= one.what() == What.FOUND;
    }
    return rows;
  }

  /// Records that an earlier finding rested on and the last one does not.
  private static List<RecordId> earlier(Item item, List<HappeningRow> happened) {
    Stream<RecordId> all = happened.stream().flatMap(row -> row.fresh().stream());
    return all.filter(record -> !item.evidence().contains(record)).toList();
  }

  boolean mayDecide(Item item, Page page) {
    return guard.may(item, page.account());
  }

  Item find(String id) {
    try {
      Optional<Item> found = signals.find(RecordId.parse(id));
      return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such signal", e);
    }
  }
}
