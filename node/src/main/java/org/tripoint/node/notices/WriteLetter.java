package org.tripoint.node.notices;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.notices.NoticeBody.Named;
import org.tripoint.node.notices.NoticeBody.Row;
import org.tripoint.node.notices.NoticeBody.Table;
import org.tripoint.node.notices.NoticeMailing.Says;
import org.tripoint.node.notices.mail.Letter;
import org.tripoint.node.notices.mail.MailSettings;
import org.tripoint.node.web.paper.PrintPaper;

/// What a letter says: a text that every mail program shows, and the notice as a paper.
@Component
class WriteLetter {

  private final NoticeLanguages languages;
  private final DrawSubstances draw;
  private final MailSettings settings;
  private final String node;
  private final boolean synthetic;

  WriteLetter(
      NoticeLanguages languages,
      DrawSubstances draw,
      MailSettings settings,
      @Value("${tripoint.node.name:}") String node,
      @Value("${tripoint.synthetic:false}") boolean synthetic) {
    this.languages = languages;
    this.draw = draw;
    this.settings = settings;
    this.node = node;
    this.synthetic = synthetic;
  }

  Letter of(DueMail due) {
    InLanguage in = languages.in(due.language());
    return new Letter(
        due.id() + "@" + settings.domain(),
        due.address(),
        subject(due, in),
        text(due, in),
        files(due, in),
        due.notice().isUrgent());
  }

  private String subject(DueMail due, InLanguage in) {
    String says = in.t("notices.mail.subject." + due.says(), due.notice().number(), due.edition());
    String title = due.body().map(body -> body.title().in(in.language())).orElse("");
    String line = title.isBlank() ? says : says + ": " + title;
    return synthetic ? in.t("notices.mail.synthetic", line) : line;
  }

  private String text(DueMail due, InLanguage in) {
    StringBuilder text = new StringBuilder();
    if (synthetic) {
      paragraph(text, in.t("notices.paper.synthetic"));
    }
    paragraph(text, in.t("notices.mail.says." + due.says(), due.notice().number(), due.edition()));
    why(due, in, text);
    if (due.says() == Says.EDITION) {
      due.body().ifPresent(body -> body(body, in, text));
    }
    paragraph(text, "-- \n" + in.t("notices.mail.foot", node, due.list()));
    return text.toString().strip() + "\n";
  }

  private static void why(DueMail due, InLanguage in, StringBuilder text) {
    due.notice()
        .retraction()
        .ifPresent(one -> paragraph(text, in.t("notices.retracted.for", one.reason())));
    if (due.says() == Says.CLOSED) {
      due.notice()
          .notice()
          .map(Notice::closedFor)
          .ifPresent(why -> paragraph(text, in.t("notices.closed.for", why)));
    }
  }

  private static void body(NoticeBody body, InLanguage in, StringBuilder text) {
    paragraph(
        text,
        "%s\n%s · %s"
            .formatted(
                body.title().in(in.language()),
                in.t("notices.type." + body.type()),
                in.t("notices.urgency." + body.urgency())));
    body.sections()
        .forEach(one ->
            paragraph(
                text,
                in.t("notices.heading." + one.heading()) + "\n" + one.text().in(in.language())));
    if (!body.substances().isEmpty()) {
      paragraph(text, in.t("notices.substances") + "\n" + substances(body.substances(), in));
    }
    for (Table one : body.tables()) {
      paragraph(text, one.title().in(in.language()) + "\n" + rows(one.rows(), in));
    }
  }

  private static String substances(List<Named> substances, InLanguage in) {
    return String.join(
        "\n",
        substances.stream()
            .map(one -> (one.name().in(in.language()) + "  " + one.inchiKey()).strip())
            .toList());
  }

  private static String rows(List<Row> rows, InLanguage in) {
    return String.join(
        "\n",
        rows.stream()
            .map(one -> one.label().in(in.language()) + ": " + String.join("; ", one.cells()))
            .toList());
  }

  private static void paragraph(StringBuilder text, String paragraph) {
    text.append(paragraph).append("\n\n");
  }

  private List<Letter.File> files(DueMail due, InLanguage in) {
    return due.says() != Says.EDITION
        ? List.of()
        : due.body().stream()
            .map(body ->
                new Letter.File(
                    "notice-" + due.notice().number() + ".pdf",
                    "application/pdf",
                    PrintPaper.pdf(
                        new NoticePaper(
                                due.notice().asGiven(),
                                body,
                                in,
                                synthetic,
                                draw.of(body, in.language()))
                            .xhtml())))
            .toList();
  }
}
