package org.tripoint.node.intake.reading;

/// Cuts texts from outside to a length that a table or a page can bear.
public final class ShortText {

  private ShortText() {}

  /// The text, or its beginning without half of a character that takes two UTF-16 units.
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
