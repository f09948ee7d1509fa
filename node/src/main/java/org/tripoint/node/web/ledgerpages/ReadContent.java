package org.tripoint.node.web.ledgerpages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A version's content, value by value, beside what the version before said.
final class ReadContent {
  private static final int MOST_LINES = 2_000;

  private ReadContent() {}

  /// @param parts what this person may read
  static List<ContentLine> of(
      RecordVersion version, Optional<RecordVersion> before, Set<Part> parts, Page page) {
    return of(
        version.header().kind(),
        version.canonicalParts(),
        before.map(RecordVersion::canonicalParts).orElseGet(Map::of),
        parts,
        page);
  }

  /// @param now canonical JSON by part
  /// @param earlier the same of the version before; empty where there is none
  static List<ContentLine> of(
      String kind, Map<Part, String> now, Map<Part, String> earlier, Set<Part> parts, Page page) {
    List<ContentLine> lines = new ArrayList<>();
    for (Part part : parts) {
      Map<String, String> said = values(now.get(part));
      Map<String, String> then = values(earlier.get(part));
      Set<String> paths = new TreeSet<>(said.keySet());
      paths.addAll(then.keySet());
      for (String path : paths) {
        String label = label(kind, path, page);
        lines.add(
            new ContentLine(
                part,
                path,
                label,
                said.get(path),
                then.get(path),
                words(kind, path, said.get(path), page),
                words(kind, path, then.get(path), page)));
        if (lines.size() >= MOST_LINES) {
          return lines;
        }
      }
    }
    return lines;
  }

  private static Map<String, String> values(@Nullable String json) {
    Map<String, String> values = new LinkedHashMap<>();
    if (json != null) {
      flatten("", JsonMapper.shared().readTree(json), values);
    }
    return values;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.properties()
          .forEach(one ->
              flatten(
                  path.isEmpty() ? one.getKey() : path + "." + one.getKey(),
                  one.getValue(),
                  values));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + (i + 1) + "]", node.get(i), values);
      }
    } else {
      values.put(path, node.asString());
    }
  }

  /// How the code at the path reads, when it is one.
  private static String words(String kind, String path, @Nullable String value, Page page) {
    String field = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
    if (value == null || !ValueWords.isCode(value)) {
      return "";
    }
    return page.has(ValueWords.key(kind, field) + value)
        ? ValueWords.of(kind, field, value, page)
        : value.contains("_") ? page.t("proof.value.code") : "";
  }

  /// Each step of the path in words where a bundle has them: `<kind>.field.<name>`, else
  /// `proof.field.<name>`.
  private static String label(String kind, String path, Page page) {
    StringBuilder label = new StringBuilder();
    for (String step : path.split("\\.", -1)) {
      int bracket = step.indexOf('[');
      String name = bracket < 0 ? step : step.substring(0, bracket);
      String index =
          bracket < 0 ? "" : " " + step.substring(bracket).replaceAll("[\\[\\]]", " ").strip();
      label.append(label.isEmpty() ? "" : " › ").append(word(kind, name, page)).append(index);
    }
    return label.toString();
  }

  private static String word(String kind, String name, Page page) {
    for (String key : List.of(kind + ".field." + name, "proof.field." + name)) {
      if (page.has(key)) {
        return page.t(key);
      }
    }
    return name;
  }
}
