package org.tripoint.node.ledger.canonical;

/// Reads JSON text one token at a time. Strict: whole numbers only, no duplicate-tolerant repair,
/// nesting to 64. Insignificant white space is allowed, so that people's JSON reads as well as
/// canonical JSON.
public final class JsonReader {
  private static final int DEEPEST = 64;

  private final String text;
  private int at;
  private int depth;

  public JsonReader(String text) {
    this.text = text;
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  /// The next character that is not white space, not taken; NUL at the end.
  public char peek() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return c;
      }
      at++;
    }
    return '\0';
  }

  /// Takes the character if it is next.
  public boolean take(char expected) {
    if (peek() == expected && at < text.length()) {
      at++;
      return true;
    }
    return false;
  }

  public void require(char expected) {
    if (!take(expected)) {
      throw unexpected("'" + expected + "'");
    }
  }

  /// Takes `{` or `[`.
  public void open(char bracket) {
    if (++depth > DEEPEST) {
      throw unexpected("nesting of at most " + DEEPEST);
    }
    require(bracket);
  }

  /// True, and takes it, when the bracket closes here.
  public boolean closes(char bracket) {
    if (take(bracket)) {
      depth--;
      return true;
    }
    return false;
  }

  /// Takes a member's name and the colon.
  public String name() {
    String name = string();
    require(':');
    return name;
  }

  /// Takes `,` or the closing bracket; true when there is more.
  public boolean more(char bracket) {
    if (take(',')) {
      return true;
    }
    if (!closes(bracket)) {
      throw unexpected("',' or '" + bracket + "'");
    }
    return false;
  }

  public String string() {
    require('"');
    int start = at;
    int n = text.length();
    while (at < n) {
      char c = text.charAt(at);
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\') {
        return escaped(start);
      }
      if (c < 0x20) {
        throw unexpected("no control character in text");
      }
      at++;
    }
    throw unexpected("the end of a text");
  }

  private String escaped(int start) {
    StringBuilder out = new StringBuilder(text.length() - start < 200 ? 64 : 256);
    out.append(text, start, at);
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < 0x20) {
        throw unexpected("no control character in text");
      }
      out.append(c == '\\' ? escape() : c);
    }
    throw unexpected("the end of a text");
  }

  private char escape() {
    char c = at < text.length() ? text.charAt(at++) : '\0';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw unexpected("an escape");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
      if (digit < 0) {
        throw unexpected("four hexadecimal digits");
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  /// A whole number below 2^53.
  public long integer() {
    peek();
    int start = at;
    if (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    int digits = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    int count = at - digits;
    boolean leadingZero = count > 1 && text.charAt(digits) == '0';
    boolean minusZero = digits > start && count == 1 && text.charAt(digits) == '0';
    boolean goesOn = at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0;
    if (count == 0 || count > 16 || leadingZero || minusZero || goesOn) {
      throw unexpected("a whole number below 2^53 (other numbers are written as text)");
    }
    long value = Long.parseLong(text, start, at, 10);
    if (Math.abs(value) > JsonWriter.LARGEST_INTEGER) {
      throw unexpected("a whole number below 2^53");
    }
    return value;
  }

  public boolean bool() {
    if (word("true")) {
      return true;
    }
    if (word("false")) {
      return false;
    }
    throw unexpected("true or false");
  }

  /// Takes `null` if it is next.
  public boolean isNull() {
    return word("null");
  }

  private boolean word(String word) {
    peek();
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  /// Takes any value and forgets it.
  public void skip() {
    switch (peek()) {
      case '{' -> {
        open('{');
        if (!closes('}')) {
          do {
            name();
            skip();
          } while (more('}'));
        }
      }
      case '[' -> {
        open('[');
        if (!closes(']')) {
          do {
            skip();
          } while (more(']'));
        }
      }
      case '"' -> string();
      case 't', 'f' -> bool();
      case 'n' -> {
        if (!isNull()) {
          throw unexpected("null");
        }
      }
      default -> integer();
    }
  }

  /// Ends the document.
  ///
  /// @throws IllegalArgumentException if text follows
  public void end() {
    peek();
    if (at < text.length()) {
      throw unexpected("the end");
    }
  }

  IllegalArgumentException unexpected(String expected) {
    String found = text.substring(Math.min(at, text.length()), Math.min(at + 20, text.length()));
    return new IllegalArgumentException(
        "expected " + expected + " at character " + at + ", found '" + found + "'");
  }
}
