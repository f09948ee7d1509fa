package org.tripoint.node.desks.laboratory.spectra;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectra.Kept;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.SliceByKey;

/// Spectra that nobody could name: how often each was seen, since when, where, and what it is near.
@Controller
class UnknownPages {

  private static final int PAGE = 50;
  private static final int LONGEST_REASON = 500;
  private static final String LIST = "redirect:/laboratory/spectrum/unknowns";

  private final ListUnknowns unknowns;
  private final KeptSpectra spectra;
  private final KeepUnknown keep;
  private final MeasuredFiles files;

  UnknownPages(ListUnknowns unknowns, KeptSpectra spectra, KeepUnknown keep, MeasuredFiles files) {
    this.unknowns = unknowns;
    this.spectra = spectra;
    this.keep = keep;
    this.files = files;
  }

  @GetMapping("/laboratory/spectrum/unknowns")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String after) {
    var words = new SpectraWords(page);
    List<UnknownGroup> groups = unknowns.list(state, place);
    SliceByKey<UnknownGroup> shown =
        SliceByKey.of(groups, group -> group.first().record().toString(), after, PAGE);
    model.addAttribute(
        "view",
        new UnknownViews.ListView(
            options(
                Stream.of(UnknownGroup.State.values()).map(Enum::name),
                name -> page.t("spectra.unknown.state." + name),
                page),
            state,
            options(
                unknowns.all().stream().flatMap(group -> group.places().stream()).distinct(),
                words::place,
                page),
            place,
            shown.rows().stream().map(group -> UnknownViews.row(group, words)).toList(),
            page.t(
                "spectra.unknown.total",
                groups.stream().mapToInt(group -> group.members().size()).sum(),
                groups.size()),
            shown.first() ? "" : page.with("after", ""),
            shown.next().isEmpty() ? "" : page.with("after", shown.next())));
    return "laboratory/unknowns";
  }

  private static List<Option> options(
      Stream<String> values, Function<String, String> label, Page page) {
    return Stream.concat(
            Stream.of(new Option("", page.t("spectra.unknown.any"))),
            values.map(value -> new Option(value, label.apply(value))))
        .toList();
  }

  @GetMapping("/laboratory/spectrum/unknowns/export")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> export(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "csv") String format) {
    List<UnknownGroup> groups = unknowns.list(state, place);
    return switch (format) {
      case "csv" -> file(ExportUnknowns.csv(groups), "text/csv;charset=UTF-8", "csv");
      case "msp" -> file(ExportUnknowns.msp(groups), "text/plain;charset=UTF-8", "msp");
      default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, String type, String ending) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("unknowns." + ending).build().toString())
        .body(bytes);
  }

  @GetMapping("/laboratory/spectrum/unknowns/{record}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, Model model, @PathVariable String record) {
    UnknownGroup group =
        unknowns.find(record).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute(
        "view",
        UnknownViews.group(
            group,
            DescribeSpectrum.peaks(group.first().content().spectrum().peaks(), page),
            sha256 -> files.find(sha256).isPresent(),
            new SpectraWords(page)));
    model.addAttribute("mayAct", page.mayUse(Role.Names.ANALYST));
    return "laboratory/unknown";
  }

  @PostMapping("/laboratory/spectrum/unknowns/{record}/withdraw")
  @RolesAllowed(Role.Names.ANALYST)
  String withdraw(
      Page page,
      @PathVariable String record,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    Kept kept =
        spectra.list().stream()
            .filter(one -> one.record().toString().equals(record) && one.isOwn())
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (reason.strip().length() < 3 || reason.length() > LONGEST_REASON) {
      next.addFlashAttribute("refused", "spectra.problem.reason");
      return LIST + "/" + record;
    }
    keep.letGo(kept, reason, page.account());
    next.addFlashAttribute("notice", "spectra.unknown.let-go");
    return LIST;
  }
}
