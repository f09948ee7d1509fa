package org.tripoint.node.web.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes SVG elements; every text and attribute value is escaped.
final class Svg {
  /// A letter's width in units, at 13 units of height.
  private static final double LETTER = 7;

  private static final String PICTURE = "img";
  private static final double CAPITAL = LETTER * 1.25;

  private final StringBuilder out = new StringBuilder(8_192);

  /// Where the role stands while it is a picture's; 0 once the drawing holds links, which inside a
  /// picture nobody who listens to the page would find.
  private int role;

  static Svg open(int width, double height, String title, String description) {
    Svg svg = new Svg();
    svg.out.append("<svg width=\"").append(width).append("\" height=\"").append(number(height));
    svg.out.append("\" xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" role=\"");
    svg.role = svg.out.length();
    svg.out.append(PICTURE).append("\" viewBox=\"0 0 ");
    svg.out.append(width).append(' ').append(number(height)).append("\" aria-label=\"");
    svg.escape(description.isBlank() ? title : title + ". " + description).append("\">");
    svg.title(title);
    if (!description.isBlank()) {
      svg.out.append("<desc>");
      svg.escape(description).append("</desc>");
    }
    return svg;
  }

  Drawing close() {
    return new Drawing(out.append("</svg>").toString());
  }

  Svg title(String text) {
    out.append("<title>");
    escape(text).append("</title>");
    return this;
  }

  /// A pattern of diagonal lines under an id that is its own for every drawing.
  Svg hatch(String id) {
    out.append("<defs><pattern id=\"").append(id);
    out.append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">");
    out.append("<path class=\"hatch\" d=\"M-1 1l2-2M0 6l6-6M5 7l2-2\"/></pattern></defs>");
    return this;
  }

  Svg line(String css, double x1, double y1, double x2, double y2) {
    out.append("<path class=\"").append(css).append("\" d=\"M");
    at(x1, y1).out.append('L');
    at(x2, y2).out.append("\"/>");
    return this;
  }

  Svg path(String css, CharSequence d) {
    out.append("<path class=\"").append(css).append("\" d=\"").append(d).append("\"/>");
    return this;
  }

  Svg path(String css, CharSequence d, String fill, String tip) {
    out.append("<path class=\"").append(css).append('"');
    if (!fill.isEmpty()) {
      out.append(" fill=\"").append(fill).append('"');
    }
    out.append(" d=\"").append(d).append("\">");
    return title(tip).raw("</path>");
  }

  Svg style(String css) {
    return raw("<style>").raw(css).raw("</style>");
  }

  Svg rectangle(String css, double x, double y, double width, double height) {
    return rectangle(css, x, y, width, height, "", "");
  }

  Svg rectangle(
      String css, double x, double y, double width, double height, String fill, String tip) {
    out.append("<rect class=\"").append(css).append('"');
    if (!fill.isEmpty()) {
      out.append(" fill=\"").append(fill).append('"');
    }
    out.append(" x=\"").append(number(x)).append("\" y=\"").append(number(y));
    out.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
    if (tip.isEmpty()) {
      return raw("\"/>");
    }
    return raw("\">").title(tip).raw("</rect>");
  }

  Svg circle(String css, double x, double y, double radius, String tip) {
    out.append("<circle class=\"").append(css).append("\" cx=\"").append(number(x));
    out.append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius));
    return tip.isEmpty() ? raw("\"/>") : raw("\">").title(tip).raw("</circle>");
  }

  /// @param anchor `start`, `middle` or `end`
  Svg text(String css, double x, double y, String anchor, String text) {
    out.append("<text");
    if (!css.isEmpty()) {
      out.append(" class=\"").append(css).append('"');
    }
    out.append(" x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
    if (!anchor.equals("start")) {
      out.append(" text-anchor=\"").append(anchor).append('"');
    }
    out.append('>');
    escape(text).append("</text>");
    return this;
  }

  Svg beginLink(String address) {
    if (role > 0) {
      out.replace(role, role + PICTURE.length(), "group");
      role = 0;
    }
    out.append("<a href=\"");
    escape(address).append("\">");
    return this;
  }

  Svg endLink() {
    return raw("</a>");
  }

  Svg group(String transform) {
    out.append("<g transform=\"").append(transform).append("\">");
    return this;
  }

  Svg endGroup() {
    return raw("</g>");
  }

  /// Another drawing inside this one, at a place and width of its own.
  Svg place(Drawing other, double x, double y, double width) {
    String inner = other.svg();
    out.append("<svg x=\"").append(number(x)).append("\" y=\"").append(number(y));
    out.append("\" width=\"").append(number(width)).append("\" height=\"");
    out.append(number(other.height())).append('"');
    out.append(inner, inner.indexOf(" xmlns="), inner.length());
    return this;
  }

  private Svg raw(String text) {
    out.append(text);
    return this;
  }

  private Svg at(double x, double y) {
    out.append(number(x)).append(' ').append(number(y));
    return this;
  }

  private StringBuilder escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
      }
    }
    return out;
  }

  /// At most one decimal, without a trailing zero.
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /// Width of a text in units at 13 units of height; generous, since fonts differ.
  static double widthOf(String text) {
    return text.codePoints().mapToDouble(c -> Character.isUpperCase(c) ? CAPITAL : LETTER).sum();
  }

  /// The text, or as much of it as fits with an ellipsis.
  static String cut(String text, double room) {
    int most = (int) (room / LETTER);
    return text.length() <= most ? text : text.substring(0, Math.max(1, most - 1)) + "…";
  }

  /// A text on as many lines as it takes, broken between words.
  static List<String> lines(String text, double room) {
    int most = (int) (room / LETTER);
    List<String> lines = new ArrayList<>();
    String left = text.strip();
    while (left.length() > most) {
      int space = left.lastIndexOf(' ', most);
      int end = space <= 0 ? most : space;
      lines.add(left.substring(0, end));
      left = left.substring(end).strip();
    }
    if (!left.isEmpty()) {
      lines.add(left);
    }
    return lines;
  }

  /// A heading on at most two lines, broken between words.
  static List<String> wrap(String text, double room) {
    if (widthOf(text) <= room) {
      return List.of(text);
    }
    int most = (int) (room / LETTER);
    int space = text.lastIndexOf(' ', most);
    if (space <= 0) {
      return List.of(cut(text, room));
    }
    return List.of(text.substring(0, space), cut(text.substring(space + 1), room));
  }
}
