package org.tripoint.engines.spectra.reading;

import java.util.HashMap;
import java.util.Map;

/// One object for equal texts of a file: a library writes the same instrument a thousand times.
final class Pool {

  private static final int MOST = 8_192;
  private static final int LONGEST = 300;

  private final Map<String, String> texts = new HashMap<>();

  String one(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    String known = texts.get(text);
    if (known != null) {
      return known;
    }
    if (texts.size() < MOST) {
      texts.put(text, text);
    }
    return text;
  }
}
