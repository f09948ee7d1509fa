package org.tripoint.node.metrics.recent;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
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

  /// How far back publications are looked at: a year to settle and four to learn from.
  private static final int MONTHS = 60;

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

  private record Kept(List<Object> standing, Map<Asked, Recent> answers) {}

  /// How firm the figures of an answer are, on the day that it was asked for.
  public Recent of(Answer answer) {
    List<Object> standing =
        List.of(readers.listProgress(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Kept known = kept;
    if (known == null
        || !known.standing().equals(standing)
        || known.answers().size() > ANSWERS_KEPT) {
      known = new Kept(standing, new ConcurrentHashMap<>());
      kept = known;
    }
    return known
        .answers()
        .computeIfAbsent(
            new Asked(
                answer.definition(), answer.source(), answer.chosen(), answer.basis().moment()),
            this::compute);
  }

  private Recent compute(Asked asked) {
    Vintages all =
        vintages.vintages(
            asked.definition(),
            asked.source(),
            asked.chosen(),
            asked.moment(),
            PublicationGrid.MONTH,
            MONTHS);
    long seed = Objects.hash(asked.definition().key(), asked.source().country(), asked.chosen());
    Known published =
        new Known(
            FigureTriangle.of(all, MetricSeries::published, settling(asked.source())),
            asked.source().months() == 1,
            pending(asked).orElse(null),
            seed);
    List<RecentFigure> figures = EstimateFigures.estimate(published);
    List<RecentFigure> twelve =
        asked.source().months() == 12
            ? figures
            : EstimateFigures.estimate(
                new Known(FigureTriangle.of(all, MetricSeries::rolling12), false, null, seed));
    Instant earlier = all.vintages().get(all.vintages().size() - 1 - MONTHS_EARLIER).until();
    return new Recent(
        figures,
        twelve,
        LocalDate.ofInstant(earlier, ZoneOffset.UTC),
        shownEarlier(published, earlier));
  }

  private static Settling settling(CountrySource source) {
    Pending pending = source.pending();
    return pending == null
        ? Settling.usual()
        : Settling.withTheYear(pending.yearClosesAfterMonths());
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
        vintages.measures(asked.source(), fixed, asked.moment(), PublicationGrid.MONTH, MONTHS)) {
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
