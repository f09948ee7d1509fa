package org.tripoint.node.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.ImportViews.CellView;
import org.tripoint.node.intake.ImportViews.HeldLine;
import org.tripoint.node.intake.ImportViews.QuarantineView;
import org.tripoint.node.intake.ImportViews.ReasonLine;
import org.tripoint.node.intake.Quarantine.Held;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.Tab;

/// Rows of an import that break a rule, and the file to mend them in.
@Controller
class QuarantinePages {

  private static final int PAGE_SIZE = 50;

  private final ImportJobs jobs;
  private final Quarantine quarantine;
  private final QuarantineFile file;
  private final ShowImport show;
  private final ImportWords words;

  QuarantinePages(
      ImportJobs jobs,
      Quarantine quarantine,
      QuarantineFile file,
      ShowImport show,
      ImportWords words) {
    this.jobs = jobs;
    this.quarantine = quarantine;
    this.file = file;
    this.show = show;
    this.words = words;
  }

  @GetMapping("/imports/{id:\\d+}/quarantine")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String list(
      Page page,
      Model model,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(defaultValue = "0") long after) {
    ImportJob job = find(id);
    String base = "/imports/" + id + "/quarantine";
    String query = rule.isEmpty() ? "" : "rule=" + URLEncoder.encode(rule, StandardCharsets.UTF_8);
    List<Held> rows = quarantine.list(id, rule.isEmpty() ? null : rule, after, PAGE_SIZE);
    Reading reading = job.reading();
    List<String> columns = reading == null ? List.of() : reading.columns();
    model.addAttribute(
        "view",
        new QuarantineView(
            id,
            job.delivery().fileName(),
            page.t("intake.quarantine.open", quarantine.countOpen(id)),
            rows.stream().map(row -> held(row, columns, page)).toList(),
            rule,
            rows.size() == PAGE_SIZE
                ? base
                    + "?"
                    + (query.isEmpty() ? "" : query + "&")
                    + "after="
                    + rows.getLast().row()
                : "",
            after == 0,
            base + ".csv" + (query.isEmpty() ? "" : "?" + query),
            page.mayUse(Role.Names.STEWARD) || page.mayUse(Role.Names.ADMINISTRATOR)));
    model.addAttribute("tabs", tabs(id, rule, base, page));
    return "intake/quarantine";
  }

  private List<Tab> tabs(long id, String rule, String base, Page page) {
    var tabs = new ArrayList<Tab>();
    tabs.add(new Tab(page.t("intake.quarantine.all"), base, rule.isEmpty()));
    show.rules(id)
        .forEach((name, rows) ->
            tabs.add(
                new Tab(
                    ruleName(name, page) + " (" + page.number(rows) + ")",
                    base + "?rule=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                    name.equals(rule))));
    return tabs;
  }

  private static String ruleName(String rule, Page page) {
    String key = "intake.rule." + rule + ".name";
    return page.has(key) ? page.t(key) : rule;
  }

  private HeldLine held(Held row, List<String> columns, Page page) {
    Set<String> wrong =
        row.findings().stream().map(Format.Finding::column).collect(Collectors.toSet());
    var cells = new ArrayList<CellView>();
    for (int i = 0; i < row.cells().size(); i++) {
      String column = i < columns.size() ? columns.get(i) : "#" + (i + 1);
      if (!row.cells().get(i).isBlank() || wrong.contains(column)) {
        cells.add(new CellView(column, row.cells().get(i), wrong.contains(column)));
      }
    }
    return new HeldLine(
        page.number(row.row()),
        row.findings().stream()
            .map(finding ->
                new ReasonLine(
                    finding.column(),
                    words.of(
                        "intake.rule." + finding.rule(),
                        page.locale(),
                        finding.column(),
                        finding.found(),
                        finding.expected())))
            .toList(),
        cells);
  }

  @GetMapping("/imports/{id:\\d+}/quarantine.csv")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  void download(
      Page page,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String rule,
      HttpServletResponse response)
      throws IOException {
    ImportJob job = find(id);
    if (job.reading() == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    file.answer(job, rule, page.locale(), response);
  }

  private ImportJob find(long id) {
    return jobs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
