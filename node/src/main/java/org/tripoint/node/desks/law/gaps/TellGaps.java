package org.tripoint.node.desks.law.gaps;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.node.desks.law.AppendLaw;
import org.tripoint.node.desks.law.GapReviewed;
import org.tripoint.node.desks.law.LawEntries;
import org.tripoint.node.desks.law.Today;
import org.tripoint.node.desks.law.gaps.Detections.Found;
import org.tripoint.node.desks.law.gaps.GapReview.Review;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.RecordId;

/// Runs the review again when a rule, a substance, a detection or the day is new: appends what it
/// found when that became something else, and tells people of orders that end and of substances
/// that were found where nothing is known to control them.
@Component
class TellGaps {

  private static final String ACCOUNT = "system";

  private final GapReview review;
  private final LawEntries entries;
  private final AppendLaw append;
  private final RaiseSignal signals;
  private final JdbcTemplate jdbc;
  private final Today today;

  TellGaps(
      GapReview review,
      LawEntries entries,
      AppendLaw append,
      RaiseSignal signals,
      JdbcTemplate jdbc,
      Today today) {
    this.review = review;
    this.entries = entries;
    this.append = append;
    this.signals = signals;
    this.jdbc = jdbc;
    this.today = today;
  }

  /// One run.
  ///
  /// @return how many signals were raised
  int run() {
    Review now = review.on(today.day());
    RecordId record = keep(now);
    return tellEnds(now, record) + tellFound(now);
  }

  private RecordId keep(Review now) {
    List<String> findings =
        now.gaps().stream().filter(Gap::isGap).map(Gap::key).distinct().sorted().toList();
    Optional<LawEntries.Kept<GapReviewed>> last =
        entries.list(GapReviewed.KIND).stream().filter(one -> one.origin() == null).findFirst();
    if (last.isPresent() && last.get().content().findings().equals(findings)) {
      return last.get().record();
    }
    return append.put(
        GapReviewed.KIND,
        GapReviewed.KEY,
        new GapReviewed(now.day(), now.substances(), findings),
        ACCOUNT);
  }

  private int tellEnds(Review now, RecordId record) {
    int told = 0;
    for (Gap gap : now.of(Question.Q3)) {
      String end = gap.date().map(Object::toString).orElse("");
      String key = "end/%s/%s/%s".formatted(gap.substance().id(), gap.where(), end);
      if (isNew(key)) {
        raise(
            "law.order-ends",
            key,
            List.of(gap.substance().english(), gap.where().name(), end),
            record,
            end,
            "/law/gaps?question=Q3");
        told++;
      }
    }
    return told;
  }

  /// Found in a country whose rules have one of the gaps of questions 1, 2 and 7. Where no rule is
  /// known nothing is told: that is no gap.
  private int tellFound(Review now) {
    int told = 0;
    Set<String> seen = new HashSet<>();
    for (Gap gap : now.gaps()) {
      Found found = now.found().get(gap.substance().id());
      if (found == null
          || !gap.isGap()
          || !Set.of(Question.Q1, Question.Q2, Question.Q7).contains(gap.question())
          || !isFoundThere(found, gap.where())) {
        continue;
      }
      String key = "found/%s/%s".formatted(gap.substance().id(), gap.where());
      if (seen.add(key) && isNew(key)) {
        raise(
            "law.found-uncontrolled",
            key,
            List.of(gap.substance().english(), gap.where().name()),
            found.example(),
            String.join(" ", new TreeSet<>(found.byCountry().keySet())),
            "/law/gaps?question=" + gap.question());
        told++;
      }
    }
    return told;
  }

  private static boolean isFoundThere(Found found, Jurisdiction where) {
    return found.in(where.name()) > 0;
  }

  private boolean isNew(String key) {
    return jdbc.update("insert into law.told (key) values (?) on conflict do nothing", key) == 1;
  }

  private void raise(
      String detector,
      String key,
      List<String> arguments,
      RecordId evidence,
      String found,
      String link) {
    signals.raise(
        new RaiseSignal.Signal(
            detector,
            key,
            detector + ".title",
            arguments,
            List.of(evidence),
            List.of(new RaiseSignal.ScorePart(detector + ".why", BigDecimal.ONE, found)),
            link));
  }
}
