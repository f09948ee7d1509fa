package org.tripoint.node.sharing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordKinds;

/// Numbers of the likenesses, given in the order of first appearance so that a replay gives the
/// same ones.
@Component
class Likenesses {

  /// @param id number
  record Likeness(int id, Traits traits) {}

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;

  Likenesses(JdbcTemplate jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /// The number of each, new ones where there are none.
  Map<Traits, Integer> idsOf(Collection<Traits> wanted) {
    Map<Traits, Integer> ids = new HashMap<>();
    Set<Traits> distinct = new LinkedHashSet<>(wanted);
    for (Traits traits : distinct) {
      ids.put(traits, idOf(traits.kind(), kinds.write(Traits.AS_TEXT, traits)));
    }
    return ids;
  }

  private int idOf(String kind, String text) {
    List<Integer> known =
        jdbc.queryForList("select id from sharing.likeness where traits = ?", Integer.class, text);
    if (!known.isEmpty()) {
      return known.getFirst();
    }
    Integer id =
        jdbc.queryForObject(
            """
            insert into sharing.likeness (id, traits, kind)
            select coalesce(max(id), 0) + 1, ?, ? from sharing.likeness
            returning id
            """,
            Integer.class,
            text,
            numberOf(kind));
    return id == null ? 0 : id;
  }

  private int numberOf(String kind) {
    jdbc.update(
        """
        insert into sharing.kind (number, name)
        select coalesce(max(number), 0) + 1, ? from sharing.kind
        on conflict (name) do nothing
        """,
        kind);
    Integer number =
        jdbc.queryForObject("select number from sharing.kind where name = ?", Integer.class, kind);
    return number == null ? 0 : number;
  }

  List<Likeness> all() {
    List<Likeness> all = new ArrayList<>();
    jdbc.query(
        "select id, traits from sharing.likeness order by id",
        row -> {
          all.add(new Likeness(row.getInt(1), kinds.parse(Traits.AS_TEXT, row.getString(2))));
        });
    return all;
  }
}
