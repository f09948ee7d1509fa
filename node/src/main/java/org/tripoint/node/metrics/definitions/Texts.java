package org.tripoint.node.metrics.definitions;

import java.util.Locale;

/// One text in the three languages.
public record Texts(String en, String es, String fr) {

  public Texts {
    if (en.isBlank() || es.isBlank() || fr.isBlank()) {
      throw new IllegalArgumentException("expected a text in English, Spanish and French");
    }
  }

  public String in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "es" -> es;
      case "fr" -> fr;
      default -> en;
    };
  }
}
