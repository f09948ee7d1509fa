package org.tripoint.node.desks.liaison;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.FiledRecords;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.sharing.PartnerSource;

/// What the records of this desk say now; what rules matched is found anew with them.
@Component
class Entries extends FiledRecords {

  static final String NAME = "desks.liaison";

  private final JdbcTemplate jdbc;

  Entries(JdbcTemplate jdbc, RecordKinds kinds) {
    super(jdbc, kinds, "liaison", LiaisonKinds.ALL, PartnerSource::partnerOf);
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void clear() {
    super.clear();
    jdbc.execute("truncate liaison.match, liaison.matching");
  }
}
