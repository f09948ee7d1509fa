package org.tripoint.node.sharing;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;

/// The real sharing room over a test ledger, without Spring's context.
public final class TestSharing {

  private final DisclosureLog log;
  private final Provenances provenances;
  private final ShareWhatMayGo share;
  private final KeepAgreements agreements;
  private final CalledBack calledBack;

  private TestSharing(TestLedger ledger, TestDatabase database, Country country, Clock clock) {
    JdbcTemplate jdbc = ledger.jdbc();
    Likenesses likenesses = new Likenesses(jdbc, ledger.kinds());
    Audiences audiences = new Audiences(jdbc, ledger.kinds());
    log = new DisclosureLog(jdbc, audiences);
    Exceptions exceptions =
        new Exceptions(jdbc, ledger.kinds(), audiences, log, new SinceWhen(ledger.read()));
    provenances = new Provenances(jdbc);
    calledBack = new CalledBack(jdbc, ledger.kinds(), audiences);
    ledger.reader(
        new SharingReader(
            jdbc, ledger.kinds(), likenesses, audiences, exceptions, log, provenances, calledBack));
    agreements = new KeepAgreements(ledger.append(), audiences, country.code(), clock);
    share =
        new ShareWhatMayGo(
            jdbc,
            new Masks(jdbc, likenesses, audiences),
            audiences,
            exceptions,
            log,
            new SinceWhen(ledger.read()),
            ledger.append(),
            ledger.read(),
            ledger.readers(),
            country.code(),
            clock,
            new DataSourceTransactionManager(database.app()));
  }

  public static TestSharing over(
      TestLedger ledger, TestDatabase database, Country country, Clock clock) {
    return new TestSharing(ledger, database, country, clock);
  }

  public ReadShared read() {
    return log;
  }

  public ReadProvenance provenance() {
    return provenances;
  }

  public KeepAgreements agreements() {
    return agreements;
  }

  /// Calling back records of these kinds.
  public CallBack callBack(TestLedger ledger, RecordKinds kinds, Clock clock) {
    return new CallBack(ledger.read(), ledger.append(), kinds, calledBack, clock);
  }

  /// Says again what sources said beyond what people left.
  public void keepCalledBack(CallBack callBack) {
    new KeepCalledBack(calledBack, callBack).turn();
  }

  /// Gives and calls back until nothing is left to do.
  public void share() {
    share.toTheEnd();
  }
}
