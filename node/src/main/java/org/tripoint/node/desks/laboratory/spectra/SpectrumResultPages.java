package org.tripoint.node.desks.laboratory.spectra;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.spectra.MakeResult.Ground;
import org.tripoint.node.desks.laboratory.spectra.MeasuredFiles.Measured;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Where the answer about a spectrum becomes the preliminary result of an item, or what nothing
/// names is kept as unknown.
@Controller
class SpectrumResultPages {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MeasuredFiles files;
  private final LibraryShelf shelf;
  private final IdentifySpectrum identify;
  private final MakeResult make;
  private final KeepUnknown keep;
  private final Clock clock;
  private final ZoneId zone;

  SpectrumResultPages(
      MeasuredFiles files,
      LibraryShelf shelf,
      IdentifySpectrum identify,
      MakeResult make,
      KeepUnknown keep,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.files = files;
    this.shelf = shelf;
    this.identify = identify;
    this.make = make;
    this.keep = keep;
    this.clock = clock;
    this.zone = zone;
  }

  /// What is done with a ground; answers where to go.
  private interface Act {
    String on(Ground ground, LibraryEntry entry);
  }

  @PostMapping("/laboratory/spectrum/{file}/{number}/result")
  @RolesAllowed(Role.Names.ANALYST)
  String make(
      Page page,
      @PathVariable String file,
      @PathVariable int number,
      @ModelAttribute Asked asked,
      @ModelAttribute ResultForm form,
      RedirectAttributes next) {
    return act(
        new Subject(file, number, asked, form),
        next,
        (ground, entry) -> {
          switch (make.make(form, ground, page.account())) {
            case MakeResult.Made.New(var record) -> told("spectra.result.made", record, next);
            case MakeResult.Made.Added(var record) -> told("spectra.result.added", record, next);
            case MakeResult.Made.NeedsReason(var record) -> {
              next.addFlashAttribute("form", form);
              refused("spectra.problem.settled", record, next);
            }
            case MakeResult.Made.Elsewhere(var record) -> {
              next.addFlashAttribute("form", form);
              refused("spectra.problem.elsewhere", record, next);
            }
          }
          return back(file, number, asked);
        });
  }

  @PostMapping("/laboratory/spectrum/{file}/{number}/keep")
  @RolesAllowed(Role.Names.ANALYST)
  String keep(
      Page page,
      @PathVariable String file,
      @PathVariable int number,
      @ModelAttribute Asked asked,
      @ModelAttribute ResultForm form,
      RedirectAttributes next) {
    return act(
        new Subject(file, number, asked, form),
        next,
        (ground, entry) -> {
          if (!KeepUnknown.isUnknown(ground.answer())) {
            next.addFlashAttribute("refused", "spectra.problem.named");
            return back(file, number, asked);
          }
          next.addFlashAttribute("notice", "spectra.unknown.kept");
          return "redirect:/laboratory/spectrum/unknowns/"
              + keep.keep(form, ground, entry.compound().name(), page.account());
        });
  }

  private static void told(String notice, RecordId record, RedirectAttributes next) {
    next.addFlashAttribute("notice", notice);
    next.addFlashAttribute("made", record.toString());
  }

  private static void refused(String problem, RecordId record, RedirectAttributes next) {
    next.addFlashAttribute("refused", problem);
    next.addFlashAttribute("had", record.toString());
  }

  private record Subject(String file, int number, Asked asked, ResultForm form) {}

  private static String back(String file, int number, Asked asked) {
    return "redirect:/laboratory/spectrum/" + file + "/" + number + "?" + asked.query();
  }

  private String act(Subject subject, RedirectAttributes next, Act act) {
    String file = subject.file();
    int number = subject.number();
    Measured measured =
        files.find(file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    LibraryEntry entry =
        files
            .find(measured, number)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Spectrum spectrum = subject.asked().spectrum(entry);
    Optional<String> problem = subject.form().problem(LocalDate.ofInstant(clock.instant(), zone));
    Optional<Shelf> ready = Asked.canBeSearched(spectrum) ? shelf.get(PATIENCE) : Optional.empty();
    if (problem.isPresent() || ready.isEmpty()) {
      next.addFlashAttribute("refused", problem.orElse("spectra.problem.not-searched"));
      next.addFlashAttribute("form", subject.form());
      return back(file, number, subject.asked()) + "#result";
    }
    return act.on(
        new Ground(
            measured, number, spectrum, identify.identify(spectrum, ready.get()), ready.get()),
        entry);
  }
}
