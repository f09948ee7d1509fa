package org.tripoint.node.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.ImportViews.CellView;
import org.tripoint.node.intake.ImportViews.HeldLine;
import org.tripoint.node.intake.ImportViews.ReasonLine;
import org.tripoint.node.intake.Quarantine.Held;
import org.tripoint.node.web.Page;

/// Makes rows in quarantine into what the page shows: why they are there, and their cells, blank
/// ones left out unless a reason names them.
@Component
class ShowHeldRows {

  private final ImportWords words;

  ShowHeldRows(ImportWords words) {
    this.words = words;
  }

  List<HeldLine> lines(List<Held> rows, ImportJob job, Page page) {
    Reading reading = job.reading();
    List<String> columns = reading == null ? List.of() : reading.columns();
    return rows.stream().map(row -> line(row, columns, page)).toList();
  }

  /// The rule in two or three words, else its code.
  String ruleName(String rule, Page page) {
    String key = "intake.rule." + rule + ".name";
    return page.has(key) ? page.t(key) : rule;
  }

  private HeldLine line(Held row, List<String> columns, Page page) {
    Set<String> wrong = row.findings().stream().map(Finding::column).collect(Collectors.toSet());
    var cells = new ArrayList<CellView>();
    for (int i = 0; i < row.cells().size(); i++) {
      String column = i < columns.size() ? columns.get(i) : "#" + (i + 1);
      if (!row.cells().get(i).isBlank() || wrong.contains(column)) {
        cells.add(new CellView(column, row.cells().get(i), wrong.contains(column)));
      }
    }
    return new HeldLine(
        page.number(row.row()),
        row.findings().stream().map(finding -> reason(finding, page)).toList(),
        cells);
  }

  private ReasonLine reason(Finding finding, Page page) {
    return new ReasonLine(
        finding.column(),
        words.of(
            "intake.rule." + finding.rule(),
            page.locale(),
            finding.column(),
            finding.found(),
            finding.expected()));
  }
}
