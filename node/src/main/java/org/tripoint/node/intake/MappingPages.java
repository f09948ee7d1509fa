package org.tripoint.node.intake;

import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.MappingForm.Read;
import org.tripoint.node.intake.MappingViews.MappingLine;
import org.tripoint.node.web.Page;

/// Mappings: the list, and the editor for a file that waits for one.
@Controller
class MappingPages {

  private static final int SAMPLE_ROWS = 20;

  private final ImportJobs jobs;
  private final RecogniseFile files;
  private final FindFormat formats;
  private final Mappings mappings;
  private final MappingEditor editor;
  private final SaveFromEditor save;

  MappingPages(
      ImportJobs jobs,
      RecogniseFile files,
      FindFormat formats,
      Mappings mappings,
      MappingEditor editor,
      SaveFromEditor save) {
    this.jobs = jobs;
    this.files = files;
    this.formats = formats;
    this.mappings = mappings;
    this.editor = editor;
    this.save = save;
  }

  @GetMapping("/imports/mappings")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String list(Page page, Model model) {
    model.addAttribute(
        "lines",
        mappings.list().stream()
            .map(saved ->
                new MappingLine(
                    saved.record().toString(),
                    saved.mapping().name(),
                    saved.mapping().source(),
                    saved.mapping().format(),
                    String.join(", ", saved.mapping().columns())))
            .toList());
    return "intake/mappings";
  }

  @GetMapping("/imports/mappings/{record}.json")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  ResponseEntity<byte[]> export(@PathVariable UUID record) {
    Mappings.Saved saved =
        mappings.find(record).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mapping-" + record + ".json\"")
        .body(save.write(saved.mapping()).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/imports/{id:\\d+}/mapping")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String edit(
      Page page, Model model, @PathVariable long id, @RequestParam(defaultValue = "") String format)
      throws IOException {
    ImportJob job = waiting(id);
    List<List<String>> sample = files.sample(job, SAMPLE_ROWS);
    Format target = editor.target(format, columns(job));
    model.addAttribute("editor", editor.suggested(job, target, columns(job), sample, page));
    return "intake/mapping";
  }

  /// Shows the first rows read this way, or saves; with scripts only the rows are asked for.
  @PostMapping("/imports/{id:\\d+}/mapping")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String take(
      Page page, Model model, @PathVariable long id, @RequestParam Map<String, String> fields)
      throws IOException {
    ImportJob job = waiting(id);
    List<List<String>> sample = files.sample(job, SAMPLE_ROWS);
    Format target =
        formats
            .find(fields.getOrDefault("format", ""))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    model.addAttribute("editor", editor.filled(job, target, columns(job), fields, sample, page));
    switch (MappingForm.read(fields, target, columns(job))) {
      case Read.Bad bad -> model.addAttribute("problem", page.t("intake.mapping.wrong", bad.why()));
      case Read.Good good -> {
        if ("save".equals(fields.get("do"))) {
          save.save(good.mapping(), page.account());
          return "redirect:/imports/" + id;
        }
        model.addAttribute("mapped", editor.preview(good.mapping(), target, job, sample, page));
      }
    }
    return "intake/mapping";
  }

  private ImportJob waiting(long id) {
    ImportJob job =
        jobs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (job.question() != ImportJob.Question.MAPPING) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    return job;
  }

  private List<String> columns(ImportJob job) {
    return new ArrayList<>(jobs.listColumns(job.id()));
  }
}
