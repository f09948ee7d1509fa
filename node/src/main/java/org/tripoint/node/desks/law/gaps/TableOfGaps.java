package org.tripoint.node.desks.law.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.law.gaps.Detections.Found;
import org.tripoint.node.desks.law.gaps.GapReview.Review;
import org.tripoint.node.desks.law.gaps.GapTable.Cell;
import org.tripoint.node.desks.law.gaps.GapTable.Row;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.RegistryWords;
import org.tripoint.node.web.Page;

/// Puts what the review found into the words of a page.
final class TableOfGaps {

  private static final List<String> COUNTRIES = List.of("US", "CA", "MX");

  /// Fewer records than this are told as fewer, as they may point at a person.
  static final long FEW = 10;

  private final Review review;
  private final List<Duty> duties;
  private final RegistryWords words;
  private final Page page;

  TableOfGaps(Review review, List<Duty> duties, Page page) {
    this.review = review;
    this.duties = duties;
    this.words = new RegistryWords(page);
    this.page = page;
  }

  /// Every row of a question.
  GapTable all(Question question) {
    List<Row> rows =
        switch (question) {
          case Q1, Q2, Q3, Q4, Q7 -> review.of(question).stream().map(this::gap).toList();
          case Q5 -> review.lags().stream().map(this::lag).toList();
          case Q6, Q8 -> duties(question);
        };
    return new GapTable(
        question.name(),
        title(question, page),
        page.t("law.gap." + question + ".why"),
        headings(question).stream().map(key -> page.t("law.gap." + key)).toList(),
        rows,
        total(question, rows),
        "",
        "");
  }

  static String title(Question question, Page page) {
    return question + " " + page.t("law.gap." + question);
  }

  private static List<String> headings(Question question) {
    return switch (question) {
      case Q1, Q2, Q4 ->
          List.of("substance", "where", "answer", "against", "since", "days", "found", "reports");
      case Q3 -> List.of("substance", "where", "then", "end", "left", "found", "reports");
      case Q5 ->
          Stream.concat(
                  Stream.concat(
                      Stream.of("substance"),
                      Arrays.stream(Jurisdiction.values()).map(one -> "first." + one)),
                  Stream.of("found", "reports"))
              .toList();
      case Q6, Q8 -> List.of("where", "duty", "within", "authority", "certainty");
      case Q7 -> List.of("substance", "where", "answer", "found", "reports");
    };
  }

  private Row gap(Gap gap) {
    List<Cell> cells = new ArrayList<>();
    cells.add(name(gap));
    cells.add(Cell.of(words.jurisdiction(gap.where())));
    boolean saltsOnly = gap.question() == Question.Q4 && gap.base().isEmpty();
    cells.add(saltsOnly ? new Cell(page.t("law.gap.no-salts"), "", "warning") : answer(gap));
    gap.against().ifPresent(other -> cells.add(Cell.of(words.jurisdiction(other))));
    if (gap.question() != Question.Q7) {
      cells.add(Cell.of(gap.date().map(page::day).orElseGet(() -> page.t("law.gap.undated"))));
      cells.add(Cell.of(gap.days().map(days -> days(gap, days)).orElse("")));
    }
    cells.add(Cell.of(found(gap.substance())));
    cells.add(Cell.of(reports(gap.substance())));
    return new Row(
        gap.key() + gap.base().map(base -> "/" + base.id()).orElse(""),
        words.name(gap.substance()),
        cells,
        gap.citations().stream().map(this::cited).toList());
  }

  private Cell answer(Gap gap) {
    if (gap.outcome() != ControlOutcome.NO_RULE || gap.question() == Question.Q3) {
      return new Cell(words.outcome(gap.outcome()), "", gap.outcome().tone());
    }
    return gap.isGap()
        ? new Cell(page.t("law.gap.in-no-list"), "", "warning")
        : new Cell(page.t("law.gap.no-rule-known"), "", gap.outcome().tone());
  }

  /// How many rows, and how many of them are gaps.
  private String total(Question question, List<Row> rows) {
    long unknown = review.of(question).stream().filter(gap -> !gap.isGap()).count();
    return unknown == 0
        ? page.t("law.gap.total", rows.size())
        : page.t("law.gap.total.unknown", rows.size(), rows.size() - unknown, unknown);
  }

  private Cell name(Gap gap) {
    String name =
        gap.base()
            .map(
                base -> page.t("law.gap.derivative", words.name(gap.substance()), words.name(base)))
            .orElseGet(() -> words.name(gap.substance()));
    return new Cell(name, control(gap.substance()), "");
  }

  private String control(Substance one) {
    return "/substances/" + one.id() + "?on=" + review.day() + "#control";
  }

