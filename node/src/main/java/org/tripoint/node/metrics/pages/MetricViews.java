package org.tripoint.node.metrics.pages;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.definitions.Texts;
import org.tripoint.node.metrics.figures.Answer;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.figures.SummerJudgement;
import org.tripoint.node.metrics.figures.SummerJudgement.Judgement;
import org.tripoint.node.metrics.pages.MetricView.About;
import org.tripoint.node.metrics.pages.MetricView.Apart;
import org.tripoint.node.metrics.pages.MetricView.Choice;
import org.tripoint.node.metrics.pages.MetricView.Fact;
import org.tripoint.node.metrics.pages.MetricView.Headline;
import org.tripoint.node.metrics.pages.MetricView.Restated;
import org.tripoint.node.metrics.pages.MetricView.Row;
import org.tripoint.node.metrics.pages.MetricView.Version;
import org.tripoint.node.metrics.recent.ReadRecent;
import org.tripoint.node.metrics.recent.Recent;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Puts a metric's answer into words.
final class MetricViews {

  private static final int RESTATED_ROWS = 60;

  private final Page page;
  private final MetricWords words;
  private final MetricDefinition definition;
  private final Question question;
  private final FigureRows rows;
  private final ReadRecent recent;

  MetricViews(
      MetricWords words, MetricDefinition definition, Question question, ReadRecent recent) {
    this.rows = new FigureRows(words, definition);
    this.recent = recent;
    this.page = words.page();
    this.words = words;
    this.definition = definition;
    this.question = question;
  }

  /// @param answer the country's answer on the day asked for
  /// @param today the same today, when a past day was asked for
  /// @param others the other countries' answers on that day, those under other versions included
  /// @param versions the definition's versions, newest first
  MetricView view(Answer answer, Optional<Answer> today, List<Answer> others, List<Read> versions) {
    Recent firm = recent.of(answer);
    Judgement judgement =
        SummerJudgement.judge(answer.series().rolling12(), question.settings(), firm.outlooks());
    List<Answer> alike = alike(Stream.concat(Stream.of(answer), others.stream()).toList());
    MetricCharts charts = new MetricCharts(words, recent::of);
    return new MetricView(
        definition.id(),
        definition.title().in(page.locale()),
        page.t(
            "metrics.subtitle",
            definition.id(),
            String.valueOf(definition.version()),
            words.unit(definition)),
        definition.scenarioOnly(),
        headline(answer, firm),
        today.map(t -> restated(answer, t)).orElse(List.of()),
        verdict(judgement),
        judged(judgement),
        answer.series().published().isEmpty() || answer.series().monthsOfValue() == 12
            ? null
            : charts.published(answer),
        alike.stream().allMatch(a -> a.series().rolling12().isEmpty())
            ? null
            : charts.rolling(alike),
        others.stream()
            .filter(o -> !Differences.areAlike(answer, o))
            .map(o -> apart(answer, o))
            .toList(),
        new RecentViews(words, definition, answer.series().monthsOfValue()).view(firm),
        words.unit(definition),
        parts(answer),
        new PeriodTotals(rows, recent).of(answer, question.calendar()),
        answer.series().published().reversed().stream().map(p -> month(answer, p)).toList(),
        choices(answer),
        about(answer, versions),
        question.address(definition.id(), "", Map.of()),
        question.address(definition.id(), "/triangle", Map.of()),
        words.charted(answer),
        notes(answer));
  }

  /// Those that are counted as the first one is: only they stand in its chart.
  static List<Answer> alike(List<Answer> answers) {
    return answers.stream().filter(one -> Differences.areAlike(answers.getFirst(), one)).toList();
  }

  private Headline headline(Answer answer, Recent firm) {
    Optional<FigurePoint> latest = answer.latest();
    String caveat = definition.caveats().getFirst().in(page.locale());
    String made = page.t("metrics.made", definition.id(), String.valueOf(definition.version()));
    String label = words.country(answer.source().country()) + apartWords(answer);
    if (latest.isEmpty()) {
      FigureState state =
          answer.series().rolling12().isEmpty()
              ? FigureState.NOT_PUBLISHED
              : answer.series().rolling12().getLast().state();
      return new Headline(
          label, page.t(state.messageKey()), "", "", "", made, words.basis(answer), caveat, "");
    }
    FigurePoint point = latest.get();
    String period = words.twelveMonths(point.month());
    Optional<String> predicted = predicted(answer.series().predicted12(), point.month());
    Optional<String> expected =
        firm.twelveMonths(point.month())
            .map(f -> new RecentViews(words, definition, 12).inShort(f.estimate()))
            .filter(text -> !text.isEmpty());
    return new Headline(
        label,
        words.value(point, definition.decimals()),
        words.unit(definition, point),
        Stream.of(Optional.of(period), expected, predicted)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · ")),
        point.state() == FigureState.INCOMPLETE ? "incomplete" : "reported",
        made,
        words.basis(answer),
        caveat,
        words.citation(answer, point));
  }

