package org.tripoint.engines.chemistry.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.tripoint.testsupport.PublicData;

/// Our answers beside a table of control statuses that others compiled: each difference is named
/// here and explained in docs/design/control-status.md.
class ControlStatusConflictsTest {

  /// Differences that stay, each with its reason in that note.
  private static final Set<String> KEPT =
      Set.of(
          "1-boc-4-ap CA 2022-08-31 EFFECTIVE: ended on 2023-08-30, still in here",
          "etodesnitazene US 2022-04-12 EFFECTIVE: ended on 2024-04-12, still in here",
          "isotonitazene US 2020-08-20 EFFECTIVE: ended on 2022-08-20, still in here",
          "metonitazene US 2022-04-12 EFFECTIVE: ended on 2024-04-12, still in here",
          "n-pyrrolidino-etonitazene US 2022-04-12 EFFECTIVE: ended on 2024-04-12, still in here",
          "norfentanyl US 2020-05-18 EFFECTIVE: in on the day before here",
          "protonitazene US 2022-04-12 EFFECTIVE: ended on 2024-04-12, still in here");

  private static final Registry REGISTRY = RegistryReader.readOwn();
  private static final Map<Jurisdiction, RuleSet> RULES =
      Stream.of(Jurisdiction.values())
          .collect(Collectors.toMap(one -> one, new RuleSetReader(REGISTRY)::readOwn));

  /// A comma outside quotation marks.
  private static final Pattern CELL_BETWEEN = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private final StructureReader reader = new StructureReader(StructureLimits.usual());
  private final DecideCoverage decide = new DecideCoverage();

  private record Status(
      Substance substance, Jurisdiction jurisdiction, LocalDate day, String kind, String end) {

    String named() {
      return substance.id() + " " + jurisdiction + " " + day + " " + kind;
    }

    boolean binds() {
      return kind.equals("EFFECTIVE") || kind.equals("PUBLISHED");
    }
  }

  @Test
  void differsFromTheTableOnlyWhereTheNoteSaysWhy() throws IOException {
    List<Status> all = read();
    assertThat(all).hasSizeGreaterThan(100);
    Map<String, LocalDate> firstDays = new HashMap<>();
    for (Status one : all) {
      if (one.binds()) {
        firstDays.merge(
            one.substance().id() + one.jurisdiction(),
            one.day(),
            (left, right) -> left.isBefore(right) ? left : right);
      }
    }
    Set<String> conflicts = new TreeSet<>();
    for (Status one : all) {
      boolean first = one.day().equals(firstDays.get(one.substance().id() + one.jurisdiction()));
      if (one.binds() && !holds(one, one.day())) {
        conflicts.add(one.named() + ": not in on that day here");
      }
      if (one.binds() && first && holds(one, one.day().minusDays(1))) {
        conflicts.add(one.named() + ": in on the day before here");
      }
      if (!one.end().isEmpty() && holds(one, LocalDate.parse(one.end()))) {
        conflicts.add(one.named() + ": ended on " + one.end() + ", still in here");
      }
      if (one.kind().equals("AS_OF") && holds(one, one.day())) {
        conflicts.add(one.named() + ": not controlled there, in here");
      }
    }
    assertThat(conflicts).isEqualTo(KEPT);
  }

  private boolean holds(Status one, LocalDate day) {
    Structure structure = reader.readSmiles(one.substance().smiles()).orThrow();
    return decide.decide(RULES.get(one.jurisdiction()), structure, day).verdict() == Verdict.IN;
  }

  /// Rows of one substance with a whole day; classes and years alone cannot be held against a day.
  private static List<Status> read() throws IOException {
    List<Status> all = new ArrayList<>();
    try (BufferedReader lines =
        PublicData.openText(PublicData.require("control-status.csv"), StandardCharsets.UTF_8)) {
      for (String line : lines.lines().skip(1).toList()) {
        List<String> cells =
            Arrays.stream(CELL_BETWEEN.split(line, -1))
                .map(cell -> cell.replace("\"", ""))
                .toList();
        Optional<Substance> substance = substance(cells.get(0), cells.get(1));
        if (substance.isPresent() && cells.get(5).length() == 10) {
          all.add(
              new Status(
                  substance.get(),
                  Jurisdiction.valueOf(cells.get(2)),
                  LocalDate.parse(cells.get(5)),
                  cells.get(6),
                  cells.get(7)));
        }
      }
    }
    return all;
  }

  private static Optional<Substance> substance(String name, String cas) {
    return Stream.of(cas, name, name.replaceAll(" \\(.*", ""))
        .filter(one -> !one.isBlank())
        .map(REGISTRY::lookUp)
        .filter(Meaning.One.class::isInstance)
        .map(meaning -> ((Meaning.One) meaning).substance())
        .findFirst();
  }
}
