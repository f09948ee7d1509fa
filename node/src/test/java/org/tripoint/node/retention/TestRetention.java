package org.tripoint.node.retention;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.retention.RetentionRule.Certainty;
import org.tripoint.node.retention.RetentionRule.RetentionClock;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// The real room over a test ledger, without Spring's context; nothing runs in the background.
public final class TestRetention {

  /// So many may be emptied by one person alone.
  static final long ALONE = 3;

  private final TestLedger ledger;
  final RetentionReader reader;
  final Decided decided;
  final RetentionDay day;
  public final ReadRetention read;
  public final KeepRules rules;
  final SuggestedRules suggested;
  final KeepHolds holds;
  final DecideReviews reviews;
  public final PurgeLots lots;
  final TellDue tell;

  /// Signals that are open, by key.
  final List<String> signals = new ArrayList<>();

  private TestRetention(
      TestLedger ledger, RecordKinds kinds, Country country, Clock clock, PurgeContent purge) {
    this.ledger = ledger;
    ZoneId zone = ZoneOffset.UTC;
    decided = new Decided(ledger.jdbc(), kinds, country.code());
    reader = new RetentionReader(decided, new Cohorts(ledger.jdbc()), ledger.read(), kinds, zone);
    day = new RetentionDay(ledger.append(), clock, zone);
    read = new ReadRetention(ledger.jdbc(), decided, day);
    suggested = new SuggestedRules(country.code(), day);
    rules = new KeepRules(read, suggested, day);
    holds = new KeepHolds(decided, ledger.read(), day);
    EmptyDue emptyDue = new EmptyDue(ledger.read(), ledger.append(), purge, kinds);
    reviews =
        new DecideReviews(ledger.read(), ledger.append(), kinds, decided, read, emptyDue, day);
    lots = new PurgeLots(ledger.jdbc(), read, emptyDue, ledger.readers(), day, ALONE);
    tell = new TellDue(ledger.jdbc(), read, partner -> Optional.empty(), new Signals(), day);
  }

  public static TestRetention over(
      TestLedger ledger, RecordKinds kinds, Country country, Clock clock) {
    return over(ledger, kinds, country, clock, ledger.purge());
  }

  static TestRetention over(
      TestLedger ledger, RecordKinds kinds, Country country, Clock clock, PurgeContent purge) {
    return new TestRetention(ledger, kinds, country, clock, purge);
  }

  /// The reader follows the ledger.
  public TestRetention join() {
    ledger.reader(reader);
    return this;
  }

  static RetentionRule rule(
      String name, String kind, Part part, @Nullable Span reviewAfter, @Nullable Span purgeAfter) {
    return new RetentionRule(
        name,
        kind,
        part,
        "",
        null,
        RetentionClock.RECEIVED,
        reviewAfter,
        purgeAfter,
        false,
        "Act on " + name,
        Certainty.UNSURE,
        "a test",
        "",
        java.time.Instant.EPOCH);
  }

  /// Puts a rule in force: whole records of the kind are due for purge so many days after they
  /// came.
  public void purgeAfterDays(String kind, int days) {
    rules.put(rule("days", kind, Part.OPEN, null, new Span(days, Span.Unit.DAYS)), "sam");
    ledger.readers().catchUp();
  }

  /// The same for names alone, of every kind.
  public void purgeNamesAfterDays(int days) {
    rules.put(rule("names", "", Part.NOMINAL, null, new Span(days, Span.Unit.DAYS)), "sam");
    ledger.readers().catchUp();
  }

  /// Asks for everything due by a reason and empties it, with a second person where one is needed.
  public void purge(String why, Part part) throws Refused {
    if (!lots.ask(why, part, "sam")) {
      lots.confirm(read.listProposals().getFirst().id(), "tess");
    }
    ledger.readers().catchUp();
    lots.empty();
  }

  private final class Signals implements RaiseSignal {
    @Override
    public RecordId raise(Signal signal) {
      signals.add(signal.key());
      return new RecordId(
          java.util.UUID.nameUUIDFromBytes(
              signal.key().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Override
    public void settle(RecordId signal) {
      signals.removeIf(key ->
          new RecordId(
                  java.util.UUID.nameUUIDFromBytes(
                      key.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
              .equals(signal));
    }
  }
}
