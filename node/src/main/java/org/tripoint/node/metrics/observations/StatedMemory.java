package org.tripoint.node.metrics.observations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.vocabulary.Kind;

/// What was stated to whom. It is no reader of the ledger: what partners have seen stays seen.
@Repository
class StatedMemory {

  private static final Kind<Apart> APART = Kind.of("metric-apart", 1, Apart.class);

  private final JdbcClient jdbc;
  private final RecordKinds kinds;

  StatedMemory(JdbcClient jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /// For writing and reading dimensions as canonical JSON.
  record Apart(Map<String, String> at) {
    Apart {
      at = Map.copyOf(at);
    }
  }

  /// One line of figures: a definition's version with its dimensions.
  record Line(String metric, int version, Map<String, String> apart) implements Comparable<Line> {
    Line {
      apart = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(apart));
    }

    String key() {
      return metric + "@" + version + apart;
    }

    @Override
    public int compareTo(Line other) {
      return key().compareTo(other.key());
    }
  }

  /// One statement at a time: two at once must know of one another.
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('metrics stated', 0))")
        .query(row -> {});
  }

  List<Line> listLines(String partner) {
    return jdbc.sql("select metric, version, apart from metrics.stated_series where partner = ?")
        .param(partner)
        .query((row, i) ->
            new Line(row.getString(1), row.getInt(2), kinds.parse(APART, row.getString(3)).at()))
        .list();
  }

  void add(String partner, Line line) {
    jdbc.sql(
            """
            insert into metrics.stated_series (partner, metric, version, apart)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .params(partner, line.metric(), line.version(), text(line))
        .update();
  }

  /// How many records stood behind the value of the period that the partner was told last; empty
  /// where it was told none.
  OptionalLong findBehind(String partner, Line line, StatedSpan span) {
    return jdbc.sql(
            """
            select behind from metrics.stated_value
            where partner = ? and metric = ? and version = ? and apart = ? and period = ?
            order by id desc limit 1
            """)
        .params(partner, line.metric(), line.version(), text(line), span.key())
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  void told(String partner, Line line, StatedSpan span, long behind, Instant at) {
    jdbc.sql(
            """
            insert into metrics.stated_value
              (partner, metric, version, apart, period, behind, stated)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            partner,
            line.metric(),
            line.version(),
            text(line),
            span.key(),
            behind,
            OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  void committed(String commitment, byte[] salt, String note, Instant at) {
    jdbc.sql(
            """
            insert into metrics.stated_checkpoint (commitment, salt, note, stated)
            values (?, ?, ?, ?)
            """)
        .params(commitment, salt, note, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
  }

  private String text(Line line) {
    return kinds.write(APART, new Apart(line.apart()));
  }
}
