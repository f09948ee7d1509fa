package org.tripoint.node.desks.laboratory.spectra;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.spectra.DescribeSpectrum.Subject;
import org.tripoint.node.desks.laboratory.spectra.MeasuredFiles.Content;
import org.tripoint.node.desks.laboratory.spectra.MeasuredFiles.Handed;
import org.tripoint.node.desks.laboratory.spectra.MeasuredFiles.Measured;
import org.tripoint.node.web.Page;

/// A measured spectrum: handed in as a file, looked at, compared.
@Controller
class SpectrumPages {

  /// As long as a page waits for the libraries before it shows how far they are.
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private final MeasuredFiles files;
  private final LibraryShelf shelf;
  private final LibraryTable libraries;
  private final DescribeSpectrum describe;
  private final TellTogether together;
  private final Clock clock;
  private final ZoneId zone;

  SpectrumPages(
      MeasuredFiles files,
      LibraryShelf shelf,
      LibraryTable libraries,
      DescribeSpectrum describe,
      TellTogether together,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.files = files;
    this.shelf = shelf;
    this.libraries = libraries;
    this.describe = describe;
    this.together = together;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/laboratory/spectrum")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String form(Page page, Model model) {
    return form(page, model, List.of());
  }

  private String form(Page page, Model model, List<String> problems) {
    model.addAttribute("problems", problems);
    model.addAttribute("mayAct", page.mayUse(Role.Names.ANALYST));
    model.addAttribute(
        "searched",
        page.t(
            "spectra.searched",
            libraries.list().stream().mapToLong(one -> one.content().spectra()).sum(),
            libraries.list().size()));
    model.addAttribute("empty", libraries.list().isEmpty());
    return "laboratory/spectrum";
  }

  @PostMapping("/laboratory/spectrum")
  @RolesAllowed(Role.Names.ANALYST)
  String take(Page page, Model model, @RequestParam(required = false) MultipartFile file)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return form(page, model, List.of(page.t("spectra.problem.file")));
    }
    SpectraWords words = new SpectraWords(page);
    try (InputStream in = file.getInputStream()) {
      return switch (files.take(in, file.getSize(), FileNames.plain(file), page.account())) {
        case Handed.Kept kept -> "redirect:/laboratory/spectrum/" + kept.file().sha256();
        case Handed.TooLarge tooLarge ->
            form(
                page,
                model,
                List.of(page.t("spectra.problem.large", words.megabytes(tooLarge.limit()))));
        case Handed.Nothing nothing -> form(page, model, problems(nothing.content(), words));
      };
    }
  }

  private static List<String> problems(Content content, SpectraWords words) {
    List<String> problems = new ArrayList<>();
    problems.add(
        words
            .page()
            .t(content.curves() > 0 ? "spectra.problem.curves" : "spectra.problem.nothing"));
    content.stopped().ifPresent(refusal -> problems.add(words.refusal(refusal)));
    content.skips().forEach(refusal -> problems.add(words.refusal(refusal)));
    return problems;
  }

  @GetMapping("/laboratory/spectrum/{file:[0-9a-f]+}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Page page, Model model, @PathVariable String file) {
    Measured measured = find(file);
    Content content = files.read(measured);
    if (content.entries().size() == 1 && content.skips().isEmpty()) {
      return "redirect:/laboratory/spectrum/" + file + "/1";
    }
    SpectraWords words = new SpectraWords(page);
    List<EntryRow> rows = new ArrayList<>();
    for (LibraryEntry entry : content.entries()) {
      rows.add(row(rows.size() + 1, file, entry, page));
    }
    model.addAttribute("fileName", measured.fileName());
    model.addAttribute("rows", rows);
    model.addAttribute(
        "together",
        shelf
            .get(PATIENCE)
            .map(ready -> together.sentences(content.entries(), ready, words))
            .orElse(List.of()));
    model.addAttribute(
        "notes",
        content.skips().isEmpty() && content.stopped().isEmpty()
            ? List.of()
            : problems(content, words).subList(1, problems(content, words).size()));
    model.addAttribute("more", content.more());
    return "laboratory/spectra";
  }

  private static EntryRow row(int number, String file, LibraryEntry entry, Page page) {
    var how = entry.spectrum().acquisition();
    return new EntryRow(
        "/laboratory/spectrum/" + file + "/" + number,
        entry.compound().name(),
        page.t("spectra.kind." + entry.spectrum().kind().name()),
        how.precursorMz() == null
            ? ""
            : page.number(java.math.BigDecimal.valueOf(how.precursorMz()), 4),
        page.number(entry.spectrum().peaks().size()));
  }

  private Measured find(String file) {
    return files.find(file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/laboratory/spectrum/{file:[0-9a-f]+}/{number:\\d+}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      Model model,
      @PathVariable String file,
      @PathVariable int number,
      @ModelAttribute Asked asked) {
    Subject subject = subject(file, number, asked);
    Optional<Shelf> ready =
        Asked.canBeSearched(subject.spectrum()) ? shelf.get(PATIENCE) : Optional.empty();
    model.addAttribute("view", describe.describe(subject, ready.orElse(null), page));
    model.addAttribute("progress", shelf.progress());
    model.addAttribute("mayAct", page.mayUse(Role.Names.ANALYST));
    if (!model.containsAttribute("form")) {
      model.addAttribute("form", ResultForm.of(page.nodeCountry()));
    }
    model.addAttribute("countries", ResultForm.countries(page));
    model.addAttribute("origins", ResultForm.origins(page));
    return "laboratory/spectrumone";
  }

  private Subject subject(String file, int number, Asked asked) {
    Measured measured = find(file);
    LibraryEntry entry =
        files
            .find(measured, number)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new Subject(
        "/laboratory/spectrum/" + file + "/" + number,
        measured.fileName(),
        number > 1 ? number : files.read(measured).entries().size(),
        entry,
        asked,
        LocalDate.ofInstant(clock.instant(), zone));
  }

  /// How far the libraries are; when they are in memory the browser loads the page again.
  @GetMapping("/laboratory/spectrum/progress")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String progress(Page page, Model model, HttpServletResponse response) {
    if (shelf.get(Duration.ZERO).isPresent()) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("progress", shelf.progress());
    return "laboratory/spectrumwait";
  }

  @GetMapping("/laboratory/spectrum/{file:[0-9a-f]+}/{number:\\d+}/mirror.svg")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> mirror(
      Page page, @PathVariable String file, @PathVariable int number, @ModelAttribute Asked asked) {
    Subject subject = subject(file, number, asked);
    DrawMirror mirror =
        shelf
            .get(PATIENCE)
            .flatMap(ready -> describe.findMirror(subject, ready, page))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String svg = mirror.drawing().standalone(mirror.title(), mirror.terms());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("image/svg+xml"))
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename("spectrum-" + number + ".svg")
                .build()
                .toString())
        .body(svg.getBytes(StandardCharsets.UTF_8));
  }
}
