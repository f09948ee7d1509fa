package org.tripoint.node.exchange.taxii;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.PurgeTargets;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;

/// No bytes that a program sent outlive the content that they became: what a purge emptied in the
/// ledger goes from the inbox in the transaction that reads the purge. Id, version and digest stay,
/// so that what was said under them once is still known.
@Component
class EmptyInbox implements LedgerReader {

  private final JdbcTemplate jdbc;

  EmptyInbox(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "exchange.inbox";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("purge");
  }

  /// Older versions of the object that never became one of the record say much of the same.
  @Override
  public void apply(List<RecordChange> changes) {
    Long[] emptied = PurgeTargets.of(changes).toArray(Long[]::new);
    if (emptied.length > 0) {
      jdbc.update(
          """
          update exchange.inbox i set body = null from exchange.inbox e
          where e.sequence = any (?) and i.client = e.client and i.object = e.object
            and i.body is not null
            and (i.sequence = e.sequence or (i.sequence is null and i.modified <= e.modified))
          """,
          (Object) emptied);
    }
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    // It reads the purge itself.
  }

  /// What programs sent came from outside, and a replay makes none anew.
  @Override
  public void clear() {
    // Nothing here is made from what is replayed.
  }
}
