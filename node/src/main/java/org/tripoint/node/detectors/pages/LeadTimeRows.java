package org.tripoint.node.detectors.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.judging.BackRun.WouldSignal;
import org.tripoint.node.detectors.judging.BackRuns.State;
import org.tripoint.node.detectors.judging.HistoricalCases.FirstReport;
import org.tripoint.node.detectors.judging.HistoricalCases.Known;
import org.tripoint.node.detectors.judging.PlantedEvents;
import org.tripoint.node.detectors.judging.PlantedEvents.Outcome;
import org.tripoint.node.detectors.judging.PlantedEvents.Planted;
import org.tripoint.node.web.Page;

/// Cases and planted events as rows, in the page's language.
@Component
public class LeadTimeRows {

  private final ReadSettings settings;
  private final Watches watches;
  private final SeriesWords words;

  LeadTimeRows(ReadSettings settings, Watches watches, SeriesWords words) {
    this.settings = settings;
    this.watches = watches;
    this.words = words;
  }

  CaseRow of(Known known, Page page) {
    return new CaseRow(
        known.substances().stream()
            .map(key -> words.substance(key, page))
            .collect(Collectors.joining(", ")),
        page.t("detectors.act." + known.its().act(), known.its().by(), day(known.its().on(), page)),
        page.t("detectors.coverage." + known.its().coverage()),
        known.firsts().stream().map(first -> first(first, page)).toList());
  }

  private String first(FirstReport first, Page page) {
    return page.t(
        first.fromTheBeginning() ? "detectors.case.beginning" : "detectors.case.first",
        words.watch(first.watch(), page),
        SeriesViews.period(first.step(), first.period(), page));
  }

  /// A day, a month or a year.
  private static String day(String text, Page page) {
    return switch (text.length()) {
      case 10 -> page.day(LocalDate.parse(text));
      case 7 -> page.month(YearMonth.parse(text));
      default -> text;
    };
  }

  EventRow of(Planted event, Optional<State> state, Page page) {
    String signalled =
        state.map(one -> state(event, one, page)).orElse(page.t("detectors.event.not-run"));
    Optional<Outcome> outcome =
        state
            .filter(State.Done.class::isInstance)
            .map(done -> PlantedEvents.outcome(event, ((State.Done) done).run()));
    return new EventRow(
        page.t("detectors.planted." + event.id()),
        settings
            .find(event.setting())
            .map(setting -> words.what(setting, page))
            .orElse(event.setting()),
        page.day(event.from()),
        signalled,
        outcome.map(one -> page.number(one.others())).orElse("–"),
        outcome.map(one -> words.number(one.expectedFalse(), page)).orElse("–"));
  }

  private String state(Planted event, State state, Page page) {
    return switch (state) {
      case State.Running _ -> page.t("detectors.event.running");
      case State.Failed _ -> page.t("detectors.back-run.failed");
      case State.Done done -> signalled(event, PlantedEvents.outcome(event, done.run()), page);
    };
  }

  private String signalled(Planted event, Outcome outcome, Page page) {
    if (outcome.signal().isEmpty()) {
      return page.t("detectors.event.none");
    }
    WouldSignal signal = outcome.signal().get();
    return settings
        .find(event.setting())
        .map(setting ->
            page.t(
                "detectors.event.signalled",
                SeriesViews.period(
                    watches.get(setting.watch()).step(), signal.judgement().period(), page),
                page.day(signal.day())))
        .orElse("–");
  }

  /// What the world learnt late.
  ///
  /// @param said who said so first in public, how and when
  /// @param inNode since when each series of the node knows it; may be empty
  public record CaseRow(String what, String said, String covered, List<String> inNode) {}

  /// An event that was planted.
  public record EventRow(
      String what, String setting, String from, String signalled, String others, String expected) {}
}
