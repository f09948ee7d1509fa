package org.tripoint.node.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages of the pages, each as the people of one country write it.
public enum Language {
  ENGLISH(Locale.ENGLISH, "English"),
  SPANISH(Locale.of("es", "MX"), "Español"),
  FRENCH(Locale.of("fr", "CA"), "Français");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  public Locale locale() {
    return locale;
  }

  /// Its name in itself, which is how a person finds it.
  public String ownName() {
    return ownName;
  }

  /// Two letters: `en`, `es`, `fr`.
  public String code() {
    return locale.getLanguage();
  }

  /// The language with these two letters; empty for any other text.
  public static Optional<Language> find(String code) {
    return List.of(values()).stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /// The language of a locale, English for every other language.
  public static Language of(Locale locale) {
    return find(locale.getLanguage()).orElse(ENGLISH);
  }
}
