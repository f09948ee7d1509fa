package org.tripoint.node.signals;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.FindLastVisit;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.signals.Happening.What;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.Tab;
import org.tripoint.vocabulary.RecordId;

/// What happened to signals since a person's last shift, newest first.
@Controller
class ShiftPages {

  private static final int ROWS = 100;
  private static final String VISIT = "visit";
  private static final Map<String, Duration> SPANS =
      Map.of("8h", Duration.ofHours(8), "24h", Duration.ofHours(24), "7d", Duration.ofDays(7));

  private final SignalHistory history;
  private final ReadSignals signals;
  private final FindLastVisit visits;
  private final Clock clock;

  ShiftPages(SignalHistory history, ReadSignals signals, FindLastVisit visits, Clock clock) {
    this.history = history;
    this.signals = signals;
    this.visits = visits;
    this.clock = clock;
  }

  @GetMapping("/signals/changes")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String changes(
      Page page,
      Model model,
      @RequestParam(defaultValue = VISIT) String since,
      @RequestParam(defaultValue = "") String before) {
    Instant from = from(since, page.account());
    List<Happening> found = history.listSince(from, place(before), ROWS + 1);
    List<Happening> shown = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("since", from);
    model.addAttribute("rows", rows(shown));
    model.addAttribute("tabs", tabs(since, page));
    model.addAttribute("newest", before.isEmpty() ? "" : page.with("before", ""));
    model.addAttribute(
        "older",
        found.size() > ROWS ? page.with("before", Long.toString(shown.getLast().sequence())) : "");
    return "signals/changes";
  }

  /// The last visit; without one, a day ago.
  private Instant from(String since, String account) {
    Duration span = SPANS.get(since);
    if (span != null) {
      return clock.instant().minus(span);
    }
    return visits
        .findLastVisit(account)
        .orElseGet(() -> clock.instant().minus(Duration.ofHours(24)));
  }

  private static long place(String before) {
    return before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
  }

  private static List<Tab> tabs(String since, Page page) {
    String current = SPANS.containsKey(since) ? since : VISIT;
    return List.of(VISIT, "8h", "24h", "7d").stream()
        .map(one ->
            new Tab(
                page.t("signals.since." + one),
                "/signals/changes?since=" + one,
                one.equals(current)))
        .toList();
  }

  /// Those whose signal is still there.
  private List<HappeningRow> rows(List<Happening> happenings) {
    Map<RecordId, Optional<Item>> items = new HashMap<>();
    List<HappeningRow> rows = new ArrayList<>();
    for (Happening one : happenings) {
      items
          .computeIfAbsent(one.signal(), signals::find)
          .ifPresent(item ->
              rows.add(
                  new HappeningRow(
                      one,
                      item,
                      one.what() == What.FOUND && one.at().isAfter(item.raised()),
                      one.evidence())));
    }
    return rows;
  }
}
