package org.tripoint.node.exchange.stix;

import java.time.Instant;
import java.util.Arrays;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/// Remembers what was said under each id and version, so that whoever says something else under
/// them is found out.
@Service
public class SeenObjects {
  private final JdbcTemplate jdbc;

  SeenObjects(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// What an object is to what was seen before.
  public enum Seen {
    NEW,
    /// The same bytes came before.
    SAME,
    /// Other bytes came under this id and version: one of the two is not what its creator said.
    OTHER
  }

  /// Compares and remembers, in the caller's transaction.
  ///
  /// @param partner who sent it; partners are kept apart, so that none can spoil another's ids
  /// @param bytes as they came
  public Seen see(String partner, String id, Instant modified, byte[] bytes) {
    byte[] hash = Stix.sha256(bytes);
    int added =
        jdbc.update(
            """
            insert into exchange.seen (partner, id, modified, sha256) values (?, ?, ?, ?)
            on conflict do nothing
            """,
            partner,
            id,
            Stix.micros(modified),
            hash);
    if (added > 0) {
      return Seen.NEW;
    }
    byte[] before =
        jdbc.queryForObject(
            "select sha256 from exchange.seen where partner = ? and id = ? and modified = ?",
            byte[].class,
            partner,
            id,
            Stix.micros(modified));
    return Arrays.equals(before, hash) ? Seen.SAME : Seen.OTHER;
  }
}
