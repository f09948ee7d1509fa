package org.tripoint.node.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.SummariseImports;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.ReleaseContent;
import org.tripoint.node.metrics.ListChanges;
import org.tripoint.node.metrics.ListChanges.Change;
import org.tripoint.node.metrics.ListChanges.Restated;
import org.tripoint.node.metrics.ListChanges.Value;
import org.tripoint.node.overview.News.FigureNews;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.SignalState;
import org.tripoint.node.web.Page;

/// Asks the rooms what has happened since an instant.
@Component
class GatherNews {
  private static final int RELEASES_READ = 200;
  private static final int RELEASES_SHOWN = 8;
  private static final int FIGURES_SHOWN = 16;
  private static final int RESTATED_OF_EACH = 3;
  private static final int SIGNALS_SHOWN = 5;
  private static final int FILES_SHOWN = 5;

  private final ReadLedger ledger;
  private final SummariseImports imports;
  private final ReadSignals signals;
  private final ListChanges changes;

  GatherNews(
      ReadLedger ledger, SummariseImports imports, ReadSignals signals, ListChanges changes) {
    this.ledger = ledger;
    this.imports = imports;
    this.signals = signals;
    this.changes = changes;
  }

  News gather(Instant since, Page page, Named named) {
    List<Change> changed = changes.listChanges(since, page.locale());
    List<FigureNews> figures = new ArrayList<>();
    changed.forEach(change -> addFigures(figures, change, page, named));
    List<FigureNews> shown = figures.subList(0, Math.min(FIGURES_SHOWN, figures.size()));
    int restated = changed.stream().mapToInt(Change::changed).sum();
    int added = changed.stream().mapToInt(Change::added).sum();
    List<NewRelease> releases = releasesSince(since);
    return new News(
        shown,
        figures.size() - shown.size(),
        restated,
        added,
        raisedSince(since),
        signals.countRaisedSince(since),
        signals.countWaiting(),
        imports.listQuarantined(FILES_SHOWN),
        imports.summarise(since),
        releases.stream().limit(RELEASES_SHOWN).toList(),
        releases.size(),
        ledger.size());
  }

  private List<Item> raisedSince(Instant since) {
    return signals.list(Set.of(SignalState.values()), Optional.empty(), SIGNALS_SHOWN).stream()
        .filter(item -> item.raised().isAfter(since))
        .toList();
  }

  private static void addFigures(List<FigureNews> figures, Change change, Page page, Named named) {
    String where = named.where(change.country(), change.chosen());
    change.restated().stream()
        .limit(RESTATED_OF_EACH)
        .forEach(restated -> figures.add(restated(restated, change, where, page)));
    Value newest = change.newest();
    if (newest != null) {
      figures.add(
          new FigureNews(
              change.title(),
              where,
              change.link(),
              period(newest.month(), change.months(), page),
              "",
              text(newest, change, page),
              change.added() == 1 ? "" : page.t("overview.figures.newest", change.added()),
              "",
              "",
              ""));
    }
  }

  private static FigureNews restated(Restated restated, Change change, String where, Page page) {
    Optional<ReleaseContent> release =
        restated.release().flatMap(version -> version.content(ReleaseContent.KIND));
    return new FigureNews(
        change.title(),
        where,
        change.link(),
        period(restated.after().month(), change.months(), page),
        text(restated.before(), change, page),
        text(restated.after(), change, page),
        "",
        release.map(ReleaseContent::fileName).orElse(""),
        restated.release().map(v -> "/ledger/records/" + v.header().record()).orElse(""),
        release.map(content -> page.instant(content.published())).orElse(""));
  }

  private static String text(Value value, Change change, Page page) {
    BigDecimal number = value.value();
    return number == null
        ? page.t(value.stateKey())
        : page.number(number, change.decimals()) + " " + page.t(change.unitKey(), number);
  }

  private static String period(YearMonth last, int months, Page page) {
    return switch (months) {
      case 1 -> page.month(last);
      case 3 -> page.t("overview.quarter", page.month(last.minusMonths(2)), page.month(last));
      default -> page.t("overview.twelve-months", page.month(last));
    };
  }

  private List<NewRelease> releasesSince(Instant since) {
    List<NewRelease> releases = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (RecordVersion version : ledger.listReleases(RELEASES_READ)) {
      if (version.header().received().isBefore(since)) {
        break;
      }
      String record = version.header().record().toString();
      Optional<ReleaseContent> content = version.content(ReleaseContent.KIND);
      if (content.isPresent() && seen.add(record)) {
        releases.add(release(version, record, content.get()));
      }
    }
    return releases;
  }

  private static NewRelease release(RecordVersion version, String record, ReleaseContent content) {
    return new NewRelease(
        record,
        content.source(),
        content.fileName(),
        content.published(),
        version.header().received(),
        content.rows(),
        content.appended(),
        content.quarantined());
  }
}
