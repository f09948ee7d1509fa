package org.tripoint.node.signals;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.Tab;
import org.tripoint.vocabulary.RecordId;

/// The inbox, and what a person decides about one signal.
@Controller
class SignalPages {

  private static final int PAGE_SIZE = 50;

  private final ReadSignals signals;
  private final SignalLog log;
  private final RunReaders readers;
  private final ObjectProvider<GuardSignals> guards;

  SignalPages(
      ReadSignals signals, SignalLog log, RunReaders readers, ObjectProvider<GuardSignals> guards) {
    this.signals = signals;
    this.log = log;
    this.readers = readers;
    this.guards = guards;
  }

  @GetMapping("/signals")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String inbox(
      Page page,
      Model model,
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(required = false) Optional<String> before) {
    Set<SignalState> states =
        switch (show) {
          case "dismissed" -> EnumSet.of(SignalState.DISMISSED);
          case "all" -> EnumSet.allOf(SignalState.class);
          default -> EnumSet.of(SignalState.NEW, SignalState.TRIAGED, SignalState.WATCHING);
        };
    List<Item> items = signals.list(states, before.flatMap(SignalPages::instant), PAGE_SIZE);
    model.addAttribute("items", items);
    model.addAttribute("show", show);
    model.addAttribute(
        "tabs",
        Stream.of("open", "dismissed", "all")
            .map(choice ->
                new Tab(
                    page.t("signals.show." + choice),
                    "/signals?show=" + choice,
                    choice.equals(show)))
            .toList());
    model.addAttribute(
        "older", items.size() == PAGE_SIZE ? items.getLast().raised().toString() : "");
    return "signals/inbox";
  }

  @GetMapping("/signals/{id}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String signal(Page page, Model model, @PathVariable String id) {
    return show(page, model, find(id), "");
  }

  @PostMapping("/signals/{id}")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String triage(
      Page page,
      Model model,
      @PathVariable String id,
      @RequestParam SignalState state,
      @RequestParam(defaultValue = "") String reason) {
    Item item = find(id);
    if (!mayDecide(item, page)) {
      return show(page, model, item, page.t("signals.another-person"));
    }
    try {
      log.triage(new SignalTriage(item.signal(), state, reason.strip(), page.account()));
    } catch (IllegalArgumentException e) {
      return show(page, model, item, page.t("signals.refused"));
    }
    readers.catchUpBriefly();
    return show(page, model, find(id), page.t("signals.saved"));
  }

  private String show(Page page, Model model, Item item, String notice) {
    model.addAttribute("item", item);
    model.addAttribute("states", List.of(SignalState.values()));
    model.addAttribute("notice", notice);
    model.addAttribute(
        "mayDecide",
        mayDecide(item, page)
            && (page.mayUse(Role.Names.ANALYST)
                || page.mayUse(Role.Names.STEWARD)
                || page.mayUse(Role.Names.ADMINISTRATOR)));
    return "signals/signal";
  }

  private boolean mayDecide(Item item, Page page) {
    return guards.stream()
        .allMatch(guard -> guard.mayDecide(item.detector(), item.evidence(), page.account()));
  }

  private Item find(String id) {
    try {
      Optional<Item> found = signals.find(RecordId.parse(id));
      return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such signal", e);
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
