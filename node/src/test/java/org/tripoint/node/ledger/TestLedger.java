package org.tripoint.node.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.database.RepeatableWork;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;

/// The real ledger over a test database, without Spring's context. Readers join by [#reader];
/// nothing runs in the background: tests call [RunReaders#catchUp].
public final class TestLedger {
  private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
  private final DataSourceTransactionManager transactions;
  private final JdbcTemplate jdbc;
  private final LedgerKeys keys;
  private final LedgerAppender appender;
  private final LedgerQueries queries;
  private final Followers followers;
  private final ContentPurge purge;
  private final LedgerVerifier verifier;

  private TestLedger(TestDatabase database, Clock clock) {
    DataSource app = database.app();
    transactions = new DataSourceTransactionManager(app);
    jdbc = new JdbcTemplate(app);
    keys = new LedgerKeys(database.home(), "Test node");
    VersionRows rows = new VersionRows(jdbc);
    LedgerGrowth growth = new LedgerGrowth();
    ChainWriter chain = new ChainWriter(app, keys, clock);
    KnownVersions known = new KnownVersions(jdbc);
    ReleaseTable releases = new ReleaseTable(jdbc);
    ReleaseFitting fitting =
        new ReleaseFitting(chain, known, releases, new Repetitions(rows, keys), growth);
    appender =
        new LedgerAppender(
            chain, known, rows, releases, fitting, keys, clock, growth, transactions);
    queries = new LedgerQueries(jdbc, rows, keys);
    Changes changes = new Changes(jdbc, rows);
    ObjectProvider<LedgerReader> readers = beans.getBeanProvider(LedgerReader.class);
    followers =
        new Followers(
            readers,
            new ReaderFeed(
                jdbc, changes, rows, transactions, new RepeatableWork(jdbc, transactions)),
            queries,
            growth,
            true);
    verifier = new LedgerVerifier(app, keys, transactions);
    purge = new ContentPurge(chain, changes, appender, readers, jdbc, clock, transactions);
  }

  public static TestLedger over(TestDatabase database) {
    return new TestLedger(database, Clock.systemUTC());
  }

  public static TestLedger over(TestDatabase database, Clock clock) {
    return new TestLedger(database, clock);
  }

  /// Adds a reader; it starts at the beginning of the ledger.
  public TestLedger reader(LedgerReader reader) {
    beans.registerSingleton(reader.name(), reader);
    return this;
  }

  /// Adds a kind, as a desk declares it.
  public TestLedger kind(Kind<?> kind) {
    beans.registerSingleton("kind " + kind.name(), kind);
    return this;
  }

  public AppendRecords append() {
    return appender;
  }

  public ReadLedger read() {
    return queries;
  }

  public PurgeContent purge() {
    return purge;
  }

  public VerifyLedger verify() {
    return verifier;
  }

  public RunReaders readers() {
    return followers;
  }

  /// Lets the background thread follow.
  public void start() {
    followers.start();
  }

  public void stop() {
    followers.stop();
  }

  public TransactionTemplate transaction() {
    return new TransactionTemplate(transactions);
  }

  public JdbcTemplate jdbc() {
    return jdbc;
  }

  /// The ledger's own kinds, and those that were added.
  public RecordKinds kinds() {
    return new RecordKinds(beans.getBeanProvider(ResolvableType.forRawClass(Kind.class)));
  }

  /// The ledger's own kinds and these.
  public RecordKinds kinds(Kind<?>... more) {
    DefaultListableBeanFactory declared = new DefaultListableBeanFactory();
    for (Kind<?> kind : more) {
      declared.registerSingleton(kind.name(), kind);
    }
    return new RecordKinds(declared.getBeanProvider(ResolvableType.forRawClass(Kind.class)));
  }

  LedgerKeys keys() {
    return keys;
  }

  /// Puts contents under keys, as one batch without a release.
  ///
  /// @param keysAndContents key, content, key, content …
  public <C extends Record> BatchReceipt put(
      Kind<C> kind, String source, Instant published, Object... keysAndContents) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < keysAndContents.length; i += 2) {
      entries.add(
          new Entry.Put<>(
              kind,
              (String) keysAndContents[i],
              kind.contentType().cast(keysAndContents[i + 1]),
              Marking.published(),
              null));
    }
    return appender.append(new Batch(source, null, published, "tester", entries));
  }
}
