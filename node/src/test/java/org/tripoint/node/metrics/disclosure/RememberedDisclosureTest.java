package org.tripoint.node.metrics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.metrics.disclosure.DisclosedTable.DisclosedCell;
import org.tripoint.node.metrics.disclosure.DisclosedTable.DisclosedCell.Shown;
import org.tripoint.node.metrics.disclosure.DisclosedTable.DisclosedCell.Suppressed;
import org.tripoint.node.metrics.disclosure.DisclosedTable.DisclosedCell.Zero;
import org.tripoint.node.metrics.disclosure.DisclosedTable.Reason;
import org.tripoint.node.testing.TestDatabase;

class RememberedDisclosureTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Suppressed SMALL = new Suppressed(Reason.SMALL_NUMBERS);

  private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.app());
  private final RememberedDisclosure disclosure = disclosure(9);

  private RememberedDisclosure disclosure(int threshold) {
    return new RememberedDisclosure(
        new DisclosureMemory(jdbc),
        Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
        threshold);
  }

  @Test
  void saysOfEveryCellWhetherItIsShownSuppressedOrZero() {
    DisclosedTable table =
        disclosure.disclose(
            CountTable.of(
                "one",
                List.of("Fraser", "Island", "North"),
                List.of("May", "June", "July"),
                List.of(List.of(100L, 3L, 80L), List.of(40L, 50L, 60L), List.of(70L, 0L, 90L))));

    assertThat(table.at(0, 1)).isEqualTo(SMALL);
    assertThat(table.at(2, 1)).isEqualTo(new Zero());
    assertThat(table.at(2, 0)).isEqualTo(new Shown(70));
    assertThat(table.total()).isEqualTo(new Shown(493));
    assertThat(table.rowTotal(0)).isEqualTo(new Shown(183));
    assertThat(table.columnTotal(1)).isEqualTo(new Shown(53));
  }

  @Test
  void answersTheSameForTheSameTableEvenAfterOthers() {
    CountTable first = pair("two", 9, 91);
    DisclosedTable answer = disclosure.disclose(first);
    disclosure.disclose(pair("two", 12, 91));

    assertThat(disclosure.disclose(first)).isEqualTo(answer);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from metrics.disclosed where series = 'two'", Long.class))
        .isEqualTo(2);
  }

  @Test
  void remembersWhatItShowedAcrossRestarts() {
    disclosure.disclose(wide("three", 9));

    DisclosedTable later = disclosure(9).disclose(wide("three", 12));
    DisclosedTable alone = disclosure(9).disclose(wide("four", 12));

    assertThat(alone.cells()).allSatisfy(row -> assertThat(row).noneMatch(this::isSuppressed));
    assertThat(later.cells()).anySatisfy(row -> assertThat(row).anyMatch(this::isSuppressed));
  }

  private boolean isSuppressed(DisclosedCell cell) {
    return cell instanceof Suppressed;
  }

  @Test
  void takesTheThresholdFromItsSetting() {
    assertThat(disclosure(4).disclose(pair("five", 5, 80)).at(0, 0)).isEqualTo(new Shown(5));
    assertThatThrownBy(() -> disclosure(0)).hasMessageContaining("1 to 1000");
  }

  @Test
  void refusesTablesNobodyCouldRead() {
    List<String> many = java.util.stream.IntStream.range(0, 2_000).mapToObj(i -> "r" + i).toList();

    assertThatThrownBy(() ->
            new CountTable(
                "six",
                many.stream().map(CountTable.Line::of).toList(),
                List.of(new CountTable.Line("c", Set.of("c"))),
                java.util.Map.of()))
        .hasMessageContaining("2,000 cells");
  }

  private static CountTable pair(String series, long left, long right) {
    return CountTable.of(series, List.of("a"), List.of("x", "y"), List.of(List.of(left, right)));
  }

  private static CountTable wide(String series, long first) {
    return CountTable.of(
        series,
        List.of("a", "b"),
        List.of("x", "y", "z"),
        List.of(List.of(first, 91L, 200L), List.of(50L, 60L, 70L)));
  }
}