  private String days(Gap gap, long days) {
    if (gap.question() != Question.Q3) {
      return page.number(days);
    }
    return days <= 0 ? page.t("law.gap.in-days", -days) : page.t("law.gap.days-ago", days);
  }

  /// Records by country, small numbers told as few.
  private String found(Substance one) {
    Found found = review.found().get(one.id());
    if (found == null) {
      return page.t("law.gap.never");
    }
    List<String> counts = new ArrayList<>();
    for (String country : COUNTRIES) {
      long records = found.in(country);
      if (records > 0) {
        counts.add(country + " " + few(records));
      }
      long leftOpen = found.leftOpenIn(country);
      if (leftOpen > 0) {
        counts.add(page.t("law.gap.isomer", country, few(leftOpen)));
      }
    }
    return counts.isEmpty() ? page.t("law.gap.never") : String.join("; ", counts);
  }

  private String few(long records) {
    return records < FEW ? page.t("law.gap.few", FEW) : page.number(records);
  }

  /// Published counts by country; "" where none was published.
  private String reports(Substance one) {
    List<String> counts = new ArrayList<>();
    review
        .reports()
        .getOrDefault(one.id(), Map.of())
        .forEach((country, reports) -> counts.add(country + " " + page.number(reports)));
    return String.join("; ", counts);
  }

  private Row lag(Lag lag) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(words.name(lag.substance()), control(lag.substance()), ""));
    List<GapTable.Cited> citations = new ArrayList<>();
    for (Jurisdiction whose : Jurisdiction.values()) {
      Lag.First first = lag.firsts().get(whose);
      cells.add(Cell.of(first == null ? page.t("law.gap.not-by-then") : first(lag, whose, first)));
      if (first != null) {
        first.citations().forEach(one -> citations.add(cited(one)));
      }
    }
    cells.add(Cell.of(found(lag.substance())));
    cells.add(Cell.of(reports(lag.substance())));
    return new Row(lag.substance().id(), words.name(lag.substance()), cells, citations);
  }

  private String first(Lag lag, Jurisdiction whose, Lag.First first) {
    Optional<LocalDate> day = first.day();
    if (day.isEmpty()) {
      return page.t("law.gap.older");
    }
    if (!first.exact()) {
      return page.t("law.gap.by", page.day(day.get()));
    }
    long days = lag.days(whose).orElse(0L);
    return days == 0
        ? page.t("law.gap.first", page.day(day.get()))
        : page.t("law.gap.later", page.day(day.get()), days);
  }

  /// A line for each jurisdiction, those of which nothing was read among them.
  private List<Row> duties(Question question) {
    List<Row> rows = new ArrayList<>();
    for (Jurisdiction whose : Jurisdiction.values()) {
      List<Duty> own =
          duties.stream()
              .filter(duty -> duty.question() == question && duty.whose() == whose)
              .toList();
      own.forEach(duty -> rows.add(duty(duty)));
      if (own.isEmpty()) {
        rows.add(
            new Row(
                question + "/" + whose,
                words.jurisdiction(whose),
                List.of(
                    Cell.of(words.jurisdiction(whose)),
                    new Cell(page.t("law.gap.not-read"), "", "missing"),
                    Cell.of(""),
                    Cell.of(""),
                    Cell.of("")),
                List.of()));
      }
    }
    return rows;
  }

  private Row duty(Duty duty) {
    String certainty = page.t("substances.certainty." + duty.certainty().name());
    return new Row(
        question(duty),
        words.jurisdiction(duty.whose()),
        List.of(
            Cell.of(words.jurisdiction(duty.whose())),
            Cell.of(page.t("law.duty." + duty.what())),
            Cell.of(duty.hours().map(this::within).orElseGet(() -> page.t("law.gap.no-time"))),
            Cell.of(duty.authority().isEmpty() ? page.t("law.gap.unnamed") : duty.authority()),
            Cell.of(certainty)),
        List.of(
            new GapTable.Cited(
                words.jurisdiction(duty.whose()), duty.instrument(), "", certainty, "")));
  }

  private static String question(Duty duty) {
    return duty.question() + "/" + duty.whose() + "/" + duty.what();
  }

  private String within(int hours) {
    return hours % 24 == 0 && hours > 24
        ? page.t("law.gap.within-days", hours / 24)
        : page.t("law.gap.within-hours", hours);
  }

  private GapTable.Cited cited(Citation one) {
    return new GapTable.Cited(
        words.jurisdiction(one.whose()),
        one.cited().entry(),
        words.dates(one.cited().validity()),
        words.certainty(one.cited().validity()),
        one.cited().validity().source());
  }
}
