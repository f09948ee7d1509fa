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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.KeepSettings;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.SmallCountsOfPeople;
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
  private final KeepSettings keep;
  private final SettingRows rows;
  private final SeriesWords words;
  private final SmallCountsOfPeople people;
  private final Clock clock;

  BackRunPages(
      ReadSettings settings,
      Watches watches,
      BackRuns runs,
      KeepSettings keep,
      SettingRows rows,
      SeriesWords words,
      SmallCountsOfPeople people,
      Clock clock) {
    this.people = people;
    this.settings = settings;
    this.watches = watches;
    this.runs = runs;
    this.keep = keep;
    this.rows = rows;
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
      @RequestParam(defaultValue = "") String setting,
      @ModelAttribute SettingForm typed,
      @RequestParam(defaultValue = "PUBLISHED") Knowledge knowledge,
      @RequestParam(defaultValue = "2") int years,
      Model model) {
    DetectorSetting its = find(setting, typed);
    Optional<State> state = runs.find(asked(its, knowledge, years));
    model.addAttribute("setting", typed.isTyped() ? "" : its.name());
    model.addAttribute("typed", typed);
    model.addAttribute("thresholds", rows.thresholds(its, page));
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
            .map(done -> view(its, typed.isTyped(), ((State.Done) done).run(), page)));
    return "detectors/backrun";
  }

  @PostMapping("/detectors/back-runs")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String start(
      @RequestParam(defaultValue = "") String setting,
      @ModelAttribute SettingForm typed,
      @RequestParam Knowledge knowledge,
      @RequestParam int years) {
    DetectorSetting its = find(setting, typed);
    runs.start(asked(its, knowledge, years));
    return "redirect:/detectors/back-run?%s&knowledge=%s&years=%s"
        .formatted(
            typed.isTyped() ? typed.query() : "setting=" + its.name(),
            knowledge.name(),
            Integer.toString(years));
  }

  /// What was typed and is not kept, or else the setting of that name.
  private DetectorSetting find(String name, SettingForm typed) {
    if (!typed.isTyped()) {
      return settings
          .find(name)
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
    try {
      DetectorSetting its = typed.setting();
      keep.require(its);
      return its;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no setting", e);
    }
  }

  private Asked asked(DetectorSetting setting, Knowledge knowledge, int years) {
    if (!YEARS.contains(years)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    LocalDate today = Periods.dayOf(clock.instant());
    return new Asked(setting, knowledge, today.minusYears(years), today);
  }

  private BackRunView view(DetectorSetting setting, boolean typed, BackRun run, Page page) {
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
            .map(one -> row(setting, typed, one, page))
            .toList();
    return new BackRunView(
        page.t(
            "detectors.back-run.sum", page.number(run.signals().size()), page.number(run.judged())),
        rows,
        signals,
        run.signals().size() > MOST_LISTED);
  }

  private BackRunView.Row row(
      DetectorSetting setting, boolean typed, WouldSignal would, Page page) {
    Judgement judgement = would.judgement();
    return new BackRunView.Row(
        page.day(would.day()),
        SeriesViews.period(watches.get(setting.watch()).step(), judgement.period(), page),
        words.series(setting, judgement.at(), page),
        people.areHeldBack(setting, page.readable())
            ? page.t("detectors.held-back.short")
            : words.found(judgement, page),
        typed ? "" : ShowSeries.link(setting, judgement.at()));
  }
}
