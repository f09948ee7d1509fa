package org.tripoint.node.substances.registry;

import jakarta.annotation.security.RolesAllowed;
import java.text.Collator;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// The registry, and one substance of it with who controls it.
@Controller
class SubstancePages {

  private static final int ROWS = 50;
  private static final int LONGEST = 2_000;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

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
    Registry known = registry.registry();
    String typed = q.strip();
    typed = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    List<Substance> some =
        (typed.isEmpty() ? sorted(known.substances(), words) : known.listNamedLike(typed))
            .stream()
                .filter(one -> family.isEmpty() || one.family().equals(family))
                .filter(one ->
                    role.isEmpty() || one.roles().stream().anyMatch(own -> own.name().equals(role)))
                .toList();
    int from =
        IntStream.range(0, some.size())
            .filter(i -> some.get(i).id().equals(after))
            .map(i -> i + 1)
            .findFirst()
            .orElse(0);
    int to = Math.min(some.size(), from + ROWS);
    model.addAttribute("q", typed);
    model.addAttribute("family", family);
    model.addAttribute("role", role);
    model.addAttribute("families", families(known, words));
    model.addAttribute("roles", roles(words));
    model.addAttribute("meaning", typed.isEmpty() ? null : findMeaning.find(typed, words));
    model.addAttribute("rows", rows.rows(some.subList(from, to), words));
    model.addAttribute("total", page.t("substances.registry.total", some.size()));
    model.addAttribute("unsound", rows.countUnsound());
    model.addAttribute("first", from == 0 ? "" : page.with("after", ""));
    model.addAttribute("next", to == some.size() ? "" : page.with("after", some.get(to - 1).id()));
    return "substances/list";
  }

  private static List<Substance> sorted(List<Substance> all, SubstanceWords words) {
    Collator collator = Collator.getInstance(words.page().locale());
    return all.stream().sorted(Comparator.comparing(words::name, collator::compare)).toList();
  }

  private static List<Option> families(Registry known, SubstanceWords words) {
    Collator collator = Collator.getInstance(words.page().locale());
    Stream<Option> all =
        known.substances().stream()
            .map(Substance::family)
            .distinct()
            .map(family -> new Option(family, words.family(family)))
            .sorted(Comparator.comparing(Option::label, collator::compare));
    return Stream.concat(Stream.of(any(words)), all).toList();
  }

  private static List<Option> roles(SubstanceWords words) {
    Stream<Option> all =
        Arrays.stream(Substance.Role.values())
            .map(role -> new Option(role.name(), words.roles(List.of(role))));
    return Stream.concat(Stream.of(any(words)), all).toList();
  }

  private static Option any(SubstanceWords words) {
    return new Option("", words.page().t("substances.registry.any"));
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
    LocalDate day = day(on, today);
    model.addAttribute("view", describe.describe(one, day, today, new SubstanceWords(page)));
    return "substances/one";
  }

  /// The day that was asked for; today when none was, or none that can be meant.
  static LocalDate day(String on, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(on);
      return day.isBefore(FIRST) || day.isAfter(LAST) ? today : day;
    } catch (DateTimeException e) {
      return today;
    }
  }
}
