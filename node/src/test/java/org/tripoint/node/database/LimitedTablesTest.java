package org.tripoint.node.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitedTablesTest {

  private static final Sight ASKS = new Sight("GREEN", null, true);
  private static final Sight CHANGES = new Sight("GREEN", null, false);
  private static final String ITEMS = "(select * from seizures.item where ledger.shows(record))";

  private final LimitedTables tables =
      new LimitedTables(
          Map.of(
              "seizures.item", "ledger.shows(record)",
              "seizures.item_kind", "ledger.shows(record)",
              "exchange.arrival", "ledger.shows(record)"));

  @Test
  void readsATableUnderTheNameItHas() {
    assertThat(limited("select * from seizures.item i where i.x = 1"))
        .isEqualTo("select * from " + ITEMS + " i where i.x = 1");
    assertThat(limited("select * from seizures.item where item.x = 1"))
        .isEqualTo("select * from " + ITEMS + " as item where item.x = 1");
    assertThat(limited("select (select count(*) from seizures.item)"))
        .isEqualTo("select (select count(*) from " + ITEMS + " as item)");
    assertThat(limited("select 1 from a, seizures.item as i JOIN seizures.item\n using (x)"))
        .isEqualTo("select 1 from a, " + ITEMS + " as i JOIN " + ITEMS + " as item\n using (x)");
  }

  @Test
  void aColumnUnderTheWholeNameOfItsTableKeepsItsMeaning() {
    assertThat(limited("select seizures.item.x from seizures.item order by seizures.item.x"))
        .isEqualTo("select item.x from " + ITEMS + " as item order by item.x");
  }

  @Test
  void takesNoTableForAnother() {
    assertThat(limited("select * from seizures.items_of_old"))
        .isEqualTo("select * from seizures.items_of_old");
    assertThat(limited("select 1 from seizures.item_kind k"))
        .contains("(select * from seizures.item_kind where");
  }

  @Test
  void leavesWhatIsWritten() {
    for (String sql :
        new String[] {
          "insert into seizures.item (record) values (?)",
          "update seizures.item set x = 1 where record = ?",
          "delete from seizures.item where record = ?",
          "truncate seizures.item"
        }) {
      assertThat(limited(sql)).isEqualTo(sql);
    }
  }

  @Test
  void roomsThatWorkWithAllRecordsAreLimitedWhereSomebodyAsks() {
    String sql = "select * from exchange.arrival a";
    assertThat(tables.limit(sql, CHANGES)).isEqualTo(sql);
    assertThat(tables.limit(sql, ASKS)).isNotEqualTo(sql);
    assertThat(tables.limit("select * from seizures.item i", CHANGES)).contains("shows");
  }

  private String limited(String sql) {
    return tables.limit(sql, ASKS);
  }
}
