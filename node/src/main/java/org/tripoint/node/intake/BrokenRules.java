package org.tripoint.node.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.RecordsMessage.Wrong;
import org.tripoint.node.intake.reading.ShortText;
import org.tripoint.vocabulary.Contradiction;

/// The rules that one record of a message breaks, in the caller's language.
final class BrokenRules {

  private final ImportWords words;
  private final Locale locale;
  private final List<Wrong> list = new ArrayList<>();

  BrokenRules(ImportWords words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  List<Wrong> list() {
    return List.copyOf(list);
  }

  /// @param code names the words `intake.expected.<code>`
  void add(String at, String code, Object... arguments) {
    list.add(new Wrong(at, words.of("intake.expected." + code, locale, arguments), null, null));
  }

  /// A rule that files have too, with what they say of it.
  ///
  /// @param expected language-neutral
  void addAsInFiles(String at, String expected, Finding finding) {
    list.add(new Wrong(at, expected, finding.rule(), words.finding(finding, locale)));
  }

  /// Content that its kind refuses.
  void addRefused(String at, String kind, IllegalArgumentException refusal) {
    if (refusal instanceof Contradiction said) {
      addAsInFiles(
          at, said.expected(), new Finding("", said.rule(), said.found(), said.expected()));
      return;
    }
    String said = refusal.getMessage();
    add(at, "value", ShortText.cut(said == null ? kind : said, 500));
  }
}
