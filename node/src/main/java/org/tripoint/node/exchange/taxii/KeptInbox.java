package org.tripoint.node.exchange.taxii;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.exchange.stix.ReadObjects.Other;
import org.tripoint.node.exchange.stix.ReadObjects.Received;
import org.tripoint.node.exchange.stix.ReadObjects.Refused;
import org.tripoint.node.exchange.stix.ReadObjects.Revoked;
import org.tripoint.node.sharing.FindAgreement;
import org.tripoint.node.signals.RaiseSignal;

/// Keeps what clients send, each in its own inbox: nothing of one is compared with another's, since
/// the answer would tell of it.
///
/// One writer at a time for each inbox, so that dates grow in the order of commits.
@Component
class KeptInbox implements Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(KeptInbox.class);
  private static final Pattern ID =
      Pattern.compile("[a-z][a-z0-9-]{0,99}--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String OTHER_CONTENT =
      "The same id and version were sent before with other content.";

  /// Signals of one request.
  private static final int MOST_SIGNALS = 20;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final RaiseSignal signals;
  private final FindAgreement agreements;
  private final AppendSent append;
  private final Clock clock;

  KeptInbox(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      RaiseSignal signals,
      FindAgreement agreements,
      AppendSent append,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.signals = signals;
    this.agreements = agreements;
    this.append = append;
    this.clock = clock;
  }

  /// An object by what names it.
  private record Named(String object, long modified) {}

  /// What an inbox has of some objects: digests of all that was ever sent, and what is shown.
  private static final class Kept {
    private final Map<Named, byte[]> digests = new HashMap<>();
    private final Set<Named> shown = new HashSet<>();

    /// False when it was sent before with other content.
    boolean fits(Named named, byte[] digest) {
      byte[] before = digests.putIfAbsent(named, digest);
      return before == null || MessageDigest.isEqual(before, digest);
    }
  }

  @Override
  public List<Outcome> take(Caller caller, List<Sent> objects) {
    String inbox = Objects.requireNonNull(caller.inbox());
    List<Outcome> outcomes =
        Objects.requireNonNull(transaction.execute(status -> take(caller, inbox, objects)));
    outcomes.stream()
        .filter(one -> one.problem().equals(OTHER_CONTENT))
        .limit(MOST_SIGNALS)
        .forEach(one -> tell(caller, one));
    return outcomes;
  }

  private List<Outcome> take(Caller caller, String inbox, List<Sent> objects) {
    jdbc.query("select pg_advisory_xact_lock(hashtext(?))", _ -> {}, "exchange.inbox/" + inbox);
    long at = nextMoment(inbox);
    Kept kept = kept(inbox, objects);
    List<Outcome> outcomes = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    Map<Long, Received> sentAt = new HashMap<>();
    for (Sent sent : objects) {
      Outcome outcome = outcome(sent);
      if (outcome.isTaken()) {
        byte[] digest = ObjectDigest.of(sent.body().bytes());
        Named named = new Named(outcome.id(), outcome.version());
        if (!kept.fits(named, digest)) {
          outcome = new Outcome(outcome.id(), outcome.version(), OTHER_CONTENT);
        } else if (kept.shown.add(named)) {
          sentAt.put(at, sent.received());
          rows.add(row(inbox, at++, outcome, digest, sent));
        }
      }
      outcomes.add(outcome);
    }
    insert(rows);
    order(inbox, rows);
    append.append(caller, inbox, sentAt);
    return outcomes;
  }

  private static Outcome outcome(Sent sent) {
    return switch (sent.received()) {
      case Known<?> known -> named(known.id(), known.modified());
      case Revoked(String id, Instant modified) -> named(id, modified);
      case Other(String id, var _, Instant modified) -> named(id, modified);
      case Refused(String id, String expected) ->
          new Outcome(id != null && ID.matcher(id).matches() ? id : "unknown", 0, expected);
    };
  }

  private static Outcome named(String id, @Nullable Instant modified) {
    long version = modified == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, modified);
    return ID.matcher(id).matches()
        ? new Outcome(id, version, "")
        : new Outcome("unknown", 0, "Expected an id of a type and a UUID.");
  }

  private Kept kept(String inbox, List<Sent> objects) {
    Set<String> ids = new HashSet<>();
    objects.forEach(sent -> ids.add(outcome(sent).id()));
    Kept kept = new Kept();
    jdbc.query(
        """
        select object, modified, sha256, gone is null from exchange.inbox
        where client = ? and object = any (?)
        """,
        row -> {
          Named named = new Named(row.getString(1), row.getLong(2));
          kept.digests.put(named, row.getBytes(3));
          if (row.getBoolean(4)) {
            kept.shown.add(named);
          }
        },
        inbox,
        ids.toArray(String[]::new));
    return kept;
  }

  private long nextMoment(String inbox) {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    Long last =
        jdbc.queryForObject(
            "select max(date_added) from exchange.inbox where client = ?", Long.class, inbox);
    return last == null ? now : Math.max(now, last + 1);
  }

  private static Object[] row(String inbox, long at, Outcome outcome, byte[] digest, Sent sent) {
    return new Object[] {
      inbox,
      at,
      outcome.id(),
      outcome.version(),
      outcome.id().substring(0, outcome.id().indexOf("--")),
      digest,
      sent.body().bytes(),
      sent.received() instanceof Revoked
    };
  }

  private void insert(List<Object[]> rows) {
    jdbc.batchUpdate(
        """
        insert into exchange.inbox
          (client, date_added, object, modified, type, sha256, body, revoked, first)
        values (?, ?, ?, ?, ?, ?, ?, ?, true)
        """,
        rows,
        new int[] {
          Types.VARCHAR,
          Types.BIGINT,
          Types.VARCHAR,
          Types.BIGINT,
          Types.VARCHAR,
          Types.BINARY,
          Types.BINARY,
          Types.BOOLEAN
        });
  }

  /// Says anew of the objects that came which version is the first and which the last: a client may
  /// send them in any order.
  private void order(String inbox, List<Object[]> rows) {
    String[] ids = rows.stream().map(row -> (String) row[2]).distinct().toArray(String[]::new);
    order(inbox, ids);
  }

  private void order(String inbox, String[] ids) {
    if (ids.length > 0) {
      jdbc.update(
          """
          update exchange.inbox i set superseded = v.newer, first = v.first
          from (
            select date_added, lead(date_added) over w as newer, lag(object) over w is null as first
            from exchange.inbox where client = ? and object = any (?) and gone is null
            window w as (partition by object order by modified)
          ) v
          where i.client = ? and i.date_added = v.date_added
            and (i.superseded is distinct from v.newer or i.first <> v.first)
          """,
          inbox,
          ids,
          inbox);
    }
  }

  @Override
  public int withdraw(Caller caller, String object, Match.Versions versions) {
    String inbox = Objects.requireNonNull(caller.inbox());
    return Objects.requireNonNull(
        transaction.execute(status -> {
          jdbc.query(
              "select pg_advisory_xact_lock(hashtext(?))", _ -> {}, "exchange.inbox/" + inbox);
          int gone =
              jdbc.update(
                  """
                  update exchange.inbox set gone = ?
                  where client = ? and object = ? and gone is null
                    and (? or (? and superseded is null) or (? and first) or modified = any (?))
                  """,
                  ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()),
                  inbox,
                  object,
                  versions.all(),
                  versions.last(),
                  versions.first(),
                  versions.exact().toArray(Long[]::new));
          order(inbox, new String[] {object});
          if (gone > 0) {
            append.restate(caller, inbox, object);
          }
          return gone;
        }));
  }

  /// Other content under a name that was used is never an accident of the network.
  private void tell(Caller caller, Outcome outcome) {
    var agreement = agreements.find(caller.partner());
    if (agreement.isEmpty()) {
      LOG.warn("{} sent other content under a known id and version", caller.name());
      return;
    }
    signals.raise(
        new RaiseSignal.Signal(
            "exchange.integrity",
            caller.name() + "|" + outcome.id() + "|" + outcome.version(),
            "taxii.signal.integrity",
            List.of(caller.name()),
            List.of(agreement.get()),
            List.of(
                new RaiseSignal.ScorePart(
                    "taxii.signal.integrity.rule",
                    BigDecimal.ONE,
                    outcome.id() + " " + Timestamps.writeVersion(outcome.version()))),
            "/exchange/clients"));
  }
}
