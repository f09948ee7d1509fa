package org.tripoint.node.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.ImportViews.QuarantineView;
import org.tripoint.node.intake.ImportViews.ReasonGroup;
import org.tripoint.node.intake.Quarantine.Held;
import org.tripoint.node.intake.Quarantine.Only;
import org.tripoint.node.intake.Quarantine.ReasonCount;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.Tab;

/// Rows of an import that break a rule, by reason or one under the other, and the file to mend them
/// in.
@Controller
class QuarantinePages {

  private static final int PAGE_SIZE = 50;
  private static final int GROUPS = 50;
  private static final int ROWS_OF_A_GROUP = 5;

  private final ImportJobs jobs;
  private final Quarantine quarantine;
  private final QuarantineFile file;
  private final ShowHeldRows show;

  QuarantinePages(ImportJobs jobs, Quarantine quarantine, QuarantineFile file, ShowHeldRows show) {
    this.jobs = jobs;
    this.quarantine = quarantine;
    this.file = file;
    this.show = show;
  }

  /// @param list `rows` for rows of all reasons
  @GetMapping("/imports/{id:\\d+}/quarantine")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String list(
      Page page,
      Model model,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable String column,
      @RequestParam(defaultValue = "") String list,
      @RequestParam(defaultValue = "0") long after) {
    ImportJob job = find(id);
    boolean byReason = rule == null && !list.equals("rows");
    var only = new Only(rule, column);
    model.addAttribute("view", byReason ? reasons(job, page) : rows(job, only, after, page));
    model.addAttribute("tabs", tabs(id, only, byReason, page));
    return "intake/quarantine";
  }

  private QuarantineView reasons(ImportJob job, Page page) {
    List<ReasonCount> reasons = quarantine.countByReason(job.id(), GROUPS);
    var groups = new ArrayList<ReasonGroup>();
    for (ReasonCount reason : reasons) {
      groups.add(group(job, reason, reasons.size() == 1, page));
    }
    return view(job, groups, List.of(), Only.ALL, "", "", page);
  }

  private ReasonGroup group(ImportJob job, ReasonCount count, boolean isOnly, Page page) {
    Only only = Only.reason(count.reason());
    List<Held> rows = quarantine.list(job.id(), only, 0, ROWS_OF_A_GROUP);
    return new ReasonGroup(
        show.ruleName(count.reason().rule(), page),
        count.reason().column(),
        page.t("intake.quarantine.rows", count.rows()),
        show.lines(rows, job, page),
        count.rows() > rows.size() ? address(job.id(), only, "") : "",
        page.t("intake.quarantine.all-of-reason", page.number(count.rows())),
        isOnly);
  }

  private QuarantineView rows(ImportJob job, Only only, long after, Page page) {
    List<Held> rows = quarantine.list(job.id(), only, after, PAGE_SIZE);
    String first = address(job.id(), only, "");
    return view(
        job,
        List.of(),
        rows,
        only,
        after == 0 ? "" : first,
        rows.size() == PAGE_SIZE ? first + "&after=" + rows.getLast().row() : "",
        page);
  }

  private QuarantineView view(
      ImportJob job,
      List<ReasonGroup> groups,
      List<Held> rows,
      Only only,
      String first,
      String next,
      Page page) {
    long open = quarantine.countOpen(job.id());
    return new QuarantineView(
        job.id(),
        job.delivery().fileName(),
        page.t("intake.quarantine.open", open),
        open == 0,
        groups,
        show.lines(rows, job, page),
        first,
        next,
        address(job.id(), only, ".csv"),
        page.mayUse(Role.Names.STEWARD) || page.mayUse(Role.Names.ADMINISTRATOR));
  }

  private List<Tab> tabs(long id, Only only, boolean byReason, Page page) {
    var tabs = new ArrayList<Tab>();
    tabs.add(
        new Tab(page.t("intake.quarantine.by-reason"), "/imports/" + id + "/quarantine", byReason));
    tabs.add(
        new Tab(
            page.t("intake.quarantine.all"),
            address(id, Only.ALL, ""),
            !byReason && only.rule() == null));
    String rule = only.rule();
    if (rule != null) {
      String column = only.column();
      String name = show.ruleName(rule, page);
      tabs.add(
          new Tab(
              column == null || column.isEmpty() ? name : column + ": " + name,
              address(id, only, ""),
              true));
    }
    return tabs;
  }

  private static String address(long id, Only only, String ending) {
    String rule = only.rule();
    String column = only.column();
    return "/imports/"
        + id
        + "/quarantine"
        + ending
        + (rule == null ? "?list=rows" : "?rule=" + encoded(rule))
        + (column == null ? "" : "&column=" + encoded(column));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @GetMapping("/imports/{id:\\d+}/quarantine.csv")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  void download(
      Page page,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(required = false) @Nullable String column,
      HttpServletResponse response)
      throws IOException {
    ImportJob job = find(id);
    if (job.reading() == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    file.answer(job, new Only(rule, column), page.locale(), response);
  }

  private ImportJob find(long id) {
    return jobs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
