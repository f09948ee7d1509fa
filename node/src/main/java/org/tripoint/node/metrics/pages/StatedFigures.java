package org.tripoint.node.metrics.pages;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.ReadCells.Withheld;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.figures.GivenHere;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.ReadFigures;
import org.tripoint.node.metrics.observations.ObservationStore;
import org.tripoint.node.metrics.observations.ObservationStore.Stated;
import org.tripoint.node.metrics.observations.StandingStatements;
import org.tripoint.node.metrics.observations.StateFigures;
import org.tripoint.node.metrics.observations.StatedSpan;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.metrics.recent.ReadRecent;
import org.tripoint.node.metrics.recent.Recent;
import org.tripoint.node.metrics.recent.RecentFigure;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Decimals;

/// Sets side by side what countries state of a metric: only what stands under one version of one
/// definition, each beside what the records here give.
///
/// A partner speaks for its own country; what it says of others is not shown as theirs.
@Component
class StatedFigures {

  private static final int PERIODS_SHOWN = 18;

  private final ObservationStore store;
  private final StateFigures state;
  private final StandingStatements standing;
  private final ReadFigures figures;
  private final GivenHere given;
  private final ReadRecent recent;
  private final Clock clock;

  StatedFigures(
      ObservationStore store,
      StateFigures state,
      StandingStatements standing,
      ReadFigures figures,
      GivenHere given,
      ReadRecent recent,
      Clock clock) {
    this.store = store;
    this.state = state;
    this.standing = standing;
    this.figures = figures;
    this.given = given;
    this.recent = recent;
    this.clock = clock;
  }

  StatedView view(Read.Usable usable, Question question, MetricWords words) {
    return new Looking(usable, question, words).view();
  }

  private final class Looking {
    private final Read.Usable usable;
    private final MetricDefinition definition;
    private final Question question;
    private final MetricWords words;
    private final Page page;
    private final Map<Country, Answer> recomputed = new TreeMap<>();
    private final Map<Country, List<Stated>> stated = new TreeMap<>();
    private final List<Country> silent = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Looking(Read.Usable usable, Question question, MetricWords words) {
      this.usable = usable;
      this.definition = usable.definition();
      this.question = question;
      this.words = words;
      this.page = words.page();
    }

    StatedView view() {
      List<Stated> all = store.list(definition.id());
      for (CountrySource source : definition.sources()) {
        gather(source, all);
      }
      noteSilent();
      List<Country> countries =
          definition.sources().stream()
              .map(CountrySource::country)
              .filter(stated::containsKey)
              .toList();
      TreeSet<StatedSpan> spans =
          new TreeSet<>(
              Comparator.comparing(StatedSpan::last)
                  .reversed()
                  .thenComparing(Comparator.comparingInt(StatedSpan::months).reversed()));
      stated.values().forEach(list -> list.forEach(one -> spans.add(one.span())));
      return new StatedView(
          countries.stream().map(words::country).toList(),
          spans.stream().limit(PERIODS_SHOWN).map(span -> line(span, countries)).toList(),
          notes,
          MetricPages.mayIssue(page) && definition.sources().stream().anyMatch(state::isOurs),
          String.valueOf(definition.version()),
          question.apart().entrySet().stream()
              .map(e -> new Option(e.getKey(), e.getValue()))
              .toList(),
          state.listCountries().stream()
              .map(country -> new Option(country.code(), words.country(country)))
              .toList(),
          standing.find(definition.id(), question.apart()).stream()
              .flatMap(one -> one.statement().countries().stream())
              .sorted()
              .map(words::country)
              .toList());
    }

    private void gather(CountrySource source, List<Stated> all) {
      Country country = source.country();
      List<Stated> ofCountry = all.stream().filter(one -> speaksFor(one, country)).toList();
      if (ofCountry.isEmpty()) {
        silent.add(country);
        return;
      }
      Answer answer = recompute(source, ofCountry.getFirst());
      List<Stated> alike =
          ofCountry.stream()
              .filter(this::isSameDefinition)
              .filter(one -> one.apart().equals(ObservationStore.apart(answer.chosen())))
              .toList();
      noteOthers(country, ofCountry);
      if (alike.isEmpty()) {
        silent.add(country);
        return;
      }
      recomputed.put(country, answer);
      noteWithheld(country, source, ofCountry.getFirst());
      stated.put(country, alike);
      noteLateness(country, source, alike);
    }

    private boolean speaksFor(Stated one, Country country) {
      if (!one.country().equals(country)) {
        return false;
      }
      String partner = PartnerSource.partnerOf(one.source());
      return partner == null
          ? one.source().equals(StateFigures.SOURCE)
          : given.countryOf(partner).filter(country::equals).isPresent();
    }

    private boolean isSameDefinition(Stated one) {
      return one.version() == definition.version()
          && one.document().equals(StateFigures.hashOf(usable));
    }

