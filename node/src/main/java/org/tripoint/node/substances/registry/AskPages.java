package org.tripoint.node.substances.registry;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.Parent;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.Days;
import org.tripoint.node.web.Page;

/// Where anybody asks whose rules take a structure in on a day, whether or not the registry holds
/// it. Nothing of it is kept.
@Controller
class AskPages {

  private static final int LONGEST = 2_000;

  private final Chemistry chemistry;
  private final ReadRegistry registry;
  private final ControlStatus control;
  private final SubstanceRows rows;
  private final Clock clock;
  private final ZoneId zone;

  AskPages(
      Chemistry chemistry,
      ReadRegistry registry,
      ControlStatus control,
      SubstanceRows rows,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.chemistry = chemistry;
    this.registry = registry;
    this.control = control;
    this.rows = rows;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/substances/ask")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String ask(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String smiles,
      @RequestParam(defaultValue = "") String on) {
    LocalDate day = Days.asked(on, LocalDate.ofInstant(clock.instant(), zone));
    String typed = smiles.strip();
    model.addAttribute(
        "view",
        typed.isEmpty() || typed.length() > LONGEST
            ? AskView.unanswered("", "", day.toString(), page.day(day))
            : answer(typed, day, new SubstanceWords(page)));
    return "substances/ask";
  }

  private AskView answer(String typed, LocalDate day, SubstanceWords words) {
    String inWords = words.page().day(day);
    return switch (chemistry.readSmiles(typed)) {
      case Reading.Refused(var why, var _) ->
          AskView.unanswered(
              typed, words.page().t("substances.refusal." + why.name()), day.toString(), inWords);
      case Reading.Read(Structure structure) ->
          new AskView(
              typed,
              "",
              Optional.of(
                  chemistry.draw(
                      structure, words.page().t("substances.drawing", typed), List.of())),
              structure.smiles(),
              structure.inchiKey(),
              structure.formula(),
              rows.rows(known(structure), words),
              control.list(structure, day, words),
              day.toString(),
              inWords);
    };
  }

  /// Substances of the registry with the atoms of its parent, joined in the same way.
  private List<Substance> known(Structure structure) {
    return switch (chemistry.parentOf(structure)) {
      case Parent.Of of -> registry.registry().listBySkeleton(of.structure().skeleton());
      case Parent.Mixture ignored -> List.of();
    };
  }
}
