package org.tripoint.node.substances.registry;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.engines.chemistry.registry.ReadSystematicName;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.registry.AddedSubstances.Kept;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Where a steward adds a substance, corrects it or takes it back.
@Controller
class AddSubstancePages {

  private final AddSubstance add;
  private final AddedSubstances added;
  private final ReadRegistry registry;
  private final SubstanceRows rows;
  private final Chemistry chemistry;
  private final ControlStatus control;
  private final Clock clock;
  private final ZoneId zone;

  AddSubstancePages(
      AddSubstance add,
      AddedSubstances added,
      ReadRegistry registry,
      SubstanceRows rows,
      Chemistry chemistry,
      ControlStatus control,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.add = add;
    this.added = added;
    this.registry = registry;
    this.rows = rows;
    this.chemistry = chemistry;
    this.control = control;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/substances/add")
  @RolesAllowed(Role.Names.STEWARD)
  String form(Page page, Model model, @RequestParam(defaultValue = "") String text) {
    return form(page, model, SubstanceForm.of(text), "");
  }

  private String form(Page page, Model model, SubstanceForm form, String problem) {
    SubstanceWords words = new SubstanceWords(page);
    DraftView draft =
        form.text().isEmpty() ? DraftView.none() : draft(add.read(form.text()), words);
    model.addAttribute("form", form);
    model.addAttribute("draft", draft);
    model.addAttribute("problem", problem);
    choices(model, words);
    return "substances/add";
  }

  private void choices(Model model, SubstanceWords words) {
    model.addAttribute(
        "families",
        chemistry.shipped().substances().stream()
            .map(Substance::family)
            .distinct()
            .map(family -> new Option(family, words.family(family)))
            .toList());
    model.addAttribute(
        "roles",
        Arrays.stream(Substance.Role.values())
            .map(role -> new Option(role.name(), words.roles(List.of(role))))
            .toList());
  }

  private DraftView draft(DraftSubstance read, SubstanceWords words) {
    return switch (read) {
      case DraftSubstance.Unread unread ->
          DraftView.refused(words.page().t("substances.refusal." + unread.why().name()));
      case DraftSubstance.Mixed ignored ->
          DraftView.refused(words.page().t("substances.add.mixture"));
      case DraftSubstance.Salt(String base) ->
          DraftView.refused(words.page().t("substances.add.salt", base), base);
      case DraftSubstance.Ready ready -> ready(ready, words);
    };
  }

  private DraftView ready(DraftSubstance.Ready ready, SubstanceWords words) {
    Structure structure = ready.structure();
    List<Substance> skeleton = registry.registry().listBySkeleton(structure.skeleton());
    List<Substance> same = new ArrayList<>(skeleton);
    same.removeIf(one -> !one.inchiKey().equals(structure.inchiKey()));
    List<Substance> stereo = new ArrayList<>(skeleton);
    stereo.removeAll(same);
    return new DraftView(
        "",
        "",
        words.page().t("substances.add.as." + ready.as().name().toLowerCase(java.util.Locale.ROOT)),
        Optional.of(
            chemistry.draw(
                structure, words.page().t("substances.drawing", ready.text()), List.of())),
        structure.smiles(),
        structure.inchiKey(),
        structure.formula(),
        ready.doubts().stream()
            .map(doubt ->
                new DraftView.Doubt(
                    words.page().t("substances.doubt." + doubt.sort().name()), doubt.detail()))
            .toList(),
        rows.rows(same, words),
        rows.rows(stereo, words),
        control.list(structure, LocalDate.ofInstant(clock.instant(), zone), words),
        ownId(structure));
  }

  /// Record by which this node has added the structure already; "" when it has not.
  private String ownId(Structure structure) {
    return added.list().stream()
        .filter(kept -> kept.origin() == null)
        .filter(kept -> kept.content().inchiKey().equals(structure.inchiKey()))
        .map(kept -> kept.record().toString())
        .findFirst()
        .orElse("");
  }

  @PostMapping("/substances")
  @RolesAllowed(Role.Names.STEWARD)
  String add(Page page, Model model, @ModelAttribute SubstanceForm form, RedirectAttributes next) {
    if (!(add.read(form.text()) instanceof DraftSubstance.Ready ready)
        || !ownId(ready.structure()).isEmpty()) {
      return form(page, model, form, "substances.add.problem.structure");
    }
    List<ReadSystematicName.Doubt> doubts = ready.doubts();
    if (!IntStream.range(0, doubts.size()).allMatch(form.confirmed()::contains)) {
      return form(page, model, form, "substances.add.problem.doubts");
    }
    Optional<String> problem = form.problem();
    if (problem.isPresent()) {
      return form(page, model, form, problem.get());
    }
    AddedSubstance content =
        form.content(
            ready.structure(), doubts.stream().map(ReadSystematicName.Doubt::detail).toList());
    var record = add.add(content, form.marking(), page.account());
    next.addFlashAttribute("notice", "substances.add.saved");
    return "redirect:/substances/" + record;
  }

  @GetMapping("/substances/{id}/correct")
  @RolesAllowed(Role.Names.STEWARD)
  String correction(Page page, Model model, @PathVariable String id) {
    Kept kept = own(id);
    return correction(page, model, kept, SubstanceForm.of(kept.content()), "");
  }

  private String correction(Page page, Model model, Kept kept, SubstanceForm form, String problem) {
    SubstanceWords words = new SubstanceWords(page);
    Substance one = kept.content().inRegistry(kept.record().toString());
    model.addAttribute("id", one.id());
    model.addAttribute("name", words.name(one));
    model.addAttribute(
        "drawing",
        chemistry.draw(
            chemistry.structureOf(one), page.t("substances.drawing", words.name(one)), List.of()));
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    choices(model, words);
    return "substances/correct";
  }

  @PostMapping("/substances/{id}/correct")
  @RolesAllowed(Role.Names.STEWARD)
  String correct(
      Page page,
      Model model,
      @PathVariable String id,
      @ModelAttribute SubstanceForm form,
      RedirectAttributes next) {
    Kept kept = own(id);
    Optional<String> problem = form.problem();
    if (problem.isPresent()) {
      return correction(page, model, kept, form, problem.get());
    }
    add.correct(kept, form.correction(kept.content()), page.account());
    next.addFlashAttribute("notice", "substances.correct.saved");
    return "redirect:/substances/" + id;
  }

  @PostMapping("/substances/{id}/withdraw")
  @RolesAllowed(Role.Names.STEWARD)
  String withdraw(
      Page page, @PathVariable String id, @RequestParam String reason, RedirectAttributes next) {
    Kept kept = own(id);
    if (reason.strip().length() < 3 || reason.length() > 500) {
      next.addFlashAttribute("problem", "substances.add.problem.source");
      return "redirect:/substances/" + id + "/correct";
    }
    add.withdraw(kept, reason, page.account());
    next.addFlashAttribute("notice", "substances.withdraw.saved");
    return "redirect:/substances";
  }

  /// What this node added under the id, whose structure fits.
  private Kept own(String id) {
    return added
        .find(id)
        .filter(kept -> kept.origin() == null && kept.sound())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
