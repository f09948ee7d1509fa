package org.tripoint.node.desks.law.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;

/// Which substances of the registry some words name: whole words, at least five letters long, names
/// of the street left out. A hint for a person, who reads the text.
final class NamedIn {

  private static final int SHORTEST = 5;

  private NamedIn() {}

  static List<Substance> find(String words, Registry registry) {
    String text = plain(words);
    List<Substance> found = new ArrayList<>();
    for (Substance one : registry.substances()) {
      if (one.names().anyMatch(name -> holds(text, plain(name)))) {
        found.add(one);
      }
    }
    return found;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('–', '-').replace('′', '\'');
  }

  private static boolean holds(String text, String name) {
    if (name.length() < SHORTEST) {
      return false;
    }
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      boolean begins = at == 0 || !isWord(text.charAt(at - 1));
      int end = at + name.length();
      boolean ends = end == text.length() || !isWord(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-';
  }
}