    private void noteOthers(Country country, List<Stated> ofCountry) {
      ofCountry.stream()
          .filter(one -> !isSameDefinition(one))
          .map(one ->
              one.version() == definition.version()
                  ? page.t(
                      "metrics.stated.other-text",
                      words.country(country),
                      String.valueOf(one.version()))
                  : page.t(
                      "metrics.stated.other-version",
                      words.country(country),
                      String.valueOf(one.version()),
                      String.valueOf(definition.version())))
          .distinct()
          .forEach(notes::add);
    }

    /// Who states nothing while others do is late as much as who states old figures.
    private void noteSilent() {
      if (stated.isEmpty()) {
        return;
      }
      for (Country country : silent) {
        notes.add(
            page.t(
                "metrics.stated.silent",
                words.country(country),
                String.valueOf(definition.version()),
                page.month(due()),
                definition.usualLagDays()));
      }
    }

    /// The month that has to be stated by now.
    private YearMonth due() {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      return YearMonth.from(today.minusDays(definition.usualLagDays())).minusMonths(1);
    }

    private void noteLateness(Country country, CountrySource source, List<Stated> alike) {
      YearMonth due = due();
      Optional<YearMonth> newest =
          alike.stream()
              .filter(one -> one.span().months() == source.months())
              .filter(one -> one.state() != FigureState.NOT_PUBLISHED)
              .map(one -> one.span().last())
              .max(Comparator.naturalOrder());
      newest.ifPresent(last -> {
        boolean late = last.plusMonths(source.months() - 1L).isBefore(due);
        notes.add(
            page.t(
                late ? "metrics.stated.late" : "metrics.stated.in-time",
                words.country(country),
                page.month(last),
                page.month(due),
                definition.usualLagDays()));
      });
    }

    /// From the originator's records where they are here: this node's own, or what it gave.
    private Answer recompute(CountrySource source, Stated one) {
      String partner = PartnerSource.partnerOf(one.source());
      Givers givers = partner == null ? Givers.OWN : new Givers.Partner(partner);
      return figures.answer(
          definition, source.givenBy(givers), question.apart(), new Moment.Today());
    }

    /// What its originator does not let others make figures of is left out, and said.
    private void noteWithheld(Country country, CountrySource source, Stated one) {
      String partner = PartnerSource.partnerOf(one.source());
      Withheld withheld = partner == null ? null : given.listWithheld(source).get(partner);
      if (withheld != null) {
        notes.add(words.withheld(words.country(country), withheld));
      }
    }

    private StatedView.Line line(StatedSpan span, List<Country> countries) {
      return new StatedView.Line(
          words.published(span.last(), span.months()),
          countries.stream().map(country -> cell(country, span)).toList());
    }

    private StatedView.Cell cell(Country country, StatedSpan span) {
      return stated.getOrDefault(country, List.of()).stream()
          .filter(one -> one.span().equals(span))
          .findFirst()
          .map(one -> cell(one, recomputed(country, span), expected(country, span)))
          .orElse(StatedView.Cell.NONE);
    }

    private Optional<BigDecimal> recomputed(Country country, StatedSpan span) {
      Answer answer = recomputed.get(country);
      if (answer == null) {
        return Optional.empty();
      }
      FigurePoint point =
          answer.series().firstMonth().isEmpty()
              ? FigurePoint.without(span.last(), FigureState.NOT_PUBLISHED)
              : answer.series().over(span.first(), span.last());
      return Optional.ofNullable(point.value());
    }

    /// What the records here lead to expect; "" for what is settled or not here.
    private String expected(Country country, StatedSpan span) {
      Answer answer = recomputed.get(country);
      if (answer == null) {
        return "";
      }
      Recent firm = recent.of(answer);
      return (span.months() == 12 ? firm.twelveMonths(span.last()) : firm.published(span.last()))
          .map(RecentFigure::estimate)
          .filter(Expected.class::isInstance)
          .map(e -> new RecentViews(words, definition, span.months()).inShort(e))
          .orElse("");
    }

    private StatedView.Cell cell(Stated one, Optional<BigDecimal> here, String expected) {
      int decimals = Math.max(definition.decimals(), 3);
      BigDecimal value = one.value();
      boolean plain = one.state() == FigureState.REPORTED;
      return new StatedView.Cell(
          value == null
              ? page.t(one.state().messageKey())
              : page.number(value, definition.decimals()),
          plain ? "" : MetricCharts.stateOf(one.state()).name().toLowerCase(java.util.Locale.ROOT),
          one.outlook() == null
              ? ""
              : new RecentViews(words, definition, 12).inShort(one.outlook()),
          page.t("metrics.stated.on", page.instant(one.stated())),
          here.map(found -> page.number(found, definition.decimals()))
              .orElse(page.t("metrics.stated.no-records")),
          expected,
          value == null
              ? ""
              : here.filter(found -> !Decimals.sameToTwelveDigits(found, value))
                  .map(found -> signed(found.subtract(value), decimals))
                  .orElse(""));
    }

    private String signed(BigDecimal difference, int decimals) {
      return (difference.signum() < 0 ? "−" : "+") + page.number(difference.abs(), decimals);
    }
  }
}
