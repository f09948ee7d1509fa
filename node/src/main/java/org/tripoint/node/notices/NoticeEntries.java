package org.tripoint.node.notices;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.FiledRecords;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.sharing.PartnerSource;

/// What the records of this room say now; those of a notice are filed under its number.
@Component
class NoticeEntries extends FiledRecords {

  NoticeEntries(JdbcTemplate jdbc, RecordKinds kinds) {
    super(jdbc, kinds, "notices", NoticeKinds.ALL, PartnerSource::partnerOf);
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public String layout() {
    return "V161";
  }
}
