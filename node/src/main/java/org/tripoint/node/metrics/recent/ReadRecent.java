package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.definitions.CellSum.Allowed;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.CountrySource.Pending;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.MetricSeries;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.PublicationGrid;
import org.tripoint.node.metrics.figures.ReadVintages;
import org.tripoint.node.metrics.figures.Vintages;
import org.tripoint.node.metrics.recent.EstimateFigures.Known;
import org.tripoint.node.metrics.recent.PendingShares.Figure;
import org.tripoint.node.metrics.recent.Recent.ShownEarlier;

/// Says how firm the recent figures of an answer are.
///
/// Computed once for each answer and kept until a reader of the ledger moves on or the day does.
@Component
public class ReadRecent {

  private static final int MONTHS_EARLIER = 6;
  private static final int ANSWERS_KEPT = 500;

  private final ReadVintages vintages;
  private final RunReaders readers;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  ReadRecent(ReadVintages vintages, RunReaders readers, Clock clock) {
    this.vintages = vintages;
    this.readers = readers;
    this.clock = clock;
  }

  private record Asked(
      MetricDefinition definition,
      CountrySource source,
      Map<String, String> chosen,
      Moment moment) {}

  private record Total(Asked asked, int months) {}

  private record Kept(
      List<Object> standing, Map<Asked, Recent> answers, Map<Total, List<RecentFigure>> totals) {}

  /// How firm the figures of an answer are, on the day that it was asked for.
  public Recent of(Answer answer) {
    return kept().answers().computeIfAbsent(asked(answer), this::compute);
  }

  /// What the total of some months is expected to become, by how earlier totals of as many months
  /// changed at the same age; empty for what is settled or has no value.
  ///
  /// @param last at or after `first`
  public Optional<RecentFigure> total(Answer answer, YearMonth first, YearMonth last) {
    int months = Math.toIntExact(ChronoUnit.MONTHS.between(first, last) + 1);
    if (months == 12) {
      return of(answer).twelveMonths(last);
    }
    if (months == answer.source().months()) {
      return of(answer).published(last);
    }
    if (of(answer).published(last).isEmpty()) {
      return Optional.empty();
    }
    return kept().totals().computeIfAbsent(new Total(asked(answer), months), this::totals).stream()
        .filter(figure -> figure.month().equals(last))
        .findFirst();
  }

  /// What is known while no reader has moved on and the day has not.
  private Kept kept() {
    List<Object> standing =
        List.of(readers.listProgress(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Kept known = kept;
    if (known == null
        || !known.standing().equals(standing)
        || known.answers().size() + known.totals().size() > ANSWERS_KEPT) {
      known = new Kept(standing, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
      kept = known;
    }
    return known;
  }

  private static Asked asked(Answer answer) {
    return new Asked(
        answer.definition(), answer.source(), answer.chosen(), answer.basis().moment());
  }

  private Vintages vintages(Asked asked) {
    return vintages.vintages(
        asked.definition(),
        asked.source(),
        asked.chosen(),
        asked.moment(),
        PublicationGrid.MONTH,
        ReadTriangle.MONTHS);
  }

  private static long seed(Asked asked) {
    return Objects.hash(asked.definition().key(), asked.source().country(), asked.chosen());
  }

  private List<RecentFigure> totals(Total total) {
    FigureTriangle triangle =
        FigureTriangle.of(vintages(total.asked()), series -> series.totals(total.months()));
    return EstimateFigures.estimate(new Known(triangle, false, null, seed(total.asked())));
  }

  private Recent compute(Asked asked) {
    Vintages all = vintages(asked);
    long seed = seed(asked);
    Known published =
        new Known(
            FigureTriangle.of(all, MetricSeries::published, Settling.of(asked.source())),
            asked.source().months() == 1,
            pending(asked).orElse(null),
            seed);
    List<RecentFigure> figures = EstimateFigures.estimate(published);
    Known twelve = new Known(FigureTriangle.of(all, MetricSeries::rolling12), false, null, seed);
    boolean isTwelve = asked.source().months() == 12;
    Instant earlier = all.vintages().get(all.vintages().size() - 1 - MONTHS_EARLIER).until();
    return new Recent(
        figures,
        isTwelve ? figures : EstimateFigures.estimate(twelve),
        LocalDate.ofInstant(earlier, ZoneOffset.UTC),
        shownEarlier(published, earlier),
        shownEarlier(isTwelve ? published : twelve, earlier));
  }

  private static List<ShownEarlier> shownEarlier(Known known, Instant day) {
    NavigableMap<YearMonth, BigDecimal> now = known.triangle().last().values();
    List<ShownEarlier> rows = new ArrayList<>();
    known
        .triangle()
        .until(day)
        .map(known::until)
        .map(EstimateFigures::estimate)
        .orElse(List.of())
        .forEach(figure -> {
          BigDecimal value = now.get(figure.month());
          if (value != null) {
            rows.add(new ShownEarlier(figure.month(), figure.reported(), figure.estimate(), value));
          }
        });
    Collections.reverse(rows);
    return rows;
  }

  /// What the source says is pending, of every place that is revised alike.
  private Optional<PendingShares> pending(Asked asked) {
    Pending pending = asked.source().pending();
    if (pending == null
        || !(asked.source().main().where().get(pending.alike()) instanceof Allowed.Values own)
        || own.values().size() != 1) {
      return Optional.empty();
    }
    Map<String, List<NavigableMap<YearMonth, Figure>>> byPlace = new HashMap<>();
    for (String place : vintages.valuesOf(asked.source(), pending.alike(), asked.moment())) {
      byPlace.put(place, figuresOf(asked, pending, place));
    }
    return Optional.of(new PendingShares(own.values().iterator().next(), byPlace));
  }

  private List<NavigableMap<YearMonth, Figure>> figuresOf(
      Asked asked, Pending pending, String place) {
    Map<String, String> fixed = new HashMap<>(asked.chosen());
    fixed.put(pending.alike(), place);
    String measure = asked.source().main().measure();
    List<NavigableMap<YearMonth, Figure>> figures = new ArrayList<>();
    for (Map<YearMonth, Map<String, BigDecimal>> cells :
        vintages.measures(
            asked.source(), fixed, asked.moment(), PublicationGrid.MONTH, ReadTriangle.MONTHS)) {
      NavigableMap<YearMonth, Figure> ofDay = new TreeMap<>();
      cells.forEach((month, cell) -> {
        Figure figure = Figure.of(cell, measure, pending.measure());
        if (figure != null) {
          ofDay.put(month, figure);
        }
      });
      figures.add(ofDay);
    }
    return figures;
  }
}
