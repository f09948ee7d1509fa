package org.tripoint.node.desks.laboratory.lists;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;

/// Results by the laboratory's own numbers.
@Component
public class FindResults {

  private static final int MOST = 100;

  private final JdbcClient jdbc;

  FindResults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Records of an item's results in a country, of whatever laboratory: a number alone says little.
  public List<RecordId> ofItem(Country country, String submission, String item) {
    return jdbc
        .sql(
            """
            select record from laboratory.result
            where item collate "C" = :item and country = :country order by record limit :most
            """)
        .param("item", submission + "/" + item)
        .param("country", country.code())
        .param("most", MOST)
        .query(UUID.class)
        .list()
        .stream()
        .map(RecordId::new)
        .toList();
  }
}
