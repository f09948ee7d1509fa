package org.tripoint.node.signals;

import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.ListColleagues;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.Tab;

/// The inbox, and one signal with all that happened to it.
@Controller
class SignalPages {

  private static final int ROWS = 50;
  private static final long MOST_COUNTED = 10_000;
  private static final List<String> TABS =
      List.of("open", "new", "watching", "became-notice", "dismissed", "all");

  private final ReadSignals signals;
  private final ShowSignal show;
  private final ListColleagues colleagues;

  SignalPages(ReadSignals signals, ShowSignal show, ListColleagues colleagues) {
    this.signals = signals;
    this.show = show;
    this.colleagues = colleagues;
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
      @RequestParam(name = "show", defaultValue = "open") String shown,
      @RequestParam(defaultValue = "") String detector,
      @RequestParam(defaultValue = "") String assignee,
      @RequestParam(defaultValue = "") String severity,
      @RequestParam(defaultValue = "newest") String sort,
      @RequestParam(defaultValue = "") String after) {
    SignalFilter filter = new SignalFilter(states(shown), detector, assignee, level(severity));
    SignalOrder order = sort.equals("severity") ? SignalOrder.SEVERITY : SignalOrder.NEWEST;
    List<Item> found = signals.list(filter, order, SignalCursor.parse(after), ROWS + 1);
    List<Item> rows = found.subList(0, Math.min(ROWS, found.size()));
    model.addAttribute("items", rows);
    model.addAttribute("shown", shown);
    model.addAttribute("filter", filter);
    model.addAttribute("sort", sort);
    model.addAttribute("detectors", detectors(page));
    model.addAttribute("people", people(page));
    model.addAttribute("tabs", tabs(shown, page));
    model.addAttribute("total", total(filter, page));
    model.addAttribute("first", after.isEmpty() ? "" : page.with("after", ""));
    model.addAttribute(
        "next",
        found.size() > ROWS ? page.with("after", SignalCursor.after(rows.getLast()).text()) : "");
    return "signals/inbox";
  }

  private static Set<SignalState> states(String shown) {
    return switch (shown) {
      case "new" -> EnumSet.of(SignalState.NEW);
      case "watching" -> EnumSet.of(SignalState.WATCHING);
      case "became-notice" -> EnumSet.of(SignalState.BECAME_NOTICE);
      case "dismissed" -> EnumSet.of(SignalState.DISMISSED);
      case "all" -> EnumSet.allOf(SignalState.class);
      default -> SignalState.open();
    };
  }

  private static int level(String severity) {
    return severity.matches("[1-5]") ? Integer.parseInt(severity) : 0;
  }

  private static List<Tab> tabs(String shown, Page page) {
    String current = TABS.contains(shown) ? shown : "open";
    return TABS.stream()
        .map(one ->
            new Tab(page.t("signals.show." + one), "/signals?show=" + one, one.equals(current)))
        .toList();
  }

  private List<Option> detectors(Page page) {
    return Stream.concat(
            Stream.of(new Option("", page.t("signals.any"))),
            signals.listDetectors().stream()
                .map(one -> new Option(one, DetectorWords.name(one, page))))
        .toList();
  }

  private List<Option> people(Page page) {
    return Stream.of(
            Stream.of(
                new Option("", page.t("signals.anyone")),
                new Option(page.account(), page.t("signals.mine")),
                new Option(SignalFilter.NOBODY, page.t("signals.nobody"))),
            colleagues.listColleagues().stream()
                .filter(one -> !one.equals(page.account()))
                .map(one -> new Option(one, one)))
        .flatMap(one -> one)
        .toList();
  }

  private String total(SignalFilter filter, Page page) {
    long count = signals.count(filter, MOST_COUNTED + 1);
    return count > MOST_COUNTED
        ? page.t("signals.total.more", MOST_COUNTED)
        : page.t("signals.total", count);
  }

  @GetMapping("/signals/{id}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String signal(Page page, Model model, @PathVariable String id) {
    return show.show(show.find(id), page, model);
  }
}
