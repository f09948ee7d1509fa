package org.tripoint.node.overview;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tripoint.node.accounts.FindLastVisit;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.metrics.ListHeadlines;
import org.tripoint.node.metrics.ListHeadlines.Headline;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.node.web.Page;

/// What changed since my last visit, where the headline figures stand, and what waits for me.
@Controller
class Overview {
  private final FindLastVisit visits;
  private final GatherNews news;
  private final ListHeadlines headlines;
  private final ReadSubstances substances;
  private final Clock clock;

  Overview(
      FindLastVisit visits,
      GatherNews news,
      ListHeadlines headlines,
      ReadSubstances substances,
      Clock clock) {
    this.visits = visits;
    this.news = news;
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
    Instant since =
        lastVisit.orElseGet(
            () -> clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(30)));
    model.addAttribute("lastVisit", lastVisit.orElse(null));
    model.addAttribute("since", since);
    model.addAttribute("news", news.gather(since, page, new Named(page, substances)));
    addHeadlines(page, model);
    return "overview/overview";
  }

  private void addHeadlines(Page page, Model model) {
    Named named = new Named(page, substances);
    List<Headline> all = headlines.listHeadlines(page.locale());
    model.addAttribute(
        "headlines",
        all.stream()
            .filter(one -> one.value() != null)
            .map(one -> new HeadlineCard(one, where(one, named, page)))
            .toList());
    model.addAttribute(
        "silent",
        all.stream()
            .filter(one -> one.value() == null)
            .map(one -> new HeadlineCard(one, where(one, named, page)))
            .toList());
  }

  /// The country and what is kept apart, and who gave the records where that was not this node.
  private static String where(Headline headline, Named named, Page page) {
    String where = named.where(headline.country(), headline.chosen());
    return headline.from().isEmpty()
        ? where
        : where + " · " + page.t("metrics.from.short", headline.from());
  }
}
