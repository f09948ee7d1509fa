package org.tripoint.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The mapping that lets a node read the yearly file of registered deaths, as a steward would have
/// made it in the browser: see docs/formats/imports.md.
final class RegisteredDeathsMapping {

  private RegisteredDeathsMapping() {}

  static Map<String, Object> content() {
    Map<String, String> codes = new TreeMap<>();
    MexicanState.ALL.forEach(state -> codes.put(state.name(), state.code()));
    return GroundTruth.fields(
        "kind",
        "import-mapping",
        "version",
        1,
        "content",
        GroundTruth.fields(
            "name",
            "INEGI, defunciones registradas (sintético)",
            "source",
            MexicanDeaths.REGISTERED,
            "format",
            "tripoint-health",
            "complete",
            false,
            "columns",
            MexicanDeaths.REGISTERED_COLUMNS,
            "bindings",
            List.of(
                constant("country", "MX"),
                column("jurisdiction", "Entidad", null, null, codes),
                constant("jurisdiction_scheme", "ADMIN1"),
                constant("indicator_list", "icd-10"),
                column("indicator", "Causa CIE-10", null, null, Map.of()),
                constant("period_kind", "YEAR"),
                column("period_start", "Desde", null, "dd/MM/yyyy", Map.of()),
                column("period_end", "Hasta", null, "dd/MM/yyyy", Map.of()),
                constant("measure", "DEATHS"),
                constant("state", "REPORTED"),
                column("value", "Defunciones", "COMMA", null, Map.of()),
                column("footnote", "Nota", null, null, Map.of()))));
  }

  private static Map<String, Object> constant(String to, String value) {
    return GroundTruth.fields("to", to, "constant", value, "translations", Map.of());
  }

  private static Map<String, Object> column(
      String to,
      String from,
      @Nullable String numbers,
      @Nullable String dates,
      Map<String, String> translations) {
    Map<String, Object> binding = GroundTruth.fields("to", to, "from", from);
    if (numbers != null) {
      binding.put("numbers", numbers);
    }
    if (dates != null) {
      binding.put("dates", dates);
    }
    binding.put("translations", translations);
    return binding;
  }
}
