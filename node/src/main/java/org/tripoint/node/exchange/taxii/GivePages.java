package org.tripoint.node.exchange.taxii;

import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.node.accounts.WriteAudit;
import org.tripoint.node.exchange.taxii.PageWriter.Form;
import org.tripoint.node.exchange.taxii.TaxiiServlet.Exchange;

/// Pages of a collection: objects, their manifest, versions of one object. What a caller was given
/// is in the audit trail before it is sent.
@Component
class GivePages {
  private final Collections collections;
  private final Shelves shelves;
  private final PageTokens tokens;
  private final Answers answers;
  private final WriteAudit audit;

  GivePages(
      Collections collections,
      Shelves shelves,
      PageTokens tokens,
      Answers answers,
      WriteAudit audit) {
    this.collections = collections;
    this.shelves = shelves;
    this.tokens = tokens;
    this.answers = answers;
    this.audit = audit;
  }

  void objects(Exchange exchange, String collection) throws IOException {
    Shelf shelf = shelf(exchange, collection);
    String resource = "objects/" + collection;
    Ask ask = Ask.parse(parameters(exchange), resource, tokens);
    give(exchange, shelves.read(shelf, ask, Form.OBJECTS), ask, resource);
  }

  void manifest(Exchange exchange, String collection) throws IOException {
    Shelf shelf = shelf(exchange, collection);
    String resource = "manifest/" + collection;
    Ask ask = Ask.parse(parameters(exchange), resource, tokens);
    give(exchange, shelves.read(shelf, ask, Form.MANIFEST), ask, resource);
  }

  void object(Exchange exchange, String collection, String object) throws IOException {
    Shelf shelf = shelf(exchange, collection);
    String resource = "object/" + collection + "/" + object;
    Map<String, String[]> parameters = parameters(exchange);
    Match match = Match.parse(parameters).withId(object);
    Ask ask = Ask.parse(parameters, match, resource, tokens);
    PageWriter page = shelves.read(shelf, ask, Form.OBJECTS);
    requireFound(page, ask);
    give(exchange, page, ask, resource);
  }

  void versions(Exchange exchange, String collection, String object) throws IOException {
    Shelf shelf = shelf(exchange, collection);
    String resource = "versions/" + collection + "/" + object;
    Map<String, String[]> parameters = parameters(exchange);
    Match match = Match.parse(parameters).withId(object).withAllVersions();
    Ask ask = Ask.parse(parameters, match, resource, tokens);
    PageWriter page = shelves.read(shelf, ask, Form.VERSIONS);
    requireFound(page, ask);
    give(exchange, page, ask, resource);
  }

  private Shelf shelf(Exchange exchange, String collection) {
    return collections.findShelf(exchange.caller(), collection).orElseThrow(TaxiiRefusal::notFound);
  }

  /// An object that is not there is an error when it alone was asked for; a filter that nothing
  /// fits is an empty answer.
  private static void requireFound(PageWriter page, Ask ask) {
    if (page.count() == 0 && !ask.filtered()) {
      throw TaxiiRefusal.notFound();
    }
  }

  private void give(Exchange exchange, PageWriter page, Ask ask, String resource)
      throws IOException {
    audit.write(
        exchange.caller().name(),
        exchange.request().getRemoteAddr(),
        "taxii read",
        exchange.request().getRequestURI(),
        WriteAudit.Outcome.DONE,
        page.count() == 0
            ? "0"
            : "%d, %s to %s"
                .formatted(
                    page.count(), Timestamps.write(page.first()), Timestamps.write(page.last())));
    String next = page.hasMore() ? tokens.write(page.last(), resource, ask.match()) : "";
    answers.send(exchange.response(), page, next);
  }

  private static Map<String, String[]> parameters(Exchange exchange) {
    try {
      return exchange.request().getParameterMap();
    } catch (IllegalStateException e) {
      throw TaxiiRefusal.malformed("Expected parameters in UTF-8, percent-encoded.");
    }
  }
}
