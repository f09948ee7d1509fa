package org.tripoint.node.web.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A drawing of straight lines, areas and short labels, such as a structure: what of SVG it reads
/// is groups with line width and font size, paths of `M`, `L` and `Z`, and texts with shifted
/// parts. Everything else is passed over.
///
/// Labels are drawn as the outlines of their letters, so that nothing depends on the fonts of the
/// machine.
final class LineDrawing {

  private static final double FONT_UNITS = 1_000;
  private static final int LARGEST_CODE = 255;

  private final PDType1Font font = new PDType1Font(FontName.HELVETICA);
  private final double width;
  private final double height;
  private final List<Mark> marks = new ArrayList<>();

  /// @param stroke line width; 0 for an area
  private record Mark(Shape shape, Color colour, double stroke) {}

  private LineDrawing(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /// @throws IllegalArgumentException where the drawing does not say how large it is
  static LineDrawing of(Element svg) {
    String[] box = svg.getAttribute("viewBox").strip().split("\\s+", -1);
    if (box.length != 4) {
      throw new IllegalArgumentException("expected a viewBox of four numbers");
    }
    LineDrawing drawing = new LineDrawing(Double.parseDouble(box[2]), Double.parseDouble(box[3]));
    drawing.read(svg, 1, 13);
    return drawing;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  void draw(Graphics2D graphics) {
    for (Mark one : marks) {
      graphics.setColor(one.colour());
      if (one.stroke() > 0) {
        graphics.setStroke(
            new BasicStroke((float) one.stroke(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(one.shape());
      } else {
        graphics.fill(one.shape());
      }
    }
  }

  private void read(Element parent, double stroke, double size) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        switch (element.getLocalName() == null ? element.getTagName() : element.getLocalName()) {
          case "g" ->
              read(
                  element,
                  number(element, "stroke-width", stroke),
                  number(element, "font-size", size));
          case "path" ->
              marks.add(
                  new Mark(
                      path(element.getAttribute("d")),
                      colour(element),
                      element.getAttribute("stroke").equals("none") ? 0 : stroke));
          case "text" -> text(element, size);
          default -> {}
        }
      }
    }
  }

  private static double number(Element element, String name, double otherwise) {
    String value = element.getAttribute(name);
    return value.isEmpty() ? otherwise : Double.parseDouble(value);
  }

  private static Color colour(Element element) {
    String fill = element.getAttribute("fill");
    return fill.startsWith("#") ? Color.decode(fill) : Color.BLACK;
  }

  private static Path2D path(String d) {
    Path2D path = new Path2D.Double();
    Scanner words = new Scanner(d.replaceAll("([MLZ])", " $1 "));
    while (words.hasNext()) {
      switch (words.next()) {
        case "M" -> path.moveTo(next(words), next(words));
        case "L" -> path.lineTo(next(words), next(words));
        case "Z" -> path.closePath();
        default -> throw new IllegalArgumentException("expected M, L or Z in " + d);
      }
    }
    return path;
  }

  private static double next(Scanner words) {
    return Double.parseDouble(words.next());
  }

  /// A part of a label.
  private record Piece(String letters, double size, double down) {}

  private void text(Element element, double size) {
    List<Piece> pieces = new ArrayList<>();
    double down = 0;
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element part) {
        down += number(part, "dy", 0);
        pieces.add(new Piece(part.getTextContent(), number(part, "font-size", size), down));
      } else {
        pieces.add(new Piece(String.valueOf(node.getNodeValue()), size, down));
      }
    }
    double length = pieces.stream().mapToDouble(this::length).sum();
    double x =
        number(element, "x", 0)
            - switch (element.getAttribute("text-anchor")) {
              case "middle" -> length / 2;
              case "end" -> length;
              default -> 0;
            };
    for (Piece one : pieces) {
      x = put(one, x, number(element, "y", 0), colour(element));
    }
  }

  private double length(Piece piece) {
    return piece
        .letters()
        .chars()
        .mapToDouble(letter -> width(letter) * piece.size() / FONT_UNITS)
        .sum();
  }

  private double put(Piece piece, double from, double y, Color colour) {
    double x = from;
    double scale = piece.size() / FONT_UNITS;
    for (int letter : piece.letters().chars().toArray()) {
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, y + piece.down());
      marks.add(new Mark(place.createTransformedShape(outline(letter)), colour, 0));
      x += width(letter) * scale;
    }
    return x;
  }

  private Shape outline(int letter) {
    try {
      return font.getNormalizedPath(code(letter));
    } catch (IOException e) {
      throw new UncheckedIOException("expected a font with its letters", e);
    }
  }

  private double width(int letter) {
    try {
      return font.getWidth(code(letter));
    } catch (IOException e) {
      throw new UncheckedIOException("expected a font with its letters", e);
    }
  }

  /// The letter's place in the font; the paper holds no others.
  private static int code(int letter) {
    return letter > LARGEST_CODE ? '?' : letter;
  }
}
