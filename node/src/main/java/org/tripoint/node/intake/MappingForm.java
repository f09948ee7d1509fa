package org.tripoint.node.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.ImportMapping.Binding;
import org.tripoint.node.intake.ImportMapping.NumberStyle;

/// The fields of the mapping editor as a mapping.
///
/// `from.N`, `constant.N`, `how.N` and `translations.N` belong to column N of the native format.
final class MappingForm {

  private MappingForm() {}

  /// What the fields say.
  sealed interface Read {
    record Good(ImportMapping mapping) implements Read {}

    record Bad(String why) implements Read {}
  }

  static Read read(Map<String, String> fields, Format format, List<String> columns) {
    try {
      return new Read.Good(
          new ImportMapping(
              text(fields, "name"),
              text(fields, "source"),
              format.id(),
              fields.containsKey("complete"),
              columns,
              bindings(fields, format)));
    } catch (IllegalArgumentException e) {
      return new Read.Bad(e.getMessage() == null ? "" : e.getMessage());
    }
  }

  private static List<Binding> bindings(Map<String, String> fields, Format format) {
    var bindings = new ArrayList<Binding>();
    List<Format.Column> targets = format.mappableColumns();
    for (int i = 0; i < targets.size(); i++) {
      String from = text(fields, "from." + i);
      String constant = text(fields, "constant." + i);
      if (from.isEmpty() && constant.isEmpty()) {
        continue;
      }
      boolean isColumn = !from.isEmpty();
      String how = text(fields, "how." + i);
      bindings.add(
          new Binding(
              targets.get(i).name(),
              isColumn ? from : null,
              isColumn ? null : constant,
              isColumn ? numbers(how) : null,
              isColumn && how.startsWith("date:") ? how.substring(5) : null,
              isColumn ? translations(text(fields, "translations." + i)) : Map.of()));
    }
    return bindings;
  }

  private static @Nullable NumberStyle numbers(String how) {
    return switch (how) {
      case "number:POINT" -> NumberStyle.POINT;
      case "number:COMMA" -> NumberStyle.COMMA;
      default -> null;
    };
  }

  /// One `text = meaning` a line.
  private static Map<String, String> translations(String text) {
    var translations = new LinkedHashMap<String, String>();
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      int equals = line.lastIndexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("expected text = meaning, found '" + line.strip() + "'");
      }
      translations.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return translations;
  }

  private static String text(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").strip();
  }

  /// The fields that a saved or suggested mapping fills.
  static Map<String, String> fields(ImportMapping mapping, Format format) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", mapping.name());
    fields.put("source", mapping.source());
    if (mapping.complete()) {
      fields.put("complete", "true");
    }
    List<Format.Column> targets = format.mappableColumns();
    for (Binding binding : mapping.bindings()) {
      for (int i = 0; i < targets.size(); i++) {
        if (targets.get(i).name().equals(binding.to())) {
          put(fields, i, binding);
        }
      }
    }
    return fields;
  }

  private static void put(Map<String, String> fields, int i, Binding binding) {
    fields.put("from." + i, or(binding.from()));
    fields.put("constant." + i, or(binding.constant()));
    fields.put("how." + i, how(binding));
    var lines = new StringBuilder();
    binding
        .translations()
        .forEach((text, meaning) -> lines.append(text).append(" = ").append(meaning).append('\n'));
    fields.put("translations." + i, lines.toString());
  }

  private static String how(Binding binding) {
    NumberStyle numbers = binding.numbers();
    String dates = binding.dates();
    return numbers != null ? "number:" + numbers.name() : dates != null ? "date:" + dates : "";
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
