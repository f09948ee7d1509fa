package org.tripoint.node.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Column;
import org.tripoint.node.intake.Format.ColumnType;
import org.tripoint.node.intake.ImportMapping.NumberStyle;

/// A first guess at a mapping, which a person then looks at: columns of the same name or label,
/// numbers and dates in the only way in which all the first rows can be read.
@Component
class SuggestMapping {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("fr"));

  private final ImportWords words;

  SuggestMapping(ImportWords words) {
    this.words = words;
  }

  /// The native format that most columns fit.
  Format bestTarget(List<Format> targets, List<String> columns) {
    Format best = targets.getFirst();
    int most = -1;
    for (Format format : targets) {
      int fit = 0;
      for (Column column : format.mappableColumns()) {
        fit += find(format, column, columns).isEmpty() ? 0 : 1;
      }
      if (fit > most) {
        most = fit;
        best = format;
      }
    }
    return best;
  }

  /// Fields of the editor.
  Map<String, String> fields(Format format, List<String> columns, List<List<String>> sample) {
    var fields = new HashMap<String, String>();
    List<Column> targets = format.mappableColumns();
    for (int i = 0; i < targets.size(); i++) {
      String from = find(format, targets.get(i), columns);
      if (!from.isEmpty()) {
        fields.put("from." + i, from);
        fields.put("how." + i, how(targets.get(i).type(), texts(columns.indexOf(from), sample)));
      }
    }
    return fields;
  }

  private String find(Format format, Column target, List<String> columns) {
    for (String column : columns) {
      String plain = plain(column);
      if (plain.equals(plain(target.name()))) {
        return column;
      }
      for (Locale language : LANGUAGES) {
        if (names(format, target, language).stream().anyMatch(name -> plain.equals(plain(name)))) {
          return column;
        }
      }
    }
    return "";
  }

  /// What a column is called on our pages and, divided by `|`, in tables of the trade.
  private List<String> names(Format format, Column target, Locale language) {
    String key = "format." + format.id() + "." + target.name();
    var names = new ArrayList<String>(List.of(words.of(key, language)));
    String also = words.of(key + ".also", language);
    if (!also.equals(key + ".also")) {
      names.addAll(List.of(also.split("\\|")));
    }
    return names;
  }

  /// Letters and digits alone, without accents and what stands in brackets, in lower case.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\([^)]*\\)", "")
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static List<String> texts(int column, List<List<String>> sample) {
    var texts = new ArrayList<String>();
    for (List<String> row : sample) {
      if (column < row.size() && !row.get(column).isBlank()) {
        texts.add(row.get(column).strip());
      }
    }
    return texts;
  }

  /// How the texts are written: `number:COMMA`, `date:dd/MM/yyyy`, or "" for as they are.
  static String how(ColumnType type, List<String> texts) {
    return switch (type) {
      case NUMBER -> numbers(texts);
      case DATE -> dates(texts);
      case TEXT, CODE -> "";
    };
  }

  private static String numbers(List<String> texts) {
    boolean point =
        texts.stream().allMatch(t -> MappedRows.plainNumber(t, NumberStyle.POINT) != null);
    boolean comma =
        texts.stream().allMatch(t -> MappedRows.plainNumber(t, NumberStyle.COMMA) != null);
    return comma && !point ? "number:COMMA" : "number:POINT";
  }

  private static String dates(List<String> texts) {
    for (String pattern : DateStyle.OFFERED) {
      DateStyle style = DateStyle.of(pattern);
      if (!texts.isEmpty() && texts.stream().allMatch(t -> style.parse(t).isPresent())) {
        return "date:" + pattern;
      }
    }
    return "";
  }
}
