package org.tripoint.node.overview;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tripoint.node.accounts.FindLastVisit;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.SummariseImports;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.ReleaseContent;
import org.tripoint.node.metrics.ListHeadlines;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.node.web.Page;

/// What changed since my last visit, where the headline figures stand, and what waits for me.
@Controller
class Overview {
  private static final int RELEASES_READ = 200;
  private static final int RELEASES_SHOWN = 8;

  private final FindLastVisit visits;
  private final ReadLedger ledger;
  private final SummariseImports imports;
  private final ReadSignals signals;
  private final ListHeadlines headlines;
  private final ReadSubstances substances;
  private final Clock clock;

  Overview(
      FindLastVisit visits,
      ReadLedger ledger,
      SummariseImports imports,
      ReadSignals signals,
      ListHeadlines headlines,
      ReadSubstances substances,
      Clock clock) {
    this.visits = visits;
    this.ledger = ledger;
    this.imports = imports;
    this.signals = signals;
    this.headlines = headlines;
    this.substances = substances;
    this.clock = clock;
  }

  @Bean
  static NavigationEntry overviewEntry() {
    return new NavigationEntry(0, "/", "overview.title", Set.of());
  }

  @GetMapping("/")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, Model model) {
    Optional<Instant> lastVisit = visits.findLastVisit(page.account());
    Instant since = lastVisit.orElseGet(() -> clock.instant().minus(Duration.ofDays(30)));
    List<NewRelease> releases = releasesSince(since);
    model.addAttribute("lastVisit", lastVisit.orElse(null));
    model.addAttribute("since", since);
    model.addAttribute("releaseCount", releases.size());
    model.addAttribute("releases", releases.stream().limit(RELEASES_SHOWN).toList());
    model.addAttribute("imports", imports.summarise(since));
    model.addAttribute("newSignals", signals.countRaisedSince(since));
    model.addAttribute("waitingSignals", signals.countWaiting());
    model.addAttribute("ledgerSize", ledger.size());
    addHeadlines(page, model);
    return "overview/overview";
  }

  private void addHeadlines(Page page, Model model) {
    List<Headline> all = headlines.listHeadlines(page.locale());
    model.addAttribute(
        "headlines",
        all.stream()
            .filter(one -> one.value() != null)
            .map(one -> new HeadlineCard(one, where(one, page)))
            .toList());
    model.addAttribute(
        "silent",
        all.stream()
            .filter(one -> one.value() == null)
            .map(one -> new HeadlineCard(one, where(one, page)))
            .toList());
  }

  /// The country, and what is kept apart: `Mexico · Disabled · Synthesis laboratory`.
  private String where(Headline headline, Page page) {
    StringBuilder where = new StringBuilder(page.t("place." + headline.country()));
    for (String chosen : headline.chosen()) {
      String key =
          List.of("count_basis", "site_class", "item").stream()
              .map(dimension -> "metrics.value." + dimension + "." + chosen)
              .filter(page::has)
              .findFirst()
              .orElse("");
      where.append(" · ");
      where.append(key.isEmpty() ? substances.nameOf(chosen, page.locale()) : page.t(key));
    }
    return where.toString();
  }

  private List<NewRelease> releasesSince(Instant since) {
    List<NewRelease> releases = new ArrayList<>();
    Set<String> seen = new java.util.HashSet<>();
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
