package org.tripoint.node.web.paper;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/// Puts the drawings of a paper on its pages, as lines and not as a grid of dots.
final class PaperDrawings implements SVGDrawer {

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext css, double width, double height, double dotsPerPixel) {
    return new Image(LineDrawing.of(svg), dotsPerPixel);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> fonts, SharedContext shared) {
    // Letters are drawn with the font that every reader has.
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {
    // As above.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private record Image(LineDrawing drawing, double dotsPerPixel) implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) Math.ceil(drawing.width() * dotsPerPixel);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.ceil(drawing.height() * dotsPerPixel);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      device.drawWithGraphics(
          (float) x, (float) y, (float) drawing.width(), (float) drawing.height(), drawing::draw);
    }
  }
}
