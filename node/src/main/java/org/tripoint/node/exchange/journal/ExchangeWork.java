package org.tripoint.node.exchange.journal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.keys.PinnedTrust;
import org.tripoint.node.exchange.keys.Tls;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.exchange.partners.OwnIntroduction.Issue;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RegularWork;

/// Behind everything else: writes what is new into the journals of partners, and reads theirs, all
/// at the same time. Each is asked to answer as soon as it has something.
@Component
class ExchangeWork extends RegularWork {

  private static final Logger LOG = LoggerFactory.getLogger(ExchangeWork.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LONGEST_CONNECTION = Duration.ofDays(1);
  private static final Duration WAIT = Duration.ofSeconds(20);

  private final Partners partners;
  private final WriteBatches write;
  private final PullJournal pull;
  private final EachPartner each;
  private final Commitments commitments;
  private final LateRecalls late;
  private final OwnIntroduction own;
  private final Tls tls;
  private final Clock clock;
  private final Map<String, Known> clients = new ConcurrentHashMap<>();
  private final Map<String, String> lastFailure = new ConcurrentHashMap<>();

  /// A client that trusts one partner's introduction and nobody else.
  private record Known(Partner partner, HttpClient client, Instant made) {

    /// A connection shows the certificate with which it began, so none is kept for long, and none
    /// that shows a former one.
    boolean isFor(Partner other, Instant now, Instant certificate) {
      return partner.equals(other)
          && now.isBefore(made.plus(LONGEST_CONNECTION))
          && !made.isBefore(certificate);
    }
  }

  ExchangeWork(
      Partners partners,
      WriteBatches write,
      PullJournal pull,
      EachPartner each,
      Commitments commitments,
      LateRecalls late,
      OwnIntroduction own,
      Tls tls,
      Clock clock) {
    super("exchange", PAUSE);
    this.partners = partners;
    this.write = write;
    this.pull = pull;
    this.each = each;
    this.commitments = commitments;
    this.late = late;
    this.own = own;
    this.tls = tls;
    this.clock = clock;
  }

  @Override
  protected void turn() {
    List<Partner> all = partners.list();
    clients.keySet().removeIf(name -> all.stream().noneMatch(one -> one.name().equals(name)));
    commitments.today();
    for (Partner partner : all) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      write.writeAll(partner);
      each.begin(partner.name(), () -> pull(partner));
    }
    late.tell();
    if (own.settle(all)) {
      clients.clear();
    }
  }

  /// A partner that cannot be reached is asked again at the next turn; the log says so once.
  private void pull(Partner partner) {
    HttpPeer peer = new HttpPeer(client(partner), URI.create(partner.introduction().endpoint()));
    try {
      introduceTo(partner, peer);
      int came;
      do {
        came = pull.pull(partner, peer, WAIT);
      } while (came > 0 && !Thread.currentThread().isInterrupted());
      if (lastFailure.remove(partner.name()) != null) {
        LOG.info("{} answers again", partner.name());
      }
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      String failure = e.getClass().getSimpleName() + ": " + e.getMessage();
      if (!failure.equals(lastFailure.put(partner.name(), failure))) {
        LOG.warn("{} was not reached and will be asked again: {}", partner.name(), failure);
      }
    }
  }

  private void introduceTo(Partner partner, Peer peer) throws IOException {
    Issue issue = own.current();
    if (own.isNewTo(partner, issue)) {
      peer.introduce(issue.signed());
      own.taken(partner, issue);
    }
  }

  private HttpClient client(Partner partner) {
    Instant certificate = own.certificateSince();
    Instant now = clock.instant();
    return clients
        .compute(
            partner.name(),
            (name, known) ->
                known != null && known.isFor(partner, now, certificate)
                    ? known
                    : new Known(partner, newClient(partner), now))
        .client();
  }

  private HttpClient newClient(Partner partner) {
    PinnedTrust trust = new PinnedTrust(() -> List.of(partners.pin(partner)), clock);
    return HttpClient.newBuilder()
        .sslContext(tls.context(trust))
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .build();
  }
}