  /// What the source expects the value to become, in a few words.
  private Optional<String> predicted(List<FigurePoint> predicted, YearMonth month) {
    return predicted.stream()
        .filter(p -> p.month().equals(month))
        .findFirst()
        .map(p -> page.t("metrics.predicted", words.value(p, definition.decimals())));
  }

  private String apartWords(Answer answer) {
    StringBuilder text = new StringBuilder();
    answer
        .chosen()
        .forEach((dimension, value) -> text.append(" · ").append(words.value(dimension, value)));
    return text.toString();
  }

  private List<Restated> restated(Answer then, Answer today) {
    List<Restated> rows = new ArrayList<>();
    List<FigurePoint> now = today.series().published();
    for (FigurePoint before : then.series().published().reversed()) {
      Optional<FigurePoint> after =
          now.stream().filter(p -> p.month().equals(before.month())).findFirst();
      BigDecimal old = before.value();
      BigDecimal current = after.map(FigurePoint::value).orElse(null);
      boolean same = old == null ? current == null : current != null && old.compareTo(current) == 0;
      if (!same && rows.size() < RESTATED_ROWS) {
        rows.add(
            new Restated(
                words.published(before.month(), then.series().monthsOfValue()),
                words.value(before, definition.decimals()),
                after
                    .map(p -> words.value(p, definition.decimals()))
                    .orElse(page.t(FigureState.NOT_PUBLISHED.messageKey())),
                old == null || current == null ? "" : signed(current.subtract(old))));
      }
    }
    return rows;
  }

  private String signed(BigDecimal difference) {
    String number = page.number(difference.abs(), Math.max(definition.decimals(), 3));
    return (difference.signum() < 0 ? "−" : "+") + number;
  }

  private String verdict(Judgement judgement) {
    BigDecimal change = judgement.changePercent();
    if (change == null || judgement.anchors().isEmpty()) {
      return page.t(judgement.verdict().messageKey() + ".sentence");
    }
    String course =
        judgement.course() == SummerJudgement.Course.UNCLEAR
            ? ""
            : " " + page.t(judgement.course().messageKey());
    return page.t(
            judgement.verdict().messageKey() + ".sentence",
            words.change(change),
            page.month(judgement.anchors().getLast().month()))
        + course
        + (judgement.mayStillChange() ? " " + page.t("metrics.judgement.expected") : "")
        + judgement.tooEarly().stream()
            .map(p -> " " + page.t("metrics.judgement.newer", page.month(p.month())))
            .collect(Collectors.joining());
  }

  private MetricView.Judged judged(Judgement judgement) {
    List<Row> anchors = new ArrayList<>();
    for (FigurePoint point : judgement.anchors()) {
      anchors.add(rows.of(words.twelveMonths(point.month()), point, "", ""));
    }
    for (FigurePoint early : judgement.tooEarly()) {
      anchors.add(
          rows.of(words.twelveMonths(early.month()), early, page.t("metrics.judgement.open"), ""));
    }
    List<Row> neighbours =
        judgement.neighbours().stream()
            .map(n ->
                new Row(
                    page.month(n.anchor()),
                    n.changePercent() == null ? "–" : words.change(n.changePercent()),
                    "",
                    page.t(n.verdict().messageKey()),
                    "",
                    ""))
            .toList();
    boolean judgedAtAll = judgement.changePercent() != null;
    return new MetricView.Judged(
        page.t(
            "metrics.judgement.settings",
            words.monthName(judgement.settings().anchor()),
            page.number(judgement.settings().tolerancePercent(), 1)),
        !judgedAtAll
            ? ""
            : page.t(
                judgement.isRobust() ? "metrics.judgement.robust" : "metrics.judgement.sensitive"),
        anchors,
        neighbours);
  }

  private Apart apart(Answer answer, Answer other) {
    boolean sameVersion = other.definition().version() == definition.version();
    return new Apart(
        words.country(other.source().country()),
        words.country(answer.source().country()),
        new Differences(words).between(answer, other),
        "/metrics/"
            + definition.id()
            + "?country="
            + other.source().country().code()
            + (sameVersion ? "" : "&version=" + other.definition().version()));
  }

