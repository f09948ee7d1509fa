package org.tripoint.node.exchange.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.PurgeTargets;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;

/// The bytes of what partners gave, as they were signed, so that a partner that lost its database
/// gets back what it gave. None outlives the content of the version that rests on it: a recall
/// takes them at once, any other purge when its record is read.
@Component
class TakenObjects implements LedgerReader {

  /// In place of a version, for what is in no ledger.
  static final long ON_NOTHING = -1;

  private final JdbcTemplate jdbc;

  TakenObjects(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// @param sequence the version that rests on it, or [#ON_NOTHING]
  void keep(String partner, String sha256, long sequence, byte[] body) {
    jdbc.update(
        """
        insert into exchange.taken_object (partner, sha256, sequence, body) values (?, ?, ?, ?)
        on conflict (partner, sha256) do update
        set sequence = excluded.sequence, body = excluded.body
        """,
        partner,
        sha256,
        sequence,
        body);
  }

  void forget(Collection<Long> sequences) {
    if (!sequences.isEmpty()) {
      jdbc.update(
          "delete from exchange.taken_object where sequence = any (?)",
          (Object) sequences.toArray(Long[]::new));
    }
  }

  /// By SHA-256, those that are still here.
  Map<String, byte[]> find(String partner, Collection<String> hashes) {
    Map<String, byte[]> bodies = new HashMap<>();
    jdbc.query(
        "select sha256, body from exchange.taken_object where partner = ? and sha256 = any (?)",
        row -> {
          bodies.put(row.getString(1), row.getBytes(2));
        },
        partner,
        hashes.toArray(String[]::new));
    return bodies;
  }

  @Override
  public String name() {
    return "exchange.taken";
  }

  @Override
  public boolean isSeenOutside() {
    return true;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("purge");
  }

  @Override
  public void apply(List<RecordChange> changes) {
    forget(PurgeTargets.of(changes));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    // It reads the purge itself.
  }

  /// They came from outside, and a replay makes none anew.
  @Override
  public void clear() {
    // Nothing here is made from what is replayed.
  }
}
