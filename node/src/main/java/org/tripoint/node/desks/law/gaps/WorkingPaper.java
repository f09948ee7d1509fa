package org.tripoint.node.desks.law.gaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.law.gaps.GapReview.Review;
import org.tripoint.node.desks.law.gaps.GapTable.Cell;
import org.tripoint.node.web.CsvLine;
import org.tripoint.node.web.Page;

/// The review as a file to hand round: XHTML in the page's language, and CSV with every row.
final class WorkingPaper {

  /// Rows of a question that the paper prints; the CSV holds them all.
  private static final int MOST_PRINTED = 100;

  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 15mm; @bottom-right { content: counter(page); } }
      body { font-family: Helvetica, Arial, sans-serif; font-size: 9pt; }
      h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 14pt; }
      table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate; }
      th, td { border-bottom: 0.5pt solid #888; padding: 2pt 4pt; text-align: left;
        vertical-align: top; }
      tr { page-break-inside: avoid; }
      .cite { font-size: 7.5pt; color: #333; }
      """;

  private final Review review;
  private final TableOfGaps tables;
  private final List<Duty> duties;
  private final Page page;

  WorkingPaper(Review review, List<Duty> duties, Page page) {
    this.review = review;
    this.tables = new TableOfGaps(review, duties, page);
    this.duties = duties;
    this.page = page;
  }

  String html() {
    String title = page.t("law.gap.title");
    StringBuilder html = new StringBuilder();
    html.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n")
        .append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(page.locale().getLanguage())
        .append("\"><head><meta charset=\"UTF-8\"/><title>")
        .append(escaped(title))
        .append("</title><meta name=\"description\" content=\"")
        .append(escaped(page.t("law.gap.subtitle", page.day(review.day()))))
        .append("\"/><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(escaped(title))
        .append("</h1>\n");
    paragraph(page.t("law.gap.subtitle", page.day(review.day())), html);
    paragraph(page.nodeName(), html);
    if (page.holdsSimulated()) {
      paragraph(page.t(page.synthetic() ? "law.gap.synthetic" : "web.synthetic.held"), html);
    }
    paragraph(page.t("law.gap.note"), html);
    for (Question question : Question.values()) {
      section(tables.all(question), html);
    }
    return html.append("</body></html>\n").toString();
  }

  private void section(GapTable table, StringBuilder html) {
    html.append("<h2>").append(escaped(table.title())).append("</h2>\n");
    paragraph(table.why(), html);
    paragraph(
        table.rows().size() > MOST_PRINTED
            ? page.t("law.gap.cut", MOST_PRINTED, table.rows().size())
            : table.total(),
        html);
    if (table.rows().isEmpty()) {
      return;
    }
    html.append("<table><thead><tr>");
    Stream.concat(table.headings().stream(), Stream.of(page.t("law.gap.citations")))
        .forEach(one -> html.append("<th scope=\"col\">").append(escaped(one)).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    table.rows().stream().limit(MOST_PRINTED).forEach(row -> row(row, html));
    html.append("</tbody></table>\n");
  }

  private static void row(GapTable.Row row, StringBuilder html) {
    html.append("<tr>");
    row.cells().stream()
        .map(Cell::text)
        .forEach(text -> html.append("<td>").append(escaped(text)).append("</td>"));
    html.append("<td class=\"cite\">");
    html.append(
        row.citations().stream()
            .map(GapTable.Cited::line)
            .map(WorkingPaper::escaped)
            .collect(Collectors.joining("<br/>")));
    html.append("</td></tr>\n");
  }

  private static void paragraph(String text, StringBuilder html) {
    html.append("<p>").append(escaped(text)).append("</p>\n");
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  /// Every row with codes that programs read, names and citations in words.
  String csv() {
    StringBuilder csv = new StringBuilder();
    csv.append(
        CsvLine.forSpreadsheets(
            List.of(
                "question",
                "rank",
                "substance",
                "inchikey",
                "name",
                "jurisdiction",
                "answer",
                "against",
                "date",
                "days",
                "derives_from",
                "found_us",
                "found_ca",
                "found_mx",
                "citations",
                "standing",
                "isomer_left_open",
                "reports_published")));
    for (Question question : Question.values()) {
      switch (question) {
        case Q1, Q2, Q3, Q4, Q7 -> gaps(question, csv);
        case Q5 -> lags(csv);
        case Q6, Q8 -> duties(question, csv);
      }
    }
    return csv.toString();
  }

  private void gaps(Question question, StringBuilder csv) {
    int rank = 0;
    for (Gap gap : review.of(question)) {
      List<Object> cells = new ArrayList<>();
      cells.add(question.name());
      cells.add(++rank);
      cells.add(gap.substance().id());
      cells.add(gap.substance().inchiKey());
      cells.add(gap.substance().nameIn(page.locale().getLanguage()));
      cells.add(gap.where().name());
      cells.add(gap.outcome().name());
      cells.add(gap.against().map(Enum::name).orElse(""));
      cells.add(gap.date().map(Object::toString).orElse(""));
      cells.add(gap.days().map(Object::toString).orElse(""));
      cells.add(gap.base().map(base -> base.id()).orElse(""));
      cells.addAll(found(gap.substance().id()));
      cells.add(
          gap.citations().stream().map(WorkingPaper::line).collect(Collectors.joining(" | ")));
      cells.add(gap.standing().name());
      cells.addAll(beside(gap.substance()));
      csv.append(CsvLine.forSpreadsheets(cells));
    }
  }

  private void lags(StringBuilder csv) {
    int rank = 0;
    for (Lag lag : review.lags()) {
      rank++;
      for (Map.Entry<Jurisdiction, Lag.First> one : lag.firsts().entrySet()) {
        List<Object> cells = new ArrayList<>();
        cells.add(Question.Q5.name());
        cells.add(rank);
        cells.add(lag.substance().id());
        cells.add(lag.substance().inchiKey());
        cells.add(lag.substance().nameIn(page.locale().getLanguage()));
        cells.add(one.getKey().name());
        cells.add(one.getValue().exact() ? "FIRST" : "BY");
        cells.add("");
        cells.add(one.getValue().day().map(Object::toString).orElse(""));
        cells.add(lag.days(one.getKey()).map(Object::toString).orElse(""));
        cells.add("");
        cells.addAll(found(lag.substance().id()));
        cells.add(
            one.getValue().citations().stream()
                .map(WorkingPaper::line)
                .collect(Collectors.joining(" | ")));
        cells.add("");
        cells.addAll(beside(lag.substance()));
        csv.append(CsvLine.forSpreadsheets(cells));
      }
    }
  }

  private void duties(Question question, StringBuilder csv) {
    int rank = 0;
    for (Duty duty : duties) {
      if (duty.question() == question) {
        rank++;
        csv.append(
            CsvLine.forSpreadsheets(
                List.of(
                    question.name(),
                    rank,
                    "",
                    "",
                    page.t("law.duty." + duty.what()),
                    duty.whose().name(),
                    duty.what(),
                    "",
                    "",
                    duty.hours().map(hours -> String.valueOf(hours / 24.0)).orElse(""),
                    "",
                    "",
                    "",
                    "",
                    duty.instrument(),
                    "",
                    "",
                    "")));
      }
    }
  }

  /// Records that leave the isomer open, and reports that were published: of all countries.
  private List<String> beside(Substance one) {
    Detections.Found found = review.found().get(one.id());
    long leftOpen =
        found == null ? 0 : found.leftOpen().values().stream().mapToLong(Long::longValue).sum();
    return List.of(few(leftOpen), Long.toString(review.reports(one)));
  }

  private static String few(long records) {
    return records > 0 && records < TableOfGaps.FEW ? "<" + TableOfGaps.FEW : "" + records;
  }

  private List<String> found(String id) {
    Detections.Found found = review.found().get(id);
    return Arrays.asList("US", "CA", "MX").stream()
        .map(country -> found == null ? 0L : found.in(country))
        .map(WorkingPaper::few)
        .toList();
  }

  private static String line(Citation one) {
    var validity = one.cited().validity();
    return "%s: %s (%s %s; %s). %s"
        .formatted(
            one.whose(),
            one.cited().entry(),
            validity.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            validity.from().map(Object::toString).orElse("?"),
            validity.certainty().name().toLowerCase(Locale.ROOT),
            validity.source());
  }
}
