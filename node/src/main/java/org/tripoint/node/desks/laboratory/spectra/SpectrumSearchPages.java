package org.tripoint.node.desks.laboratory.spectra;

import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.engines.spectra.identify.Similar;
import org.tripoint.engines.spectra.identify.SpectralLibrary;
import org.tripoint.engines.spectra.search.SearchMode;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;
import org.tripoint.engines.spectra.spectrum.Spectrum;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.spectra.MeasuredFiles.Measured;
import org.tripoint.node.desks.laboratory.spectra.SearchView.Row;
import org.tripoint.node.desks.laboratory.spectra.SpectrumView.Link;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// The library spectra that are most like a measured one, in the mode that a chemist chooses; the
/// answer of the node stands on the spectrum's own page.
@Controller
class SpectrumSearchPages {

  private static final Duration PATIENCE = Duration.ofMillis(1_500);
  private static final int MOST = 50;

  private final MeasuredFiles files;
  private final LibraryShelf shelf;
  private final IdentifySpectrum identify;

  SpectrumSearchPages(MeasuredFiles files, LibraryShelf shelf, IdentifySpectrum identify) {
    this.files = files;
    this.shelf = shelf;
    this.identify = identify;
  }

  /// @param mode one of [SearchMode]; hybrid for any other word
  @GetMapping("/laboratory/spectrum/{file:[0-9a-f]+}/{number:\\d+}/search")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String search(
      Page page,
      Model model,
      @PathVariable String file,
      @PathVariable int number,
      @ModelAttribute Asked asked,
      @RequestParam(defaultValue = "") String mode) {
    Measured measured =
        files.find(file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    LibraryEntry entry =
        files
            .find(measured, number)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Spectrum spectrum = asked.spectrum(entry);
    SearchMode how =
        Stream.of(SearchMode.values())
            .filter(one -> one.name().equals(mode))
            .findFirst()
            .orElse(SearchMode.HYBRID);
    boolean hasModes = Asked.canBeSearched(spectrum) && SpectralLibrary.hasModes(spectrum);
    Optional<Shelf> ready = hasModes ? shelf.get(PATIENCE) : Optional.empty();
    String base = "/laboratory/spectrum/" + file + "/" + number;
    model.addAttribute(
        "view",
        new SearchView(
            entry.compound().name(),
            measured.fileName(),
            asked.query().isEmpty() ? base : base + "?" + asked.query(),
            base + "/search",
            asked,
            Stream.of(SearchMode.values())
                .map(one -> new Option(one.name(), page.t("spectra.search.mode." + one.name())))
                .toList(),
            how.name(),
            page.t("spectra.search.mode." + how.name() + ".means"),
            ready.map(found -> page.number(found.size())).orElse(""),
            ready.map(found -> rows(spectrum, how, found, page)).orElse(List.of())));
    model.addAttribute("hasModes", hasModes);
    model.addAttribute("progress", shelf.progress());
    return "laboratory/spectrumsearch";
  }

  private List<Row> rows(Spectrum spectrum, SearchMode mode, Shelf ready, Page page) {
    return ready.index().search(spectrum, mode, MOST).stream()
        .map(one -> row(one, ready.spectra().get(one.entry()), page))
        .toList();
  }

  private static String signed(double mz, Page page) {
    String sign = mz > 0 ? "+" : mz < 0 ? "−" : "";
    return sign + page.number(BigDecimal.valueOf(Math.abs(mz)), 4);
  }

  private Row row(Similar one, ShelvedSpectrum spectrum, Page page) {
    String formula = one.reference().formula();
    String accession = spectrum.provenance().accession();
    return new Row(
        one.reference().name(),
        formula == null ? "" : formula,
        page.number(BigDecimal.valueOf(one.score()), 3),
        page.number(one.samePeaks()),
        signed(one.heavier(), page),
        identify.substancesOf(spectrum).stream()
            .map(known ->
                new Link("/substances/" + known.id(), known.nameIn(page.language().code())))
            .toList(),
        spectrum.library().content().name(),
        accession == null ? "" : accession,
        spectrum.licence(),
        spectrum.library().content().synthetic());
  }
}
