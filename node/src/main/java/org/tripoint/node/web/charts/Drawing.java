package org.tripoint.node.web.charts;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A finished SVG. Templates write it with `${drawing}`.
///
/// @param svg one `svg` element; every text in it is escaped
public record Drawing(String svg) implements Content {

  /// How wide it will be shown; text keeps its size, so narrow screens get a drawing of their own.
  public enum Width {
    /// 720 units.
    WIDE(720),
    /// 344 units.
    NARROW(344);

    private final int units;

    Width(int units) {
      this.units = units;
    }

    int units() {
      return units;
    }
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(svg);
  }

  /// The same as a file of its own, with the light colours inside: for `?format=svg`.
  public String standalone() {
    int end = svg.indexOf('>') + 1;
    return svg.substring(0, end) + "<style>" + colours() + "</style>" + svg.substring(end);
  }

  /// Height in the drawing's own units.
  double height() {
    int at = svg.indexOf("viewBox=\"0 0 ") + "viewBox=\"0 0 ".length();
    String[] size = svg.substring(at, svg.indexOf('"', at)).split(" ", 2);
    return Double.parseDouble(size[1]);
  }

  private static String colours() {
    try (InputStream in = Drawing.class.getResourceAsStream("/static/chart.css")) {
      if (in == null) {
        throw new IllegalStateException("expected /static/chart.css in the program");
      }
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return css.replaceAll("/\\*.*?\\*/", "")
          .replaceAll("var\\(--[a-z0-9-]+, ?(#[0-9a-f]{6})\\)", "$1");
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read /static/chart.css", e);
    }
  }
}