  private List<Row> parts(Answer answer) {
    String dimension = answer.source().parts();
    List<Row> parts = new ArrayList<>();
    if (dimension == null) {
      return parts;
    }
    Optional<YearMonth> month = answer.latest().map(FigurePoint::month);
    answer
        .parts()
        .forEach((value, series) ->
            month.ifPresent(m ->
                parts.add(
                    rows.of(
                        words.value(dimension, value),
                        series.over(m.minusMonths(11), m),
                        "",
                        ""))));
    return parts;
  }

  private Row month(Answer answer, FigurePoint point) {
    return rows.of(
        words.published(point.month(), answer.series().monthsOfValue()),
        point,
        predicted(answer.series().predicted(), point.month()).orElse(""),
        question.address(definition.id(), "/records", Map.of("month", point.month().toString())));
  }

  private List<Choice> choices(Answer answer) {
    List<Choice> choices = new ArrayList<>();
    List<Option> countries =
        definition.sources().stream()
            .map(CountrySource::country)
            .map(c -> new Option(c.code(), words.country(c)))
            .toList();
    choices.add(
        choice("country", "metrics.country", countries, answer.source().country().code(), ""));
    answer
        .choices()
        .forEach((dimension, values) ->
            choices.add(
                new Choice(
                    dimension,
                    words.dimension(dimension),
                    values.stream().map(v -> new Option(v, words.value(dimension, v))).toList(),
                    answer.chosen().getOrDefault(dimension, ""),
                    page.t("metrics.kept-apart"))));
    choices.add(
        choice(
            "anchor",
            "metrics.anchor",
            Stream.of(Month.values())
                .map(m -> new Option(String.valueOf(m.getValue()), words.monthName(m)))
                .toList(),
            String.valueOf(question.settings().anchor().getValue()),
            ""));
    choices.add(
        choice(
            "calendar",
            "metrics.calendar",
            Stream.of("us-fiscal", "ca-fiscal", "calendar-year", "mx-sexenio")
                .map(c -> new Option(c, page.t("metrics.calendar." + c)))
                .toList(),
            question.calendar().id(),
            ""));
    choices.add(
        choice(
            "clock",
            "metrics.clock",
            Stream.of("published", "received", "ledger")
                .map(c -> new Option(c, page.t("metrics.clock." + c)))
                .toList(),
            question.moment().clock(),
            ""));
    return choices;
  }

  private Choice choice(
      String name, String key, List<Option> options, String selected, String hint) {
    return new Choice(name, page.t(key), options, selected, hint);
  }

  private About about(Answer answer, List<Read> versions) {
    List<Fact> facts = new ArrayList<>();
    if (answer.source().earlier() != null) {
      facts.add(fact("metrics.about.earlier", words.earlier(answer.source())));
    }
    facts.addAll(
        List.of(
            fact("metrics.about.counted-as", answer.source().countedAs().text().in(page.locale())),
            fact("metrics.about.sources", String.join(", ", answer.source().releases())),
            fact("metrics.about.calendar", page.t("metrics.calendar.rolling")),
            fact("metrics.about.lag", page.t("metrics.days", definition.usualLagDays())),
            fact("metrics.about.revision", definition.revisionPolicy().in(page.locale())),
            fact("metrics.about.issued", page.day(definition.issued()))));
    return new About(
        definition.description().in(page.locale()),
        definition.caveats().stream().map((Texts t) -> t.in(page.locale())).toList(),
        facts,
        versions.stream().map(this::version).toList());
  }

  private Version version(Read read) {
    int version = read.held().document().version();
    return new Version(
        version,
        "/metrics/" + definition.id() + "/definition?version=" + version,
        read instanceof Read.Usable ? "" : "bad");
  }

  private Fact fact(String key, String text) {
    return new Fact(page.t(key), text);
  }

  private List<String> notes(Answer answer) {
    List<String> notes = new ArrayList<>();
    if (!answer.series().earlierMonths().isEmpty()) {
      notes.add(words.earlier(answer.source()));
    }
    if (answer.emptied() > 0) {
      notes.add(page.t("metrics.note.emptied", answer.emptied()));
    }
    if (answer.basis().behind() > 0) {
      notes.add(page.t("metrics.note.behind", answer.basis().behind()));
    }
    int gaps = answer.series().monthsNotCovered();
    if (gaps > 0 && answer.series().monthsOfValue() == 1) {
      notes.add(page.t("metrics.note.gaps", gaps));
    }
    if (answer.series().rolling12().stream().anyMatch(p -> p.state() == FigureState.NOT_SHOWN)) {
      Optional.ofNullable(answer.source().requires())
          .ifPresent(
              r -> notes.add(page.t("metrics.note.not-shown", r.otherwise().in(page.locale()))));
    }
    return notes;
  }
}
