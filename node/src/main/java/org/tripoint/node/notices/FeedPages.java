package org.tripoint.node.notices;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.notices.NoticeBody.Section;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.Page;

/// The public part of notices as an Atom feed (RFC 4287). Strangers may read it only where
/// `tripoint.notices.public` is on; the people of the house see in it what would be published.
@Controller
class FeedPages {

  private static final int MOST = 50;

  private final ListNotices notices;
  private final NoticeLanguages languages;

  FeedPages(ListNotices notices, NoticeLanguages languages) {
    this.notices = notices;
    this.languages = languages;
  }

  @GetMapping(value = "/notices/public.atom", produces = "application/atom+xml;charset=UTF-8")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  @ResponseBody
  String feed(Page page, @RequestParam(defaultValue = "") String in) {
    InLanguage language = languages.in(Language.find(in).orElse(page.language()));
    List<NoticeView> published =
        notices.list().stream()
            .filter(NoticeView::own)
            .filter(one -> one.published().isPresent())
            .sorted(Comparator.comparing(FeedPages::released).reversed())
            .limit(MOST)
            .toList();
    StringBuilder feed = new StringBuilder();
    feed.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        .append(language.language().locale().toLanguageTag())
        .append("\">\n<id>urn:tripoint:notices:")
        .append(page.nodeCountry())
        .append("</id>\n");
    element("title", language.t("notices.feed.title", page.nodeName()), feed);
    if (page.synthetic()) {
      element("subtitle", language.t("notices.paper.synthetic"), feed);
    }
    element(
        "updated",
        published.stream().findFirst().map(FeedPages::released).orElse(Instant.EPOCH).toString(),
        feed);
    feed.append("<author>");
    element("name", page.nodeName(), feed);
    feed.append("</author>\n");
    published.forEach(one -> entry(one, one.published().orElseThrow(), language, feed));
    return feed.append("</feed>\n").toString();
  }

  private static Instant released(NoticeView view) {
    return view.notice().map(Notice::at).orElse(Instant.EPOCH);
  }

  private static void entry(NoticeView view, NoticeBody body, InLanguage in, StringBuilder feed) {
    feed.append("<entry>\n");
    element("id", "urn:tripoint:notice:" + view.number(), feed);
    element("title", body.title().in(in.language()), feed);
    element("updated", released(view).toString(), feed);
    feed.append("<category term=\"").append(body.type()).append("\"/>\n");
    StringBuilder text = new StringBuilder();
    if (view.state() == NoticeState.CLOSED) {
      text.append(in.t("notices.feed.closed")).append("\n\n");
    }
    for (Section one : body.sections()) {
      text.append(in.t("notices.heading." + one.heading()))
          .append("\n")
          .append(one.text().in(in.language()))
          .append("\n\n");
    }
    feed.append("<content type=\"text\">")
        .append(HtmlUtils.htmlEscape(text.toString().strip(), "UTF-8"))
        .append("</content>\n</entry>\n");
  }

  private static void element(String name, String text, StringBuilder feed) {
    feed.append('<')
        .append(name)
        .append('>')
        .append(HtmlUtils.htmlEscape(text, "UTF-8"))
        .append("</")
        .append(name)
        .append(">\n");
  }
}
