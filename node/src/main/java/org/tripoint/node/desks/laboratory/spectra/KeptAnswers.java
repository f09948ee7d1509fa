package org.tripoint.node.desks.laboratory.spectra;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.vocabulary.RecordId;

/// What was last said of each kept unknown. Not of the ledger: another search gives it again.
@Component
class KeptAnswers {

  private final JdbcClient jdbc;

  KeptAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What was said.
  ///
  /// @param sequence of the version that was searched
  /// @param searched state of what it was searched in
  /// @param outcome `identified`, `isomers`, `family` or `unknown`
  /// @param family that it shows; "" for none
  /// @param confidence of the calibration, from 0 to 1
  /// @param near the nearest, best first; those that are named first
  record Said(
      long sequence,
      String searched,
      String outcome,
      String family,
      BigDecimal confidence,
      List<Near> near) {

    Said {
      near = List.copyOf(near);
    }

    boolean isNamed() {
      return near.stream().anyMatch(Near::named);
    }
  }

  /// A library spectrum that is near.
  ///
  /// @param named whether the answer names it
  record Near(
      String name, BigDecimal score, int matched, String library, String licence, boolean named) {}

  /// By record.
  Map<RecordId, Said> all() {
    Map<UUID, List<Near>> near = new HashMap<>();
    RowCallbackHandler take =
        row ->
            near.computeIfAbsent(row.getObject("record", UUID.class), id -> new ArrayList<>())
                .add(
                    new Near(
                        row.getString("name"),
                        row.getBigDecimal("score"),
                        row.getInt("matched"),
                        row.getString("library"),
                        row.getString("licence"),
                        row.getBoolean("named")));
    jdbc.sql("select * from laboratory.kept_near order by record, place").query(take);
    Map<RecordId, Said> all = new HashMap<>();
    RowCallbackHandler said =
        row -> {
          UUID record = row.getObject("record", UUID.class);
          all.put(
              new RecordId(record),
              new Said(
                  row.getLong("sequence"),
                  row.getString("searched"),
                  row.getString("outcome"),
                  row.getString("family"),
                  row.getBigDecimal("confidence"),
                  near.getOrDefault(record, List.of())));
        };
    jdbc.sql("select * from laboratory.kept_answer").query(said);
    return all;
  }

  @Transactional
  void put(RecordId record, Said said) {
    jdbc.sql("delete from laboratory.kept_answer where record = ?").param(record.value()).update();
    jdbc.sql("insert into laboratory.kept_answer values (?, ?, ?, ?, ?, ?)")
        .params(
            record.value(),
            said.sequence(),
            said.searched(),
            said.outcome(),
            said.family(),
            said.confidence())
        .update();
    for (int i = 0; i < said.near().size(); i++) {
      Near one = said.near().get(i);
      jdbc.sql("insert into laboratory.kept_near values (?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              record.value(),
              i,
              one.name(),
              one.score(),
              one.matched(),
              one.library(),
              one.licence(),
              one.named())
          .update();
    }
  }

  /// Whether people were told of this name.
  boolean isTold(String key) {
    return jdbc.sql("select exists (select from laboratory.kept_told where key = ?)")
        .param(key)
        .query(Boolean.class)
        .single();
  }

  void told(String key) {
    jdbc.sql("insert into laboratory.kept_told values (?) on conflict do nothing")
        .param(key)
        .update();
  }
}
