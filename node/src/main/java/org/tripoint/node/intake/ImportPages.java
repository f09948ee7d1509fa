package org.tripoint.node.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.AnswerImport.Answered;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.ImportMapping.NumberStyle;
import org.tripoint.node.intake.ImportViews.Line;
import org.tripoint.node.intake.TakeDelivery.Note;
import org.tripoint.node.intake.TakeDelivery.Taken;
import org.tripoint.node.web.Page;

/// Imports in the browser: hand in, follow, look, confirm, answer.
@Controller
class ImportPages {

  private static final int PAGE_SIZE = 30;
  private static final int ROWS_NAMED = 5;

  private final ImportJobs jobs;
  private final TakeDelivery take;
  private final AnswerImport answer;
  private final CorrectPublication correct;
  private final ShowImport show;

  ImportPages(
      ImportJobs jobs,
      TakeDelivery take,
      AnswerImport answer,
      CorrectPublication correct,
      ShowImport show) {
    this.jobs = jobs;
    this.take = take;
    this.answer = answer;
    this.correct = correct;
    this.show = show;
  }

  @GetMapping("/imports")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String list(Page page, Model model, @RequestParam(required = false) @Nullable Long before) {
    return list(page, model, before, "");
  }

  private String list(Page page, Model model, @Nullable Long before, String problem) {
    addLines(page, model, before);
    model.addAttribute("problem", problem);
    model.addAttribute(
        "mayAct", page.mayUse(Role.Names.STEWARD) || page.mayUse(Role.Names.ADMINISTRATOR));
    return "intake/list";
  }

  /// The table alone, asked for again and again while something moves.
  @GetMapping("/imports/table")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String table(Page page, Model model, @RequestParam(required = false) @Nullable Long before) {
    addLines(page, model, before);
    return "intake/table";
  }

  private void addLines(Page page, Model model, @Nullable Long before) {
    List<ImportJob> listed = jobs.list(before == null ? Long.MAX_VALUE : before, PAGE_SIZE);
    List<Line> lines = listed.stream().map(job -> show.line(job, page)).toList();
    model.addAttribute("lines", lines);
    model.addAttribute("moving", lines.stream().anyMatch(Line::moving));
    model.addAttribute("before", before == null ? "" : before.toString());
    model.addAttribute(
        "older", listed.size() == PAGE_SIZE ? "/imports?before=" + listed.getLast().id() : "");
    model.addAttribute("newer", before == null ? "" : "/imports");
  }

  @PostMapping("/imports")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String receive(
      Page page,
      Model model,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String published,
      @RequestParam(defaultValue = "") String sheet,
      @RequestParam(defaultValue = "false") boolean synthetic)
      throws IOException {
    String name = file.getOriginalFilename();
    if (file.isEmpty()) {
      boolean isNamed = name != null && !name.isBlank();
      return list(
          page,
          model,
          null,
          isNamed ? page.t("intake.drop.empty", name) : page.t("intake.drop.none"));
    }
    var note =
        new Note(
            name == null ? "" : name,
            page.account(),
            AskedTo.PREVIEW,
            true,
            synthetic,
            sheet.strip(),
            ImportsApi.instant(published.strip()).orElse(null),
            null,
            null,
            null);
    try (InputStream in = file.getInputStream()) {
      return switch (take.take(in, note)) {
        case Taken.Started started -> "redirect:/imports/" + started.id();
        case Taken.TooLarge tooLarge ->
            list(page, model, null, page.t("intake.drop.too-large", tooLarge.limit()));
      };
    }
  }

  @GetMapping("/imports/{id:\\d+}")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String one(Page page, Model model, @PathVariable long id) {
    return one(page, model, find(id), "");
  }

  private String one(Page page, Model model, ImportJob job, String notice) {
    model.addAttribute("one", show.detail(job, page));
    model.addAttribute("notice", notice);
    return "intake/one";
  }

  /// The progress alone; when it is over the browser is told to load the page again.
  @GetMapping("/imports/{id:\\d+}/progress")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String progress(Page page, Model model, @PathVariable long id, HttpServletResponse response) {
    ImportJob job = find(id);
    var one = show.detail(job, page);
    if (!one.progress().running()) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("one", one);
    return "intake/progress";
  }

  @PostMapping("/imports/{id:\\d+}/confirm")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String confirm(Page page, Model model, @PathVariable long id) {
    find(id);
    return answered(page, model, id, answer.confirm(id, page.account()));
  }

  @PostMapping("/imports/{id:\\d+}/again")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String lookAgain(Page page, Model model, @PathVariable long id) {
    find(id);
    return answered(page, model, id, answer.lookAgain(id));
  }

  @PostMapping("/imports/{id:\\d+}/retry")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String retry(Page page, Model model, @PathVariable long id) {
    find(id);
    return answered(page, model, id, answer.tryAgain(id));
  }

  @PostMapping("/imports/{id:\\d+}/published")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String published(Page page, Model model, @PathVariable long id, @RequestParam String published) {
    return withInstant(
        page,
        model,
        find(id),
        published,
        instant -> answered(page, model, id, answer.published(id, instant)));
  }

  @PostMapping("/imports/{id:\\d+}/numbers")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String numbers(Page page, Model model, @PathVariable long id, @RequestParam NumberStyle written) {
    find(id);
    return answered(page, model, id, answer.numbers(id, written));
  }

  @PostMapping("/imports/{id:\\d+}/correct")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String correct(Page page, Model model, @PathVariable long id, @RequestParam String published) {
    ImportJob job = find(id);
    return withInstant(
        page,
        model,
        job,
        published,
        instant -> {
          Answered answered = correct.correct(job, instant, page.account());
          return switch (answered) {
            case TAKEN -> one(page, model, find(id), page.t("intake.corrected"));
            case BEFORE_ITS_EVENTS -> one(page, model, job, later(job, instant, page));
            case NOT_ASKED, STALE, IN_THE_FUTURE, FILE_REMOVED ->
                answered(page, model, id, answered);
          };
        });
  }

  private String later(ImportJob job, Instant instant, Page page) {
    String rows =
        correct.listLater(job, instant, ROWS_NAMED).stream()
            .map(row -> page.t("intake.later-row", row.row(), row.column(), row.day()))
            .collect(Collectors.joining("; "));
    return page.t(
        "intake.problem.before-its-events",
        page.day(instant.atZone(ZoneOffset.UTC).toLocalDate()),
        rows);
  }

  /// Goes on with the instant that somebody states, or says how one is written.
  private String withInstant(
      Page page, Model model, ImportJob job, String stated, Function<Instant, String> then) {
    return ImportsApi.instant(stated.strip())
        .map(then)
        .orElseGet(() ->
            one(page, model, job, page.t("intake.problem.parameter", "", stated, "yyyy-mm-dd")));
  }

  private String answered(Page page, Model model, long id, Answered answered) {
    return switch (answered) {
      case TAKEN -> "redirect:/imports/" + id;
      case STALE -> one(page, model, find(id), "");
      case NOT_ASKED -> one(page, model, find(id), page.t("intake.problem.not-asked"));
      case IN_THE_FUTURE -> one(page, model, find(id), page.t("intake.problem.in-the-future"));
      case FILE_REMOVED -> one(page, model, find(id), page.t("intake.problem.file-removed"));
      case BEFORE_ITS_EVENTS ->
          throw new IllegalStateException("expected only a correction to lie before its events");
    };
  }

  private ImportJob find(long id) {
    return jobs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
