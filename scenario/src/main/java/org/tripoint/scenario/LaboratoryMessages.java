package org.tripoint.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.scenario.Laboratory.Analyte;

/// What an invented laboratory declares, as messages for the node: its methods, its scopes, and the
/// rounds in which all three took part.
final class LaboratoryMessages {

  private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
  private static final String PUBLISHED = "2024-01-15T12:00:00Z";

  /// The source of the rounds: the same records, whichever laboratory hands them in.
  private static final String PROVIDER = "synthetic-rounds";

  private final Laboratory laboratory;

  LaboratoryMessages(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  void writeTo(ScenarioFolder folder) {
    List<Object> records = new ArrayList<>(List.of(profile()));
    records.add(scope("1", SINCE, Laboratory.WIDER_SCOPE.minusDays(1)));
    records.add(scope("2", Laboratory.WIDER_SCOPE, null));
    records.add(round("2025/1", LocalDate.of(2025, 5, 30), "9.8", "10.3", "8.9"));
    records.add(round("2026/1", LocalDate.of(2026, 5, 29), "15.1", "14.6", "18.4"));
    folder.first(
        laboratory.source() + "-declared_synthetic.json",
        Json.write(GroundTruth.fields("simulated", true, "records", records)),
        "as=records");
  }

  private Map<String, Object> profile() {
    return message(
        laboratory.source(),
        "laboratory-profile",
        laboratory.name(),
        PUBLISHED,
        GroundTruth.fields(
            "laboratory",
            laboratory.name(),
            "fullName",
            laboratory.fullName(),
            "country",
            laboratory.country(),
            "accreditation",
            "ISO/IEC 17025:2017 (synthetic)",
            "validFrom",
            SINCE,
            "methods",
            List.of(
                method("GC-MS screening", "GC-MS", "L2_PURITY"),
                method("Infrared, attenuated total reflection", "IR", "L1_IDENTITY"),
                method("LC-MS impurity profile", "LC-MS", "L3_IMPURITY_PROFILE"))));
  }

  private static Map<String, Object> method(String name, String technique, String level) {
    return GroundTruth.fields(
        "method", name, "technique", technique, "conformance", level, "since", SINCE);
  }

  private Map<String, Object> scope(String version, LocalDate from, @Nullable LocalDate to) {
    List<Object> analytes = new ArrayList<>();
    for (Analyte analyte : Laboratory.scope(version)) {
      analytes.add(
          GroundTruth.fields(
              "name",
              analyte.name(),
              "substance",
              "inchikey:" + analyte.inchiKey(),
              "limits",
              GroundTruth.fields(
                  "detectionLimit",
                  number("0.1"),
                  "quantificationLimit",
                  number("0.5"),
                  "unit",
                  "PERCENT")));
    }
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("validTo", to);
    content.putAll(
        GroundTruth.fields(
            "laboratory",
            laboratory.name(),
            "country",
            laboratory.country(),
            "scope",
            Laboratory.SCOPE,
            "version",
            version,
            "validFrom",
            from,
            "matrix",
            "powders and tablets (synthetic)",
            "analytes",
            analytes));
    return message(
        laboratory.source(),
        "analysis-scope",
        laboratory.name() + "/" + Laboratory.SCOPE + "/" + version,
        PUBLISHED,
        content);
  }

  private static Map<String, Object> round(
      String number, LocalDate closed, String assigned, String first, String second) {
    List<Object> results =
        List.of(
            result(Laboratory.UNITED_STATES, assigned, "0.7"),
            result(Laboratory.CANADA, first, "0.9"),
            result(Laboratory.MEXICO, second, "0.8"));
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("assignedUncertainty", null);
    content.putAll(
        GroundTruth.fields(
            "provider",
            "Synthetic rounds",
            "round",
            number,
            "sample",
            "A",
            "closedOn",
            closed,
            "name",
            "fentanyl",
            "substance",
            "inchikey:" + Laboratory.FENTANYL.inchiKey(),
            "unit",
            "PERCENT",
            "quantityBasis",
            "FREE_BASE",
            "assigned",
            number(assigned),
            "sigmaPt",
            number("0.8"),
            "results",
            results));
    return message(
        PROVIDER,
        "proficiency-round",
        "Synthetic rounds/" + number + "/A/fentanyl",
        closed.plusDays(30) + "T12:00:00Z",
        content);
  }

  private static Map<String, Object> result(Laboratory of, String value, String uncertainty) {
    return GroundTruth.fields(
        "participant",
        of.name(),
        "value",
        number(value),
        "uncertainty",
        number(uncertainty),
        "coverageFactor",
        number("2"));
  }

  private static Map<String, Object> number(String text) {
    return GroundTruth.fields("value", text, "text", text);
  }

  private static Map<String, Object> message(
      String source, String kind, String key, String published, Map<String, ?> content) {
    return GroundTruth.fields(
        "kind", kind, "source", source, "key", key, "published", published, "content", content);
  }
}
