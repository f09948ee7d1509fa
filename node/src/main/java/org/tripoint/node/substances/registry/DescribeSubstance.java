package org.tripoint.node.substances.registry;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.CasNumber;
import org.tripoint.engines.chemistry.registry.MolarMass;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.registry.AddedSubstances.Kept;
import org.tripoint.node.substances.registry.SubstanceView.Line;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.SubstanceId;

/// Everything that is known of a substance, in the words of a page.
@Component
class DescribeSubstance {

  private final ReadRegistry registry;
  private final AddedSubstances added;
  private final Chemistry chemistry;
  private final ControlStatus control;
  private final SubstanceRows rows;

  DescribeSubstance(
      ReadRegistry registry,
      AddedSubstances added,
      Chemistry chemistry,
      ControlStatus control,
      SubstanceRows rows) {
    this.registry = registry;
    this.added = added;
    this.chemistry = chemistry;
    this.control = control;
    this.rows = rows;
  }

  SubstanceView describe(Substance one, LocalDate day, LocalDate today, SubstanceWords words) {
    Page page = words.page();
    Structure structure = chemistry.structureOf(one);
    Optional<Kept> kept = added.find(one.id());
    String name = words.name(one);
    List<Substance> skeleton =
        registry.registry().listBySkeleton(one.skeleton()).stream()
            .filter(other -> !other.id().equals(one.id()))
            .toList();
    return new SubstanceView(
        one.id(),
        name,
        page.t("substances.one.summary", words.family(one.family()), words.roles(one.roles())),
        chemistry.draw(structure, page.t("substances.drawing", name), List.of()),
        facts(one, structure, page),
        names(one, page),
        one.synonyms(),
        one.street(),
        words.family(one.family()),
        "/substances?class=" + one.family(),
        words.roles(one.roles()),
        one.hs().orElse(""),
        salts(one, page),
        one.unverified(),
        one.source(),
        kept.map(own -> own.record().toString()),
        kept.map(own -> SubstanceRows.origin(own, words)).orElse(""),
        kept.map(own -> page.t("substances.one.added", page.instant(own.at()), own.actor()))
            .orElse(""),
        kept.map(own -> own.content().doubts()).orElse(List.of()),
        kept.filter(own -> own.origin() == null).isPresent() && page.mayUse(Role.Names.STEWARD),
        rows.rows(with(skeleton, one, true), words),
        rows.rows(with(skeleton, one, false), words),
        control.list(one, day, words),
        day.toString(),
        page.day(day),
        day.equals(today),
        "/seizures?substance="
            + URLEncoder.encode(
                new SubstanceId.Structure(one.inchiKey()).key(), StandardCharsets.UTF_8));
  }

  private static List<Substance> with(List<Substance> some, Substance one, boolean sameKey) {
    return some.stream()
        .filter(other -> other.inchiKey().equals(one.inchiKey()) == sameKey)
        .toList();
  }

  private static List<Line> facts(Substance one, Structure structure, Page page) {
    List<Line> facts = new ArrayList<>();
    facts.add(new Line(page.t("substances.fact.inchikey"), one.inchiKey(), ""));
    facts.add(new Line(page.t("substances.fact.smiles"), one.smiles(), ""));
    facts.add(new Line(page.t("substances.fact.inchi"), structure.inchi(), ""));
    facts.add(new Line(page.t("substances.fact.formula"), one.formula(), ""));
    one.cas()
        .map(CasNumber::text)
        .ifPresent(cas -> facts.add(new Line(page.t("substances.fact.cas"), cas, "")));
    mass(one.formula(), page)
        .ifPresent(mass -> facts.add(new Line(page.t("substances.fact.mass"), mass, "")));
    return facts;
  }

  private static Optional<String> mass(String formula, Page page) {
    try {
      BigDecimal mass = BigDecimal.valueOf(MolarMass.of(formula));
      return Optional.of(page.t("substances.fact.mass.value", page.number(mass, 2)));
    } catch (IllegalArgumentException elementNotWeighed) {
      return Optional.empty();
    }
  }

  private static List<Line> names(Substance one, Page page) {
    return List.of(
        new Line(page.t("substances.language.en"), one.english(), "en"),
        new Line(page.t("substances.language.es"), one.spanish(), "es"),
        new Line(page.t("substances.language.fr"), one.french(), "fr"));
  }

  private static List<Line> salts(Substance one, Page page) {
    List<Line> salts = new ArrayList<>();
    for (SaltForm salt : one.salts()) {
      BigDecimal factor = BigDecimal.valueOf(salt.baseFactor(one.formula()));
      salts.add(new Line(page.t("substances.salt." + salt.name()), page.number(factor, 4), ""));
    }
    return salts;
  }
}
