package org.tripoint.node.notices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tripoint.node.notices.NoticeBody.Row;
import org.tripoint.node.notices.NoticeBody.Table;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.charts.BarChart;
import org.tripoint.node.web.charts.Tone;

/// The chart of a table of figures: bars of the first figures of its lines, where there are several
/// and each is a plain amount.
public final class TableBars {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final int LEAST = 2;
  private static final int MOST = 60;
  private static final int DECIMALS = 6;

  private TableBars() {}

  private static List<BigDecimal> amounts(Table table) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (Row row : table.rows()) {
      if (row.cells().isEmpty() || !AMOUNT.matcher(row.cells().getFirst()).matches()) {
        return List.of();
      }
      amounts.add(new BigDecimal(row.cells().getFirst()));
    }
    boolean isOne = amounts.size() < LEAST || amounts.size() > MOST;
    return isOne || amounts.stream().allMatch(one -> one.signum() == 0) ? List.of() : amounts;
  }

  /// Each line's amount as a share of the largest; empty where there is no chart.
  static List<BigDecimal> shares(Table table) {
    List<BigDecimal> amounts = amounts(table);
    if (amounts.isEmpty()) {
      return List.of();
    }
    BigDecimal largest = amounts.stream().max(Comparator.naturalOrder()).orElseThrow();
    return amounts.stream()
        .map(one -> one.divide(largest, DECIMALS, RoundingMode.HALF_UP))
        .toList();
  }

  /// The chart on a page.
  public static Optional<BarChart> chart(Table table, Language language) {
    List<BigDecimal> amounts = amounts(table);
    if (amounts.isEmpty()) {
      return Optional.empty();
    }
    List<BarChart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      String name = table.rows().get(i).label().in(language);
      bars.add(BarChart.Bar.of(name, Tone.BLUE, amounts.get(i)));
    }
    String title = table.title().in(language);
    return Optional.of(new BarChart(title, "", title, "", bars, DECIMALS));
  }
}
