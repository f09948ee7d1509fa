package org.tripoint.node.exchange.stix;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.sharing.ReadProvenance;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;

/// The real STIX room over a test ledger, without Spring's context.
public record TestStix(FreezeObjects freeze, ReadObjects read) {

  public static TestStix over(
      TestLedger ledger,
      TestDatabase database,
      RecordKinds kinds,
      ReadShared shared,
      ReadProvenance provenance,
      Country country) {
    KindForms forms = new KindForms(kinds);
    FreezeTables tables = new FreezeTables(ledger.jdbc());
    Authority authority = new Authority("Test authority", country.code());
    WriteMarking markings = new WriteMarking(kinds);
    ledger.reader(new EmptyObjects(tables));
    return new TestStix(
        new FreezeLines(
            shared,
            ledger.read(),
            make(forms, kinds, authority, markings),
            tables,
            provenance,
            new DataSourceTransactionManager(database.app())),
        new ReadStixObjects(forms, kinds, markings));
  }

  /// What partners said under which id and version.
  public static SeenObjects seen(JdbcTemplate jdbc) {
    return new SeenObjects(jdbc);
  }

  static MakeObjects make(
      KindForms forms, RecordKinds kinds, Authority authority, WriteMarking markings) {
    CommonObjects common = new CommonObjects(authority);
    return new MakeObjects(
        forms, common, authority, markings, new StandardObjects(forms, kinds, common, authority));
  }
}
