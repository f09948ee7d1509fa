package org.tripoint.node.desks.laboratory.pages;

import jakarta.annotation.security.RolesAllowed;
import java.text.Collator;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.lists.ListResults;
import org.tripoint.node.desks.laboratory.lists.ResultFilter;
import org.tripoint.node.desks.laboratory.lists.ResultRow;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Line;
import org.tripoint.node.desks.laboratory.pages.ResultViews.ListView;
import org.tripoint.node.desks.laboratory.pages.ResultViews.RoundView;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Results of laboratories: their list, each of them, and inter-laboratory rounds.
@Controller
class ResultPages {

  private static final int MOST_ROUNDS = 20;
  private static final int MOST_OPTIONS = 500;

  private final ListResults results;
  private final ReadLedger ledger;
  private final ReadRegistry registry;
  private final ReadSubstances substances;
  private final ShowResult show;

  ResultPages(
      ListResults results,
      ReadLedger ledger,
      ReadRegistry registry,
      ReadSubstances substances,
      ShowResult show) {
    this.results = results;
    this.ledger = ledger;
    this.registry = registry;
    this.substances = substances;
    this.show = show;
  }

  @GetMapping("/laboratory")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String origin,
      @RequestParam(defaultValue = "") String substance,
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String laboratory,
      @RequestParam(defaultValue = "") String submission,
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String after) {
    YearMonth asked = month(month);
    ResultFilter filter =
        new ResultFilter(
            place, origin, substance, status, laboratory.strip(), submission.strip(), asked);
    List<ResultRow> rows = results.list(filter, after);
    boolean more = rows.size() > ListResults.PAGE;
    List<ResultRow> shown = more ? rows.subList(0, ListResults.PAGE) : rows;
    ResultWords words = new ResultWords(page, registry.registry());
    model.addAttribute(
        "view",
        new ListView(
            options(page, results.values("area"), words::place),
            place,
            codes(page, "origin", SampleOrigin.values()),
            origin,
            options(
                page, results.values("substance"), key -> substances.nameOf(key, page.locale())),
            substance,
            codes(page, "status", ResultStatus.values()),
            status,
            filter.laboratory(),
            filter.submission(),
            asked == null ? "" : asked.toString(),
            shown.stream().map(row -> line(row, words)).toList(),
            page.t("laboratory.total", results.total(filter)),
            after.isEmpty() ? "" : page.with("after", ""),
            more
                ? page.with("after", shown.getLast().day() + "_" + shown.getLast().sequence())
                : ""));
    return "laboratory/list";
  }

  private static @Nullable YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      return month.getYear() < 1900 || month.getYear() > 2199 ? null : month;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Line line(ResultRow row, ResultWords words) {
    Page page = words.page();
    return new Line(
        "/laboratory/results/" + row.record(),
        words.date(org.tripoint.vocabulary.PartialDate.parse(row.date())),
        row.laboratory(),
        row.item(),
        words.place(row.place()),
        page.t("laboratory.origin." + row.origin()),
        row.found().isEmpty() ? page.t("laboratory.found.nothing") : row.found(),
        page.t("laboratory.status." + row.status()));
  }

  private static List<Option> codes(Page page, String group, Enum<?>[] codes) {
    return Stream.concat(
            Stream.of(new Option("", page.t("laboratory.any"))),
            Arrays.stream(codes)
                .map(code ->
                    new Option(code.name(), page.t("laboratory." + group + "." + code.name()))))
        .toList();
  }

  private static List<Option> options(
      Page page, List<String> values, java.util.function.UnaryOperator<String> name) {
    Collator collator = Collator.getInstance(page.locale());
    Stream<Option> all =
        values.stream()
            .limit(MOST_OPTIONS)
            .map(value -> new Option(value, name.apply(value)))
            .sorted(Comparator.comparing(Option::label, collator::compare));
    return Stream.concat(Stream.of(new Option("", page.t("laboratory.any"))), all).toList();
  }

  @GetMapping("/laboratory/results/{record}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String result(Page page, Model model, @PathVariable UUID record) {
    LabResult result =
        ledger
            .findCurrent(new RecordId(record))
            .filter(version -> version.header().kind().equals(LabResult.KIND.name()))
            .flatMap(version -> version.content(LabResult.KIND))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("view", show.show(record, result, page));
    return "laboratory/result";
  }

  @GetMapping("/laboratory/rounds")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String rounds(Page page, Model model) {
    List<RoundView> rounds = new ArrayList<>();
    ResultWords words = new ResultWords(page, registry.registry());
    for (RecordId record : results.listRounds(MOST_ROUNDS)) {
      ledger
          .findCurrent(record)
          .flatMap(version -> version.content(ProficiencyRound.KIND))
          .ifPresent(round -> rounds.add(ShowRound.show(record, round, words)));
    }
    model.addAttribute("rounds", rounds);
    return "laboratory/rounds";
  }
}
