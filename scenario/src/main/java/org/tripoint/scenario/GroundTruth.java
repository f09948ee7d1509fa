package org.tripoint.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is true behind the files: how each source reports, and what was planted.
final class GroundTruth {

  static final String FILE = "ground-truth.json";

  private final Map<String, Map<String, Object>> sources = new TreeMap<>();
  private final List<Map<String, Object>> planted = new ArrayList<>();

  /// Declares how a source publishes.
  ///
  /// @param facts names and values in turn
  void source(String id, String format, Object... facts) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("format", format);
    source.putAll(fields(facts));
    sources.put(id, source);
  }

  /// Notes one planted event.
  ///
  /// @param id short and unique, such as `restated-month-1`
  /// @param type what a detector should call it
  /// @param facts names and values in turn
  void plant(String id, String type, Object... facts) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", id);
    event.put("type", type);
    event.putAll(fields(facts));
    planted.add(event);
  }

  /// Names and values in turn, as a map that keeps their order.
  static Map<String, Object> fields(Object... facts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i + 1 < facts.length; i += 2) {
      fields.put(facts[i].toString(), facts[i + 1]);
    }
    return fields;
  }

  void writeTo(ScenarioFolder folder, long seed, ScenarioSize size) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    Map<String, Long> rows = new TreeMap<>();
    for (ScenarioFolder.Release release : folder.releasesInOrder()) {
      files.merge(release.source(), 1L, Long::sum);
      rows.merge(release.source(), release.rows(), Long::sum);
    }
    sources.forEach((id, source) -> {
      source.put("files", files.getOrDefault(id, 0L));
      source.put("rows", rows.getOrDefault(id, 0L));
    });
    folder.text(
        ScenarioFolder.TRUTH + "/" + FILE,
        Json.write(
            fields(
                "note",
                "Synthetic. Nothing in this scenario happened and nobody named in it exists.",
                "seed",
                Long.toString(seed),
                "size",
                size.word(),
                "from",
                Timeline.FIRST_MONTH,
                "to",
                Timeline.LAST_MONTH,
                "recordsFrom",
                Timeline.RECORDS_FROM,
                "sources",
                sources,
                "planted",
                planted)));
  }
}
