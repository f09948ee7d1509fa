package org.tripoint.engines.chemistry.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.tripoint.testsupport.PublicData;

/// Every substance of the registry that an official table names is spoken of by the rules of its
/// jurisdiction: listed, excepted or taken in by a class.
class OfficialTablesTest {

  private static final LocalDate DAY = LocalDate.parse("2026-07-01");
  private static final Pattern BETWEEN = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
  private static final Pattern BRACKETS = Pattern.compile("[()\\[\\],;]");

  /// What systematic names fall into between their brackets.
  private static final Set<String> FRAGMENTS =
      Set.of("propionanilide", "phenethylamine", "propiophenone");

  private static final Registry REGISTRY = RegistryReader.readOwn();

  private final StructureReader reader = new StructureReader(StructureLimits.usual());
  private final DecideCoverage decide = new DecideCoverage();

  @Test
  void theCanadianSchedulesAreReadWhole() throws IOException {
    List<String> lines = lines("canada-cdsa/cdsa_schedules_bilingual.csv");
    Set<Substance> named = new LinkedHashSet<>();
    for (String line : lines) {
      String text = BETWEEN.split(line, -1)[3].replace("\"", "");
      named.addAll(named(text, text.replace('–', '-').replace(" and its salts", "")));
    }
    assertThat(named).hasSizeGreaterThan(120);
    assertThat(silent(Jurisdiction.CA, named)).isEmpty();
  }

  @Test
  void theListOfTheDrugEnforcementAdministrationIsReadWhole() throws IOException {
    Set<Substance> named = new LinkedHashSet<>();
    for (String line : lines("dea-controlled-substances/dea_csa_alpha.csv")) {
      String[] cells = BETWEEN.split(line, -1);
      named.addAll(named(cells[0].replace("\"", ""), cells[4].replace("\"", "")));
    }
    assertThat(named).hasSizeGreaterThan(120);
    assertThat(silent(Jurisdiction.US, named)).isEmpty();
  }

  private static List<String> lines(String file) throws IOException {
    try (BufferedReader lines =
        PublicData.openText(PublicData.require(file), StandardCharsets.UTF_8)) {
      return lines.lines().skip(1).toList();
    }
  }

  /// What the registry means by a text: as a whole, or in its parts between brackets and commas.
  private static Set<Substance> named(String... texts) {
    Set<Substance> found = new LinkedHashSet<>();
    for (String text : texts) {
      List<String> names = new ArrayList<>(List.of(text.split(" \\(", 2)[0]));
      names.addAll(List.of(BRACKETS.split(text, -1)));
      for (String name : names) {
        if (REGISTRY.lookUp(name.strip()) instanceof Meaning.One(Substance one, var _, var _)
            && !FRAGMENTS.contains(one.id())) {
          found.add(one);
        }
      }
    }
    return found;
  }

  /// Those of which the rules say nothing at all.
  private List<String> silent(Jurisdiction whose, Set<Substance> named) {
    RuleSet rules = new RuleSetReader(REGISTRY).readOwn(whose);
    return named.stream()
        .filter(one ->
            decide
                .decide(rules, reader.readSmiles(one.smiles()).orThrow(), DAY)
                .grounds()
                .isEmpty())
        .map(Substance::id)
        .toList();
  }
}
