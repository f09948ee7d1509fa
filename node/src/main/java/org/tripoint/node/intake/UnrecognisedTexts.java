package org.tripoint.node.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tripoint.node.intake.Format.Finding;

/// Texts that rows hold and nothing recognises, with how often and where first. At most 20,000 are
/// told apart; a text beyond them is left out.
final class UnrecognisedTexts {

  private static final int MOST = 20_000;

  /// One text.
  ///
  /// @param rows how many times it stands there
  /// @param firstRow number of the first row with it; 0 where that was not kept
  record Text(String column, String rule, String text, long rows, long firstRow) {
    private Text plus(Text more) {
      return new Text(column, rule, text, rows + more.rows, Math.min(firstRow, more.firstRow));
    }
  }

  private final Map<List<String>, Text> texts = new HashMap<>();

  void take(Finding soft, long row) {
    take(new Text(soft.column(), soft.rule(), soft.found(), 1, row));
  }

  void takeAll(UnrecognisedTexts more) {
    more.texts.values().forEach(this::take);
  }

  private void take(Text text) {
    var key = List.of(text.column, text.rule, text.text);
    if (texts.size() < MOST || texts.containsKey(key)) {
      texts.merge(key, text, Text::plus);
    }
  }

  /// The most frequent first.
  List<Text> list() {
    return texts.values().stream()
        .sorted(
            Comparator.comparingLong(Text::rows)
                .reversed()
                .thenComparing(Text::column)
                .thenComparing(Text::text)
                .thenComparing(Text::rule))
        .toList();
  }
}
