package org.tripoint.node.desks.laboratory.spectra;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.spectra.ImportLibrary.Begun;
import org.tripoint.node.desks.laboratory.spectra.LibraryTable.Library;
import org.tripoint.node.desks.laboratory.spectra.LibraryViews.RunRow;
import org.tripoint.node.web.Page;

/// Libraries of spectra: which are here, on what terms, and how another comes in.
@Controller
class LibraryPages {

  private static final int LONGEST_REASON = 500;

  private final ImportLibrary importLibrary;
  private final LibraryTable table;
  private final LibraryShelf shelf;

  LibraryPages(ImportLibrary importLibrary, LibraryTable table, LibraryShelf shelf) {
    this.importLibrary = importLibrary;
    this.table = table;
    this.shelf = shelf;
  }

  @GetMapping("/laboratory/libraries")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Page page, Model model) {
    return list(page, model, LibraryForm.empty(), "");
  }

  private String list(Page page, Model model, LibraryForm form, String problem) {
    SpectraWords words = new SpectraWords(page);
    Optional<Shelf> inMemory = shelf.inMemory();
    model.addAttribute(
        "libraries",
        table.list().stream().map(one -> LibraryViews.library(one, inMemory, words)).toList());
    model.addAttribute("runs", runs(words));
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("mayAct", page.mayUse(Role.Names.STEWARD));
    model.addAttribute(
        "memory",
        page.t(
            "spectra.libraries.memory",
            words.megabytes(importLibrary.memoryOfAll()),
            words.megabytes(importLibrary.mostMemory())));
    return "laboratory/spectralibraries";
  }

  private List<RunRow> runs(SpectraWords words) {
    return importLibrary.listRuns().stream().map(run -> LibraryViews.run(run, words)).toList();
  }

  /// What is being read alone; when nothing is any more the browser loads the page again.
  @GetMapping("/laboratory/libraries/progress")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String progress(Page page, Model model, HttpServletResponse response) {
    List<RunRow> runs = runs(new SpectraWords(page));
    if (runs.stream().noneMatch(RunRow::running)) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("runs", runs);
    return "laboratory/spectraruns";
  }

  @PostMapping("/laboratory/libraries")
  @RolesAllowed(Role.Names.STEWARD)
  String add(
      Page page,
      Model model,
      @RequestParam(required = false) MultipartFile file,
      @ModelAttribute LibraryForm form,
      RedirectAttributes next)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return list(page, model, form, page.t("spectra.problem.file"));
    }
    Optional<String> problem = form.problem();
    if (problem.isPresent()) {
      return list(page, model, form, page.t(problem.get()));
    }
    SpectraWords words = new SpectraWords(page);
    try (InputStream in = file.getInputStream()) {
      return switch (importLibrary.begin(in, FileNames.plain(file), form, page.account())) {
        case Begun.Reading ignored -> {
          next.addFlashAttribute("notice", "spectra.library.begun");
          yield "redirect:/laboratory/libraries";
        }
        case Begun.Known known ->
            list(
                page,
                model,
                form,
                page.t("spectra.problem.known", known.library().content().name()));
        case Begun.TooLarge tooLarge ->
            list(
                page,
                model,
                form,
                page.t("spectra.problem.too-large", words.megabytes(tooLarge.limit())));
        case Begun.Empty ignored -> list(page, model, form, page.t("spectra.problem.file"));
      };
    }
  }

  @PostMapping("/laboratory/libraries/{id}/withdraw")
  @RolesAllowed(Role.Names.STEWARD)
  String withdraw(
      Page page,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    Library library =
        table.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (reason.strip().length() < 3 || reason.length() > LONGEST_REASON) {
      next.addFlashAttribute("refused", "spectra.problem.reason");
    } else {
      importLibrary.withdraw(library, reason, page.account());
      next.addFlashAttribute("notice", "spectra.library.withdrawn");
    }
    return "redirect:/laboratory/libraries";
  }
}
