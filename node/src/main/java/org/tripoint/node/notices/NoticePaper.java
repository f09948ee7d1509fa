package org.tripoint.node.notices;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.web.util.HtmlUtils;
import org.tripoint.node.notices.NoticeBody.Named;
import org.tripoint.node.notices.NoticeBody.Row;
import org.tripoint.node.notices.NoticeBody.Section;
import org.tripoint.node.notices.NoticeBody.Table;
import org.tripoint.node.web.charts.Drawing;

/// A notice as a paper to file or hand round, in one language: XHTML. Each part bears who may have
/// it.
final class NoticePaper {

  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm; @bottom-right { content: counter(page); } }
      body { font-family: Helvetica, Arial, sans-serif; font-size: 10pt; }
      h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 14pt; }
      table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate; }
      th, td { border-bottom: 0.5pt solid #888; padding: 2pt 4pt; text-align: left;
        vertical-align: top; }
      tr { page-break-inside: avoid; }
      .head, .release { font-size: 8.5pt; color: #333; }
      .bar { background: #56606b; height: 7pt; }
      .bars { width: 40%; }
      .structure { margin: 6pt 0; }
      .over { border: 1pt solid #a00; padding: 4pt; }
      """;

  private final NoticeView view;
  private final NoticeBody body;
  private final InLanguage in;
  private final boolean synthetic;
  private final List<Drawing> drawings;
  private final StringBuilder html = new StringBuilder();

  /// @param drawings the structures of its substances
  NoticePaper(
      NoticeView view, NoticeBody body, InLanguage in, boolean synthetic, List<Drawing> drawings) {
    this.view = view;
    this.body = body;
    this.in = in;
    this.synthetic = synthetic;
    this.drawings = List.copyOf(drawings);
  }

  String xhtml() {
    String title = body.title().in(in.language());
    html.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n")
        .append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(in.language().code())
        .append("\"><head><meta charset=\"UTF-8\"/>");
    element("title", "", title);
    html.append("<meta name=\"description\" content=\"")
        .append(escaped(in.t("notices.type." + body.type())))
        .append("\"/><style>")
        .append(STYLE)
        .append("</style></head><body>");
    head(title);
    body.sections().stream().filter(one -> !one.text().isEmpty()).forEach(this::section);
    substances();
    body.tables().forEach(this::table);
    return html.append("</body></html>\n").toString();
  }

  private void head(String title) {
    element(
        "p",
        "head",
        in.t("notices.paper.head", view.number(), view.from().code(), in.instant(view.at())));
    element("h1", "", title);
    element(
        "p",
        "head",
        String.join(
            " · ",
            in.t("notices.type." + body.type()),
            in.t("notices.urgency." + body.urgency()),
            in.t("notices.state." + view.state())));
    if (synthetic) {
      element("p", "over", in.t("notices.paper.synthetic"));
    }
    view.retraction()
        .ifPresent(one -> element("p", "over", in.t("notices.retracted.for", one.reason())));
    view.notice()
        .map(Notice::closedFor)
        .ifPresent(why -> element("p", "over", in.t("notices.closed.for", why)));
  }

  private void section(Section one) {
    heading(in.t("notices.heading." + one.heading()), one.release());
    one.text().in(in.language()).lines().forEach(line -> element("p", "", line));
  }

  private void heading(String text, Releasability release) {
    element("h2", "", text);
    element("p", "release", in.t("notices.release." + release));
  }

  private void substances() {
    if (body.substances().isEmpty()) {
      return;
    }
    heading(in.t("notices.substances"), body.substances().getFirst().release());
    html.append("<table>");
    for (Named one : body.substances()) {
      html.append("<tr>");
      element("th", "", one.name().in(in.language()));
      element("td", "", one.inchiKey());
      html.append("</tr>");
    }
    html.append("</table>");
    drawings.forEach(
        one -> html.append("<div class=\"structure\">").append(one.svg()).append("</div>\n"));
  }

  private void table(Table table) {
    heading(table.title().in(in.language()), table.release());
    List<BigDecimal> shares = TableBars.shares(table);
    html.append("<table>");
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      html.append("<tr>");
      element("th", "", row.label().in(in.language()));
      row.cells().forEach(cell -> element("td", "", cell));
      if (!shares.isEmpty()) {
        html.append("<td class=\"bars\"><div class=\"bar\" style=\"width:")
            .append(shares.get(i).movePointRight(2).toPlainString())
            .append("%\"></div></td>");
      }
      html.append("</tr>");
    }
    html.append("</table>");
  }

  private void element(String name, String kind, String text) {
    html.append('<').append(name);
    if (!kind.isEmpty()) {
      html.append(" class=\"").append(kind).append('"');
    }
    html.append('>').append(escaped(text)).append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
