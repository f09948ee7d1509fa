package org.tripoint.node.web.charts;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A finished SVG. Templates write it with `${drawing}`.
///
/// @param svg one `svg` element; every text in it is escaped
public record Drawing(String svg) implements Content {
  private static final int MARGIN = 16;
  private static final int HEAD = 28;

  /// How wide it is shown, one unit a pixel: text keeps the size of the page's small text, so each
  /// room that a page may give has a drawing of its own, and the style sheet shows the widest that
  /// fits. The limits stand in page.css as well.
  public enum Width {
    /// 1,000 units: the whole page on a desk's screen.
    WIDE(1_000),
    /// 560 units: a tablet, or half a page.
    MIDDLE(560),
    /// 328 units: a telephone.
    NARROW(328);

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

  /// The same as a file of its own: on white, with the light colours, title and source inside.
  public String standalone(String title, String source) {
    int units = (int) width();
    List<String> below = Svg.lines(source, units - 2.0 * MARGIN);
    double foot = below.isEmpty() ? 0 : 12 + 18.0 * below.size();
    Svg sheet =
        Svg.open(units + 2 * MARGIN, height() + 2 * MARGIN + HEAD + foot, title, source)
            .style(colours())
            .rectangle("paper", 0, 0, units + 2.0 * MARGIN, height() + 2 * MARGIN + HEAD + foot);
    sheet.text("strong title", MARGIN, MARGIN + 16, "start", title);
    sheet.place(this, MARGIN, MARGIN + HEAD, units);
    for (int i = 0; i < below.size(); i++) {
      sheet.text("", MARGIN, MARGIN + HEAD + height() + 24 + 18 * i, "start", below.get(i));
    }
    return sheet.close().svg();
  }

  private double width() {
    return size()[0];
  }

  /// Height in the drawing's own units.
  double height() {
    return size()[1];
  }

  private double[] size() {
    int at = svg.indexOf("viewBox=\"0 0 ") + "viewBox=\"0 0 ".length();
    String[] size = svg.substring(at, svg.indexOf('"', at)).split(" ", 2);
    return new double[] {Double.parseDouble(size[0]), Double.parseDouble(size[1])};
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
