package org.tripoint.engines.chemistry.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.tripoint.testsupport.PublicData;

/// The published cases of class-wide control, and our own beside them.
class ClassControlCasesTest {

  private static final LocalDate DAY = LocalDate.parse("2026-07-01");
  private static final Registry REGISTRY = RegistryReader.readOwn();
  private static final Map<Jurisdiction, RuleSet> RULES =
      Stream.of(Jurisdiction.values())
          .collect(Collectors.toMap(one -> one, new RuleSetReader(REGISTRY)::readOwn));

  private final StructureReader reader = new StructureReader(StructureLimits.usual());
  private final DecideCoverage decide = new DecideCoverage();

  @Test
  void answersEveryPublishedCaseClauseByClause() throws IOException {
    List<String> wrong = new ArrayList<>();
    int scored = 0;
    try (BufferedReader lines =
        PublicData.openText(
            PublicData.require("class-control/cases.csv"), StandardCharsets.UTF_8)) {
      for (String line : lines.lines().skip(1).toList()) {
        List<String> cells = cells(line);
        Structure structure = reader.readSmiles(cells.get(2)).orThrow();
        String name = cells.get(1);
        assertThat(structure.formula()).as(name).isEqualTo(cells.get(3));
        ClassReading us = read(Jurisdiction.US, "us-fentanyl-related", structure);
        check(wrong, name + " us", cells.get(4), word(us.verdict()));
        if (us.verdict() == Verdict.IN) {
          check(wrong, name + " clauses", cells.get(5), String.join(";", us.clauses()));
        }
        check(wrong, name + " us listing", cells.get(6), usListing(structure));
        ClassReading cn = read(Jurisdiction.CN, "cn-fentanyl-related", structure);
        check(wrong, name + " cn", cells.get(7), word(cn.verdict()));
        check(wrong, name + " ca", cells.get(8), item(structure));
        check(wrong, name + " un", cells.get(9), tableOne(structure));
        scored++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(scored).isEqualTo(38);
  }

  static Stream<String> ownCases() {
    return lines("/coverage/cases.csv");
  }

  /// Cases of other classes: name, jurisdiction, class, SMILES, answer.
  static Stream<String> classCases() {
    return lines("/coverage/class-cases.csv");
  }

  private static Stream<String> lines(String resource) {
    try (InputStream stream =
            Objects.requireNonNull(ClassControlCasesTest.class.getResourceAsStream(resource));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("ownCases")
  void answersOurOwnCases(String line) {
    String[] cells = line.split("\\|", -1);
    Structure structure = reader.readSmiles(cells[1]).orThrow();
    ClassReading us = read(Jurisdiction.US, "us-fentanyl-related", structure);
    assertThat(word(us.verdict()) + " " + String.join(";", us.clauses()).strip())
        .as(cells[0] + " us " + us)
        .startsWith(cells[2]);
    ClassReading cn = read(Jurisdiction.CN, "cn-fentanyl-related", structure);
    assertThat(word(cn.verdict())).as(cells[0] + " cn " + cn).isEqualTo(cells[3]);
  }

  @ParameterizedTest
  @MethodSource("classCases")
  void answersCasesOfEveryOtherClass(String line) {
    String[] cells = line.split("\\|", -1);
    ClassReading reading =
        read(Jurisdiction.valueOf(cells[1]), cells[2], reader.readSmiles(cells[3]).orThrow());
    assertThat(word(reading.verdict()))
        .as(cells[0] + " in " + cells[2] + ": " + reading)
        .isEqualTo(cells[4]);
  }

  @Test
  void everyClassHasACase() {
    Set<String> without = new TreeSet<>();
    RULES.values().forEach(rules -> rules.classes().forEach(one -> without.add(one.id())));
    classCases().forEach(line -> without.remove(line.split("\\|", -1)[2]));
    assertThat(without)
        .containsExactlyInAnyOrder(
            "cn-fentanyl-related", "us-fentanyl-related", "us-fentanyl-related-order");
  }

  private ClassReading read(Jurisdiction whose, String id, Structure structure) {
    ClassRule rule =
        RULES.get(whose).classes().stream().filter(one -> one.id().equals(id)).findFirst().get();
    return decide.read(rule, structure);
  }

  private String usListing(Structure structure) {
    return listed(Jurisdiction.US, structure)
        .map(Listing::entry)
        .map(entry ->
            entry.equals("List I")
                ? "list-I-chemical"
                : entry
                    .replace("Schedule ", "listed-")
                    .replace(", immediate precursor", "-immediate-precursor"))
        .findFirst()
        .orElse("");
  }

  private String item(Structure structure) {
    Coverage coverage = decide.decide(RULES.get(Jurisdiction.CA), structure, DAY);
    for (Ground ground : coverage.grounds()) {
      switch (ground) {
        case Ground.Listed listed -> {
          return listed.listing().entry();
        }
        case Ground.ByClass byClass -> {
          return byClass.verdict() == Verdict.IN ? byClass.rule().entry() : "chemist";
        }
        case Ground.Excepted ignored -> {}
        case Ground.Pending ignored -> {}
        case Ground.NotControlled ignored -> {}
        case Ground.Mixture ignored -> {}
      }
    }
    return "none";
  }

  private String tableOne(Structure structure) {
    return listed(Jurisdiction.UN, structure).anyMatch(one -> one.entry().endsWith("Table I"))
        ? "yes"
        : "no";
  }

  private Stream<Listing> listed(Jurisdiction whose, Structure structure) {
    return decide.decide(RULES.get(whose), structure, DAY).grounds().stream()
        .filter(Ground.Listed.class::isInstance)
        .map(ground -> ((Ground.Listed) ground).listing());
  }

  private static void check(List<String> wrong, String what, String expected, String found) {
    if (!expected.isEmpty() && !expected.equals(found)) {
      wrong.add(what + ": expected " + expected + ", found " + found);
    }
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case IN -> "in";
      case OUT -> "out";
      case NEEDS_A_CHEMIST -> verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char letter = line.charAt(i);
      if (letter == '"') {
        quoted = !quoted;
      } else if (letter == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
