package org.tripoint.engines.surveillance.nowcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.nowcast.PendingRegression.Shown;
import org.tripoint.engines.surveillance.nowcast.RevisionNowcast.Revision;
import org.tripoint.testsupport.PublicData;

class RevisionsTest {

  @Test
  void refusesFiguresWithoutALogarithm() {
    assertThatThrownBy(() -> new Revision(1, 0, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PendingRegression.of(List.of(new Shown(10, 11, 0))))
        .hasMessageContaining("expected 8 figures with something pending, found 0");
  }

  @Test
  void leavesFinalFiguresAloneAndSaysWhenItKnowsNothing() {
    RevisionNowcast none = RevisionNowcast.of(List.of(), 6);
    assertThat(none.of(3, 6, 55).isFinal()).isTrue();
    assertThat(none.of(3, 6, 55).median()).isEqualTo(55);
    assertThat(none.of(3, 2, 55).isFinal()).isFalse();
    assertThat(none.of(3, 2, 55).ninety().high()).isInfinite();
  }

  @Test
  void learnsRevisionsInBothDirections() {
    List<Revision> revisions = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      revisions.add(new Revision(1, 100, 85 + i));
      revisions.add(new Revision(0, 100, 120 + i));
    }
    RevisionNowcast nowcast = RevisionNowcast.of(revisions, 6);
    assertThat(nowcast.of(9, 1, 200).median()).isCloseTo(190, within(1e-9));
    assertThat(nowcast.of(9, 1, 200).ninety().low()).isLessThan(175);
    assertThat(nowcast.of(9, 0, 200).median()).isCloseTo(260, within(1e-9));
    assertThat(nowcast.of(9, 0, 200).completeness()).isCloseTo(1 / 1.3, within(1e-9));
  }

  /// The release of October 2018, corrected by what was known then, against that of June 2019.
  @Test
  void correctsProvisionalDeathsBetterThanTheirPublisherAndTheReportedFigure() throws IOException {
    Map<String, Figure> learnt = release("vsrr_release_2017-12.csv.gz");
    Map<String, Figure> shown = release("vsrr_release_2018-10.csv.gz");
    Map<String, Figure> later = release("vsrr_release_2019-06.csv.gz");
    PendingRegression regression = PendingRegression.of(pairs(learnt, shown, month(2016, 12)));
    double own = 0;
    double raw = 0;
    double published = 0;
    int figures = 0;
    int lastFinal = month(2017, 12);
    for (Map.Entry<String, Figure> entry : shown.entrySet()) {
      Figure figure = entry.getValue();
      Figure truth = later.get(entry.getKey());
      Figure base = shown.get(figure.state + " " + lastFinal);
      if (truth == null || base == null || figure.state.equals("US")) {
        continue;
      }
      boolean settled = figure.month <= lastFinal;
      Nowcast nowcast =
          regression.of(figure.month, 0, figure.value, figure.pending - base.pending, settled);
      if (settled) {
        assertThat(nowcast.median()).isEqualTo(figure.value);
      } else {
        own += Math.abs(nowcast.median() / truth.value - 1);
        raw += Math.abs(figure.value / truth.value - 1);
        published += Math.abs(figure.predicted / truth.value - 1);
        figures++;
      }
    }
    System.out.printf(
        "October 2018, %d provisional figures: mean error %.4f, reported %.4f, published %.4f%n",
        figures, own / figures, raw / figures, published / figures);
    assertThat(figures).isEqualTo(156);
    assertThat(own).isLessThan(raw);
    assertThat(own).isLessThan(published / 3);
  }

  private static List<Shown> pairs(
      Map<String, Figure> release, Map<String, Figure> next, int lastFinal) {
    List<Shown> pairs = new ArrayList<>();
    release.forEach((key, figure) -> {
      Figure base = release.get(figure.state + " " + lastFinal);
      Figure then = next.get(key);
      if (figure.month > lastFinal && base != null && then != null && !figure.state.equals("US")) {
        pairs.add(new Shown(figure.value, then.value, figure.pending - base.pending));
      }
    });
    return pairs;
  }

  private static int month(int year, int month) {
    return 12 * year + month;
  }

  private record Figure(String state, int month, double value, double predicted, double pending) {}

  /// Overdose deaths by state and month.
  private static Map<String, Figure> release(String file) throws IOException {
    Map<String, Figure> figures = new HashMap<>();
    try (BufferedReader lines =
        PublicData.openText(
            PublicData.require("cdc-vsrr-overdose/" + file), StandardCharsets.UTF_8)) {
      List<String> head = cells(lines.readLine().replace("\uFEFF", ""));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> row = cells(line);
        if (row.get(head.indexOf("Indicator")).equals("Number of Drug Overdose Deaths")) {
          Figure figure = figure(head, row);
          if (figure.value > 0) {
            figures.put(figure.state + " " + figure.month, figure);
          }
        }
      }
    }
    return figures;
  }

  private static Figure figure(List<String> head, List<String> row) {
    String name = row.get(head.indexOf("Month")).toUpperCase(Locale.ROOT);
    int predicted = head.indexOf("Predicted Value");
    return new Figure(
        row.get(head.indexOf("State")),
        month(Integer.parseInt(row.get(head.indexOf("Year"))), Month.valueOf(name).getValue()),
        number(row.get(head.indexOf("Data Value"))),
        predicted < 0 ? Double.NaN : number(row.get(predicted)),
        number(row.get(head.indexOf("Percent Pending Investigation"))));
  }

  private static double number(String text) {
    return text.isBlank() || text.equals("NA")
        ? 0
        : Double.parseDouble(text.replace(",", "").replace("+", ""));
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
