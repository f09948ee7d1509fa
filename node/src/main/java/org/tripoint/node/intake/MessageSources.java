package org.tripoint.node.intake;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether the records that a source sent as messages are simulated. Files say so in their import.
@Repository
class MessageSources {

  private final JdbcClient jdbc;

  MessageSources(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// True when the source sent such records.
  boolean has(String source, boolean simulated) {
    return jdbc.sql(
            """
            select exists (select from intake.message_source
              where source = :source and simulated = :simulated)
            """)
        .param("source", source)
        .param("simulated", simulated)
        .query(Boolean.class)
        .single();
  }

  /// True when any source sent simulated ones.
  boolean hasSimulated() {
    return jdbc.sql("select exists (select from intake.message_source where simulated)")
        .query(Boolean.class)
        .single();
  }

  /// Keeps what a source sent; the first that is kept stands.
  ///
  /// @return false when it had sent the other
  boolean keep(String source, boolean simulated) {
    jdbc.sql(
            """
            insert into intake.message_source (source, simulated) values (:source, :simulated)
            on conflict (source) do nothing
            """)
        .param("source", source)
        .param("simulated", simulated)
        .update();
    return has(source, simulated);
  }
}
