package org.tripoint.node.desks.law;

import jakarta.annotation.security.RolesAllowed;
import java.text.Collator;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.law.ControlMatrix.Row;
import org.tripoint.node.desks.law.MatrixView.CellView;
import org.tripoint.node.desks.law.MatrixView.RowView;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// The matrix of substance, jurisdiction and day.
@Controller
class LawPages {

  private static final int ROWS = 50;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

  private final ControlMatrix matrix;
  private final ReadRegistry registry;
  private final Clock clock;
  private final ZoneId zone;

  LawPages(
      ControlMatrix matrix,
      ReadRegistry registry,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.matrix = matrix;
    this.registry = registry;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/law")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(name = "class", defaultValue = "") String family,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "false") boolean changed,
      @RequestParam(defaultValue = "") String after) {
    LocalDate day = day(on);
    List<Row> all = matrix.on(day);
    Map<String, Map<Jurisdiction, ControlOutcome>> before = new HashMap<>();
    matrix.on(day.minusDays(1)).forEach(row -> before.put(row.substance().id(), row.outcomes()));
    Set<String> turned = new HashSet<>();
    for (Row row : all) {
      if (!row.outcomes().equals(before.get(row.substance().id()))) {
        turned.add(row.substance().id());
      }
    }
    Collator collator = Collator.getInstance(page.locale());
    Set<String> found = found(q);
    List<Row> some =
        all.stream()
            .filter(row -> family.isEmpty() || row.substance().family().equals(family))
            .filter(row -> q.isBlank() || found.contains(row.substance().id()))
            .filter(row -> !changed || turned.contains(row.substance().id()))
            .sorted(Comparator.comparing(row -> name(row.substance(), page), collator::compare))
            .toList();
    int from =
        IntStream.range(0, some.size())
            .filter(i -> some.get(i).substance().id().equals(after))
            .map(i -> i + 1)
            .findFirst()
            .orElse(0);
    int to = Math.min(some.size(), from + ROWS);
    List<LocalDate> turns = matrix.turns();
    Optional<LocalDate> earlier =
        turns.stream().filter(one -> one.isBefore(day)).reduce((_, later) -> later);
    Optional<LocalDate> later = turns.stream().filter(one -> one.isAfter(day)).findFirst();
    model.addAttribute(
        "view",
        new MatrixView(
            day.toString(),
            page.day(day),
            turns.stream().map(LocalDate::toString).toList(),
            earlier.map(one -> page.with("on", one.toString())).orElse(""),
            earlier.map(page::day).orElse(""),
            later.map(one -> page.with("on", one.toString())).orElse(""),
            later.map(page::day).orElse(""),
            families(all, page, collator),
            family,
            q.strip(),
            changed,
            turned.size(),
            Arrays.stream(Jurisdiction.values()).map(one -> jurisdiction(one, page)).toList(),
            some.subList(from, to).stream()
                .map(row -> row(row, changed ? before.get(row.substance().id()) : null, page))
                .toList(),
            page.t("substances.registry.total", some.size()),
            from == 0 ? "" : page.with("after", ""),
            to == some.size() ? "" : page.with("after", some.get(to - 1).substance().id())));
    return "law/matrix";
  }

  private Set<String> found(String q) {
    Set<String> found = new HashSet<>();
    if (!q.isBlank()) {
      registry.registry().listNamedLike(q.strip()).forEach(one -> found.add(one.id()));
    }
    return found;
  }

  private LocalDate day(String on) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    try {
      LocalDate day = LocalDate.parse(on);
      return day.isBefore(FIRST) || day.isAfter(LAST) ? today : day;
    } catch (DateTimeException e) {
      return today;
    }
  }

  private static String name(Substance one, Page page) {
    return one.nameIn(page.locale().getLanguage());
  }

  private static String jurisdiction(Jurisdiction one, Page page) {
    return page.t("substances.jurisdiction." + one.name());
  }

  private static String family(String family, Page page) {
    String key = "substances.class." + family;
    return page.has(key) ? page.t(key) : family;
  }

  private static List<Option> families(List<Row> rows, Page page, Collator collator) {
    Stream<Option> all =
        rows.stream()
            .map(row -> row.substance().family())
            .distinct()
            .map(one -> new Option(one, family(one, page)))
            .sorted(Comparator.comparing(Option::label, collator::compare));
    return Stream.concat(Stream.of(new Option("", page.t("substances.registry.any"))), all)
        .toList();
  }

  private static RowView row(
      Row row, @Nullable Map<Jurisdiction, ControlOutcome> before, Page page) {
    Map<Jurisdiction, ControlOutcome> now = row.outcomes();
    List<CellView> cells = new ArrayList<>();
    row.answers()
        .forEach((jurisdiction, coverage) -> {
          ControlOutcome then = before == null ? null : before.get(jurisdiction);
          String was =
              then == null || then == now.get(jurisdiction)
                  ? ""
                  : page.t("law.was", page.t("substances.outcome." + then.name()));
          cells.add(cell(jurisdiction, coverage, was, page));
        });
    return new RowView(
        row.substance().id(),
        name(row.substance(), page),
        family(row.substance().family(), page),
        cells);
  }

  private static CellView cell(
      Jurisdiction jurisdiction, Coverage coverage, String before, Page page) {
    ControlOutcome outcome = ControlOutcome.of(coverage);
    String word = page.t("substances.outcome." + outcome.name());
    String whose = jurisdiction(jurisdiction, page);
    if (coverage.grounds().isEmpty()) {
      return new CellView(whose, word, outcome.tone(), before, "", "", "", "");
    }
    return switch (coverage.grounds().getFirst()) {
      case Ground.Listed listed ->
          cell(
              whose,
              word,
              outcome,
              before,
              listed.listing().entry(),
              listed.listing().validity(),
              page);
      case Ground.Excepted excepted ->
          cell(
              whose,
              word,
              outcome,
              before,
              excepted.listing().entry(),
              excepted.listing().validity(),
              page);
      case Ground.Pending pending ->
          cell(
              whose,
              word,
              outcome,
              before,
              pending.listing().entry(),
              pending.listing().validity(),
              page);
      case Ground.ByClass byClass ->
          cell(
              whose,
              word,
              outcome,
              before,
              byClass.rule().entry(),
              byClass.rule().validity(),
              page);
      case Ground.Mixture ignored ->
          new CellView(whose, word, outcome.tone(), before, "", "", "", "");
    };
  }

  private static CellView cell(
      String whose,
      String word,
      ControlOutcome outcome,
      String before,
      String entry,
      Validity validity,
      Page page) {
    String from =
        validity
            .from()
            .map(day -> page.t("substances.date." + validity.kind().name(), page.day(day)))
            .orElseGet(() -> page.t("substances.date.none"));
    return new CellView(
        whose,
        word,
        outcome.tone(),
        before,
        entry,
        validity
            .until()
            .map(day -> from + "; " + page.t("substances.date.until", page.day(day)))
            .orElse(from),
        page.t("substances.certainty." + validity.certainty().name()),
        validity.source());
  }
}
