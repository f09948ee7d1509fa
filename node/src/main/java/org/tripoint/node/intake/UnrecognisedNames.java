package org.tripoint.node.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.substances.ListUnrecognised;

/// Names of drugs that were appended as reported, or would be by an import that waits for somebody
/// to confirm it, for people to map. Places and units that were not recognised are no drugs:
/// columns that hold them are left out.
@Component
class UnrecognisedNames implements ListUnrecognised {

  private final JdbcClient jdbc;

  UnrecognisedNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Unrecognised> listUnrecognisedNames(int limit) {
    return jdbc.sql(
            """
            select text, sum(rows) from (
              select column_name, rule, text, rows from intake.unrecognised
              union all
              select one ->> 'column', one ->> 'rule', one ->> 'text', (one ->> 'rows')::bigint
              from intake.import
              cross join lateral jsonb_array_elements(
                case jsonb_typeof(preview -> 'unrecognised')
                  when 'array' then preview -> 'unrecognised' else '[]' end) one
              where state = 'CHECKED') names
            where rule = 'not-recognised'
              and lower(column_name) not in ('place', 'entidad', 'unit', 'unidad', 'drug_unit')
              and lower(column_name) not like '%country'
            group by text order by 2 desc, 1 limit ?
            """)
        .param(limit)
        .query((row, i) -> new Unrecognised(row.getString(1), row.getLong(2)))
        .list();
  }
}
