package org.tripoint.node.detectors.pages;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.judging.BackRun;
import org.tripoint.node.detectors.judging.BackRun.Knowledge;
import org.tripoint.node.detectors.judging.BackRun.WouldSignal;
import org.tripoint.node.detectors.judging.BackRuns;
import org.tripoint.node.detectors.judging.BackRuns.Asked;
import org.tripoint.node.detectors.judging.BackRuns.State;
import org.tripoint.node.detectors.judging.Judgement;
import org.tripoint.node.detectors.judging.ShowSeries;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// What a setting would have signalled on past days, before anybody switches it on.
@Controller
class BackRunPages {

  private static final List<Integer> YEARS = List.of(1, 2, 3, 5, 10);
  private static final int MOST_LISTED = 200;

  private final ReadSettings settings;
  private final Watches watches;
  private final BackRuns runs;
  private final SeriesWords words;
  private final Clock clock;

  BackRunPages(
      ReadSettings settings, Watches watches, BackRuns runs, SeriesWords words, Clock clock) {
    this.settings = settings;
    this.watches = watches;
    this.runs = runs;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/detectors/back-run")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      @RequestParam String setting,
      @RequestParam(defaultValue = "PUBLISHED") Knowledge knowledge,
      @RequestParam(defaultValue = "2") int years,
      Model model) {
    DetectorSetting its = find(setting);
    Optional<State> state = runs.find(asked(its, knowledge, years));
    model.addAttribute("setting", its.name());
    model.addAttribute("title", words.what(its, page));
    model.addAttribute("years", Integer.toString(years));
    model.addAttribute("knowledge", knowledge.name());
    model.addAttribute(
        "ranges",
        YEARS.stream()
            .map(one -> new Option(one.toString(), page.t("detectors.years", one)))
            .toList());
    model.addAttribute(
        "clocks",
        Arrays.stream(Knowledge.values())
            .map(one -> new Option(one.name(), page.t("detectors.knowledge." + one.name())))
            .toList());
    model.addAttribute("running", state.filter(State.Running.class::isInstance).isPresent());
    model.addAttribute("failed", state.filter(State.Failed.class::isInstance).isPresent());
    model.addAttribute(
        "view",
        state
            .filter(State.Done.class::isInstance)
            .map(done -> view(its, ((State.Done) done).run(), page)));
    return "detectors/backrun";
  }

  @PostMapping("/detectors/back-runs")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String start(
      @RequestParam String setting,
      @RequestParam Knowledge knowledge,
      @RequestParam int years,
      RedirectAttributes next) {
    runs.start(asked(find(setting), knowledge, years));
    next.addAttribute("setting", setting);
    next.addAttribute("knowledge", knowledge.name());
    next.addAttribute("years", years);
    return "redirect:/detectors/back-run";
  }

  private DetectorSetting find(String name) {
    return settings.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Asked asked(DetectorSetting setting, Knowledge knowledge, int years) {
    if (!YEARS.contains(years)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    LocalDate today = Periods.dayOf(clock.instant());
    return new Asked(setting, knowledge, today.minusYears(years), today);
  }

  private BackRunView view(DetectorSetting setting, BackRun run, Page page) {
    List<YearMonth> months =
        Stream.concat(
                run.expectedFalse().keySet().stream(),
                run.signals().stream().map(one -> YearMonth.from(one.day())))
            .distinct()
            .sorted()
            .toList();
    List<BackRunView.Month> rows = new ArrayList<>();
    for (YearMonth month : months.reversed()) {
      Double expected = run.expectedFalse().get(month);
      rows.add(
          new BackRunView.Month(
              page.month(month),
              page.number(run.inMonth(month)),
              expected == null ? "–" : words.number(expected, page)));
    }
    List<BackRunView.Row> signals =
        run.signals().reversed().stream()
            .limit(MOST_LISTED)
            .map(one -> row(setting, one, page))
            .toList();
    return new BackRunView(
        page.t(
            "detectors.back-run.sum", page.number(run.signals().size()), page.number(run.judged())),
        rows,
        signals,
        run.signals().size() > MOST_LISTED);
  }

  private BackRunView.Row row(DetectorSetting setting, WouldSignal would, Page page) {
    Judgement judgement = would.judgement();
    return new BackRunView.Row(
        page.day(would.day()),
        SeriesViews.period(watches.get(setting.watch()).step(), judgement.period(), page),
        words.series(setting, judgement.at(), page),
        words.found(judgement, page),
        ShowSeries.link(setting, judgement.at()));
  }
}
