package org.tripoint.node.desks.health;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tripoint.node.intake.Format;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.testing.CsvText;
import org.tripoint.testsupport.PublicData;

/// Files read through a format, for tests.
final class HealthFiles {

  static final String VSRR_2017 = "cdc-vsrr-overdose/vsrr_release_2017-12.csv.gz";
  static final String VSRR_2018 = "cdc-vsrr-overdose/vsrr_release_2018-10.csv.gz";
  static final String VSRR_2019 = "cdc-vsrr-overdose/vsrr_release_2019-06.csv.gz";
  static final String VSRR_T404 = "cdc-vsrr-overdose/vsrr_t404_12mo_2015_2025.csv";
  static final String PHAC = "canada-substance-harms/substance-harms-data-2021.csv.gz";

  /// What a format made of a file.
  record Outcome(
      Map<String, HealthObservation> accepted, List<Finding> soft, List<Finding> hard, int rows) {}

  private HealthFiles() {}

  static CsvText published(String name) {
    return CsvText.of(PublicData.require(name));
  }

  static Outcome readPublished(Format format, String name) {
    Path file = PublicData.require(name);
    return read(format, CsvText.of(file), file.getFileName().toString());
  }

  static Outcome read(Format format, CsvText csv, String fileName) {
    RowReader reader =
        format.open(format.recognise(csv.header(), fileName).orElseThrow(), csv.header());
    Map<String, HealthObservation> accepted = new TreeMap<>();
    List<Finding> soft = new ArrayList<>();
    List<Finding> hard = new ArrayList<>();
    for (Row row : csv.formatRows()) {
      switch (reader.read(row)) {
        case RowResult.Accepted<?> a -> {
          soft.addAll(a.soft());
          if (accepted.put(a.key(), (HealthObservation) a.content()) != null) {
            throw new AssertionError("two rows with the key " + a.key());
          }
        }
        case RowResult.Refused r -> hard.addAll(r.hard());
        case RowResult.Withdrawn w -> throw new AssertionError("withdrawn: " + w);
        case RowResult.Skipped s -> throw new AssertionError("skipped: " + s);
      }
    }
    return new Outcome(accepted, soft, hard, csv.rows().size());
  }
}
