package org.tripoint.node.exchange.taxii;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tripoint.node.accounts.WriteAudit;
import org.tripoint.node.exchange.taxii.Inbox.Outcome;
import org.tripoint.node.exchange.taxii.TaxiiServlet.Exchange;

/// What a client sends into its inbox, what became of it, and what it takes back.
@Component
class TakeEnvelope {

  /// Envelopes that are in memory at once.
  private static final int AT_ONCE = 4;

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Collections collections;
  private final TakeObjects objects;
  private final Inbox inbox;
  private final Statuses statuses;
  private final Answers answers;
  private final WriteAudit audit;
  private final Clock clock;
  private final Semaphore room = new Semaphore(AT_ONCE);

  TakeEnvelope(
      Collections collections,
      TakeObjects objects,
      Inbox inbox,
      Statuses statuses,
      Answers answers,
      WriteAudit audit,
      Clock clock) {
    this.collections = collections;
    this.objects = objects;
    this.inbox = inbox;
    this.statuses = statuses;
    this.answers = answers;
    this.audit = audit;
    this.clock = clock;
  }

  /// Takes an envelope whole before it answers: the status is complete at once.
  void take(Exchange exchange, String collection) throws IOException {
    requireInbox(exchange, collection);
    if (!MediaTypes.isTaxii(exchange.request().getContentType())) {
      throw TaxiiRefusal.unsupportedType();
    }
    if (exchange.request().getContentLengthLong() > DescribeServer.MOST_BYTES) {
      throw TaxiiRefusal.tooLarge(DescribeServer.MOST_BYTES);
    }
    if (!room.tryAcquire()) {
      throw TaxiiRefusal.busy();
    }
    try {
      Instant asked = clock.instant();
      List<Outcome> outcomes =
          objects.takeBodies(exchange.caller(), EnvelopeObjects.split(body(exchange.request())));
      long taken = outcomes.stream().filter(Outcome::isTaken).count();
      trail(exchange, "taxii write", taken + " of " + outcomes.size());
      answers.send(exchange.response(), 202, statuses.keep(exchange.caller(), asked, outcomes));
    } finally {
      room.release();
    }
  }

  void status(Exchange exchange, String id) throws IOException {
    if (!UUID_FORM.matcher(id).matches()) {
      throw TaxiiRefusal.notFound();
    }
    String resource =
        statuses.find(exchange.caller(), UUID.fromString(id)).orElseThrow(TaxiiRefusal::notFound);
    answers.send(exchange.response(), 200, resource.getBytes(StandardCharsets.UTF_8));
  }

  /// Takes an object back out of the caller's own inbox: it is marked and shown no more. Without
  /// `match[version]` every version.
  void withdraw(Exchange exchange, String collection, String object) {
    requireInbox(exchange, collection);
    var parameters = exchange.request().getParameterMap();
    Match match = Match.parse(parameters);
    Match.Versions versions =
        parameters.containsKey("match[version]") ? match.versions() : Match.Versions.ALL;
    int gone = match.asksForOurStix() ? inbox.withdraw(exchange.caller(), object, versions) : 0;
    if (gone == 0) {
      throw TaxiiRefusal.notFound();
    }
    trail(exchange, "taxii delete", Integer.toString(gone));
    answers.sendNothing(exchange.response());
  }

  private void requireInbox(Exchange exchange, String collection) {
    Shelf shelf =
        collections.findShelf(exchange.caller(), collection).orElseThrow(TaxiiRefusal::notFound);
    switch (shelf) {
      case Shelf.OfAudience _ ->
          throw TaxiiRefusal.forbidden("This collection is read only. Write into the inbox.");
      case Shelf.Inbox _ -> {}
    }
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(DescribeServer.MOST_BYTES + 1);
    if (body.length > DescribeServer.MOST_BYTES) {
      throw TaxiiRefusal.tooLarge(DescribeServer.MOST_BYTES);
    }
    return body;
  }

  private void trail(Exchange exchange, String action, String detail) {
    audit.write(
        exchange.caller().name(),
        exchange.request().getRemoteAddr(),
        action,
        exchange.request().getRequestURI(),
        WriteAudit.Outcome.DONE,
        detail);
  }
}
