package org.tripoint.node.metrics.headlines;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.ListHeadlines;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.figures.GivenHere;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.ReadFigures;
import org.tripoint.node.metrics.figures.SummerJudgement;
import org.tripoint.node.metrics.figures.SummerJudgement.Judgement;
import org.tripoint.node.metrics.figures.SummerJudgement.Settings;
import org.tripoint.node.metrics.recent.Estimate;
import org.tripoint.node.metrics.recent.Estimate.NotYet;
import org.tripoint.node.metrics.recent.ReadRecent;
import org.tripoint.node.metrics.recent.Recent;
import org.tripoint.node.metrics.recent.RecentFigure;

/// The newest twelve months of every metric and country, with their judgement.
@Component
class Headlines implements ListHeadlines {

  private static final int SPARKLINE_MONTHS = 36;

  private final DefinitionStore definitions;
  private final ReadFigures figures;
  private final GivenHere given;
  private final ReadRecent recent;
  private final RunReaders readers;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  Headlines(
      DefinitionStore definitions,
      ReadFigures figures,
      GivenHere given,
      ReadRecent recent,
      RunReaders readers,
      Clock clock) {
    this.given = given;
    this.recent = recent;
    this.definitions = definitions;
    this.figures = figures;
    this.readers = readers;
    this.clock = clock;
  }

  private record Kept(List<Object> standing, Map<Locale, List<Headline>> byLanguage) {}

  /// Computed again only when a reader has moved on, or the day has.
  @Override
  public List<Headline> listHeadlines(Locale locale) {
    List<Object> standing =
        List.of(readers.listProgress(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Kept known = kept;
    if (known == null || !known.standing().equals(standing)) {
      known = new Kept(standing, new ConcurrentHashMap<>());
      kept = known;
    }
    return known.byLanguage().computeIfAbsent(locale, this::compute);
  }

  private List<Headline> compute(Locale locale) {
    List<Headline> headlines = new ArrayList<>();
    for (Read read : definitions.listNewest()) {
      if (read instanceof Read.Usable(var held, var definition)) {
        for (CountrySource source : definition.sources()) {
          headlines.add(headline(definition, given.usual(source), locale));
        }
      }
    }
    return List.copyOf(headlines);
  }

  private Headline headline(MetricDefinition definition, CountrySource source, Locale locale) {
    Answer answer = figures.answer(definition, source, Map.of(), new Moment.Today());
    List<FigurePoint> rolling = answer.series().rolling12();
    Recent firm = recent.of(answer);
    Judgement judgement = SummerJudgement.judge(rolling, Settings.USUAL, firm.outlooks());
    Optional<FigurePoint> latest = answer.latest();
    Optional<Estimate> estimate =
        latest.flatMap(p -> firm.twelveMonths(p.month())).map(RecentFigure::estimate);
    FigureState state =
        latest
            .or(() -> rolling.isEmpty() ? Optional.empty() : Optional.of(rolling.getLast()))
            .map(FigurePoint::state)
            .orElse(FigureState.NOT_PUBLISHED);
    @Nullable YearMonth month =
        latest.map(FigurePoint::month).or(() -> answer.series().lastMonth()).orElse(null);
    return new Headline(
        definition.id(),
        definition.version(),
        definition.title().in(locale),
        source.country().code(),
        "metrics.unit." + definition.unit(),
        definition.decimals(),
        latest.map(FigurePoint::value).orElse(null),
        state.messageKey(),
        month,
        estimate.map(Headlines::expected).orElse(null),
        estimate.filter(NotYet.class::isInstance).isPresent(),
        judgement.verdict().messageKey(),
        judgement.tooEarly().isEmpty() ? null : judgement.tooEarly().getLast().month(),
        judgement.changePercent() == null || judgement.anchors().isEmpty()
            ? null
            : judgement.anchors().getLast().month(),
        judgement.changePercent(),
        sparkline(rolling),
        definition.caveats().getFirst().in(locale),
        definition.scenarioOnly(),
        List.copyOf(answer.chosen().values()),
        "/metrics/" + definition.id() + "?country=" + source.country().code(),
        source.givers() instanceof Givers.Partner(var partner) ? partner : "");
  }

  private static @Nullable Expected expected(Estimate estimate) {
    return estimate instanceof Estimate.Expected e
        ? new Expected(
            e.median(),
            e.fifty().low(),
            e.fifty().high(),
            e.ninety().low(),
            e.ninety().high(),
            e.completeness())
        : null;
  }

  private static List<RollingPoint> sparkline(List<FigurePoint> rolling) {
    return rolling.stream()
        .skip(Math.max(0, rolling.size() - SPARKLINE_MONTHS))
        .map(p -> new RollingPoint(p.month(), p.value(), p.state() == FigureState.INCOMPLETE))
        .toList();
  }
}
