package org.tripoint.node.notices;

import org.tripoint.node.web.Language;

/// One text in the three languages of the pages; any may be empty while it is being written.
public record ThreeTexts(String english, String spanish, String french) {

  static final int LONGEST = 8_000;

  public ThreeTexts {
    if (english.length() > LONGEST || spanish.length() > LONGEST || french.length() > LONGEST) {
      throw new IllegalArgumentException("expected texts of at most 8000 characters");
    }
  }

  public static ThreeTexts same(String text) {
    return new ThreeTexts(text, text, text);
  }

  /// The text in that language; where it is empty, the first that is not.
  public String in(Language language) {
    String asked = exactlyIn(language);
    if (!asked.isBlank()) {
      return asked;
    }
    return english.isBlank() ? spanish.isBlank() ? french : spanish : english;
  }

  /// The text in that language; may be empty.
  public String exactlyIn(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case SPANISH -> spanish;
      case FRENCH -> french;
    };
  }

  boolean isEmpty() {
    return english.isBlank() && spanish.isBlank() && french.isBlank();
  }

  boolean isInAll() {
    return !english.isBlank() && !spanish.isBlank() && !french.isBlank();
  }
}
