package org.tripoint.node.notices;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;
import org.tripoint.node.notices.NoticeBody.Section;

/// The public part of a country's notices as an Atom feed (RFC 4287), in one language.
///
/// A notice that was taken back keeps its entry, which then says so and why: whoever reads the feed
/// learns of it as of any change.
final class PublicFeed {

  private static final int MOST = 50;

  private final String country;
  private final String node;
  private final boolean synthetic;
  private final InLanguage in;
  private final StringBuilder xml = new StringBuilder();

  /// @param node the name of whose feed it is
  /// @param synthetic true where nothing of it is real
  PublicFeed(String country, String node, boolean synthetic, InLanguage in) {
    this.country = country;
    this.node = node;
    this.synthetic = synthetic;
    this.in = in;
  }

  /// The feed of these notices of this country; those that were never public are left out.
  String of(List<NoticeView> own) {
    List<NoticeView> everPublic =
        own.stream()
            .filter(NoticeView::wasEverPublic)
            .sorted(Comparator.comparing(NoticeView::publicChange).reversed())
            .toList();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        .append(in.language().locale().toLanguageTag())
        .append("\">\n<id>urn:tripoint:notices:")
        .append(country)
        .append("</id>\n");
    element("title", in.t("notices.feed.title", node));
    if (synthetic) {
      element("subtitle", in.t("notices.paper.synthetic"));
    }
    element(
        "updated",
        everPublic.stream()
            .findFirst()
            .map(NoticeView::publicChange)
            .orElse(Instant.EPOCH)
            .toString());
    xml.append("<author>");
    element("name", node);
    xml.append("</author>\n");
    everPublic.stream()
        .filter(one -> one.published().isPresent() || one.retraction().isPresent())
        .limit(MOST)
        .forEach(this::entry);
    return xml.append("</feed>\n").toString();
  }

  private void entry(NoticeView view) {
    Optional<NoticeBody> body = view.published();
    xml.append("<entry>\n");
    element("id", "urn:tripoint:notice:" + view.number());
    element(
        "title",
        body.map(one -> one.title().in(in.language()))
            .orElseGet(() -> in.t("notices.feed.retracted", view.number())));
    element("updated", view.publicChange().toString());
    body.ifPresent(one -> xml.append("<category term=\"").append(one.type()).append("\"/>\n"));
    String text =
        body.map(one -> text(view, one))
            .or(() -> view.retraction().map(one -> in.t("notices.retracted.for", one.reason())))
            .orElse("");
    xml.append("<content type=\"text\">")
        .append(HtmlUtils.htmlEscape(text, "UTF-8"))
        .append("</content>\n</entry>\n");
  }

  private String text(NoticeView view, NoticeBody body) {
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
    return text.toString().strip();
  }

  private void element(String name, String text) {
    xml.append('<')
        .append(name)
        .append('>')
        .append(HtmlUtils.htmlEscape(text, "UTF-8"))
        .append("</")
        .append(name)
        .append(">\n");
  }
}
