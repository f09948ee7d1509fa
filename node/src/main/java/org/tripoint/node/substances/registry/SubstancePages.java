package org.tripoint.node.substances.registry;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.RegistryWords;
import org.tripoint.node.web.Days;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.SliceByKey;

/// The registry, and one substance of it with who controls it.
@Controller
class SubstancePages {

  private static final int ROWS = 50;
  private static final int LONGEST = 2_000;
  private final ReadRegistry registry;
  private final FindMeaning findMeaning;
  private final SubstanceRows rows;
  private final DescribeSubstance describe;
  private final Clock clock;
  private final ZoneId zone;

  SubstancePages(
      ReadRegistry registry,
      FindMeaning findMeaning,
      SubstanceRows rows,
      DescribeSubstance describe,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.registry = registry;
    this.findMeaning = findMeaning;
    this.rows = rows;
    this.describe = describe;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/substances")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(name = "class", defaultValue = "") String family,
      @RequestParam(defaultValue = "") String role,
      @RequestParam(defaultValue = "") String after) {
    SubstanceWords words = new SubstanceWords(page);
    RegistryWords shared = new RegistryWords(page);
    Registry known = registry.registry();
    String typed = q.strip();
    typed = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    List<Substance> some =
        (typed.isEmpty() ? shared.sorted(known.substances()) : known.listNamedLike(typed))
            .stream()
                .filter(one -> family.isEmpty() || one.family().equals(family))
                .filter(one ->
                    role.isEmpty() || one.roles().stream().anyMatch(own -> own.name().equals(role)))
                .toList();
    SliceByKey<Substance> shown = SliceByKey.of(some, Substance::id, after, ROWS);
    model.addAttribute("q", typed);
    model.addAttribute("family", family);
    model.addAttribute("role", role);
    model.addAttribute("families", shared.families(known.substances()));
    model.addAttribute("roles", roles(words));
    model.addAttribute("meaning", typed.isEmpty() ? null : findMeaning.find(typed, words));
    model.addAttribute("rows", rows.rows(shown.rows(), words));
    model.addAttribute("total", page.t("substances.registry.total", some.size()));
    model.addAttribute("unsound", rows.countUnsound());
    model.addAttribute("first", shown.first() ? "" : page.with("after", ""));
    model.addAttribute("next", shown.next().isEmpty() ? "" : page.with("after", shown.next()));
    return "substances/list";
  }

  private static List<Option> roles(SubstanceWords words) {
    Stream<Option> all =
        Arrays.stream(Substance.Role.values())
            .map(role -> new Option(role.name(), words.roles(List.of(role))));
    return Stream.concat(Stream.of(new RegistryWords(words.page()).any()), all).toList();
  }

  @GetMapping("/substances/{id}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page, Model model, @PathVariable String id, @RequestParam(defaultValue = "") String on) {
    Substance one =
        registry
            .registry()
            .findById(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate day = Days.asked(on, today);
    model.addAttribute("view", describe.describe(one, day, today, new SubstanceWords(page)));
    return "substances/one";
  }
}
