package org.tripoint.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.testsupport.PublicData;

/// The simulated files look like the real ones: same header, same line ends, same words.
class RealLayoutsTest {

  @TempDir static Path folder;
  private static Written scenario;

  @BeforeAll
  static void write() throws IOException {
    scenario = Written.in(folder.resolve("tiny"), 1, "tiny");
  }

  @Test
  void writesTheNationwideHeader() throws IOException {
    requireSameHeader("cbp-drug-seizures/nationwide-drugs-fy23-fy26-dec.csv", "nationwide-drugs");
  }

  @Test
  void writesTheAirAndMarineHeader() throws IOException {
    requireSameHeader("cbp-drug-seizures/amo-drug-seizures-fy23-fy26-dec.csv", "amo-drug");
  }

  @Test
  void writesTheMortalityHeaderWithItsByteOrderMark() throws IOException {
    requireSameHeader("cdc-vsrr-overdose/vsrr_release_2019-06.csv.gz", "us-cdc-vsrr");
  }

  @Test
  void writesTheHarmsHeader() throws IOException {
    requireSameHeader("canada-substance-harms/substance-harms-data-2021.csv.gz", "ca-phac-harms");
  }

  @Test
  void usesOnlyWordsThatTheRealNationwideFileKnows() throws IOException {
    Path real = PublicData.require("cbp-drug-seizures/nationwide-drugs-fy23-fy26-dec.csv");
    List<String> file = scenario.files("nationwide-drugs");
    for (String column :
        List.of("Component", "Region", "Land Filter", "Area of Responsibility", "Drug Type")) {
      assertThat(realWords(real, column))
          .as(column)
          .containsAll(
              scenario.rows(file.getLast()).stream()
                  .map(row -> row.getOrDefault(column, ""))
                  .collect(Collectors.toSet()));
    }
  }

  @Test
  void usesOnlyIndicatorsThatTheRealMortalityFileKnows() throws IOException {
    Path real = PublicData.require("cdc-vsrr-overdose/vsrr_release_2019-06.csv.gz");
    assertThat(realWords(real, "Indicator"))
        .containsAll(
            scenario.rows(scenario.files("us-cdc-vsrr").getLast()).stream()
                .map(row -> row.getOrDefault("Indicator", ""))
                .collect(Collectors.toSet()));
  }

  private static void requireSameHeader(String realName, String prefix) throws IOException {
    String real = firstLine(PublicData.require(realName));
    String ours = firstLine(scenario.root().resolve(scenario.files(prefix).getFirst()));
    assertThat(ours).isEqualTo(real);
  }

  /// The first line with its byte order mark and its line end.
  private static String firstLine(Path file) throws IOException {
    try (InputStream in = PublicData.open(file)) {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        line.append((char) c);
        if (c == '\n') {
          break;
        }
      }
      return line.toString();
    }
  }

  private static Set<String> realWords(Path file, String column) throws IOException {
    try (BufferedReader reader = PublicData.openText(file, StandardCharsets.UTF_8)) {
      int at = Written.fields(Written.withoutMark(reader.readLine()), ',').indexOf(column);
      return reader
          .lines()
          .map(line -> Written.fields(line, ',').get(at))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
