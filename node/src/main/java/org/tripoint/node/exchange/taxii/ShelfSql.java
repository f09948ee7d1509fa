package org.tripoint.node.exchange.taxii;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The statement that reads one page of a shelf, by key: what it costs depends on the page, never
/// on what lies before it.
///
/// Without ids and types it walks the shelf in order, over the index of what is shown. With them it
/// takes a page of each id or type, over the index of each, and merges those: so a rare one is not
/// looked for among all. The body comes from a sub-select that the planner cannot turn into a join
/// of everything.
final class ShelfSql {
  private final StringBuilder conditions = new StringBuilder();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final String text;

  private ShelfSql(Shelf shelf, Ask ask) {
    Match match = ask.match();
    parameters.put("after", ask.after());
    parameters.put("limit", ask.limit() + 1);
    versions(match.versions());
    if (!match.ids().isEmpty()) {
      parameters.put("ids", match.ids().toArray(String[]::new));
      if (!match.types().isEmpty()) {
        conditions.append(" and e.type = any (:types)");
        parameters.put("types", match.types().toArray(String[]::new));
      }
      text = eachOf(":ids", "e.object = wanted.value", shelf);
    } else if (!match.types().isEmpty()) {
      parameters.put("types", match.types().toArray(String[]::new));
      text = eachOf(":types", "e.type = wanted.value", shelf);
    } else {
      text = page("true", shelf);
    }
  }

  static ShelfSql of(Shelf shelf, Ask ask) {
    return new ShelfSql(shelf, ask);
  }

  /// Lines with their bodies, in order.
  String text() {
    return text;
  }

  /// The whole page in one row: the bodies joined by commas, how many there are, first and last
  /// moment, and whether a line is left over.
  ///
  /// The database copies the bodies together: what passes through this program is one array of
  /// bytes, whatever number of objects is in it.
  String joined() {
    parameters.put("most", parameters.get("limit"));
    parameters.put("bytes", PageWriter.MOST_BYTES);
    return """
    select count(*) filter (where fits), min(date_added), max(date_added) filter (where fits),
      string_agg(body, '\\x2c'::bytea order by date_added) filter (where fits),
      not coalesce(bool_and(fits), true)
    from (
      select date_added, body,
        row_number() over sofar < :most
        and (row_number() over sofar = 1 or sum(octet_length(body) + 1) over sofar < :bytes) as fits
      from (%s) lines
      window sofar as (order by date_added rows unbounded preceding)
    ) page
    """
        .formatted(text);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private String eachOf(String values, String condition, Shelf shelf) {
    return """
    select page.* from unnest(cast(%s as text[])) as wanted (value)
    cross join lateral (%s) page
    order by page.date_added limit :limit
    """
        .formatted(values, page(condition, shelf));
  }

  private String page(String condition, Shelf shelf) {
    String from =
        switch (shelf) {
          case Shelf.OfAudience(int bit) -> {
            parameters.put("shelf", bit);
            yield """
            exchange.entry e
            cross join lateral (
              select o.body from exchange.object o
              where o.id = e.object and o.modified = e.modified and o.body is not null offset 0
            ) frozen
            where e.audience = :shelf and e.action = 0
            """;
          }
          case Shelf.Inbox(String client) -> {
            parameters.put("shelf", client);
            yield """
            exchange.inbox e cross join lateral (select e.body) frozen
            where e.client = :shelf and e.body is not null
            """;
          }
        };
    return """
    select e.date_added, e.object, e.modified, frozen.body
    from %s and e.gone is null and e.date_added > :after and %s%s
    order by e.date_added limit :limit
    """
        .formatted(from, condition, conditions);
  }

  private void versions(Match.Versions versions) {
    if (versions.all()) {
      return;
    }
    List<String> any = new ArrayList<>();
    if (versions.last()) {
      any.add("e.superseded is null");
    }
    if (versions.first()) {
      any.add("e.first");
    }
    if (!versions.exact().isEmpty()) {
      any.add("e.modified = any (:versions)");
      parameters.put("versions", versions.exact().toArray(Long[]::new));
    }
    conditions.append(" and (").append(String.join(" or ", any)).append(")");
  }
}
