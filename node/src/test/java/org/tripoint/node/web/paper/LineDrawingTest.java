package org.tripoint.node.web.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.chemistry.structure.DrawStructure;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.w3c.dom.Element;

/// Drawings come onto paper as lines.
class LineDrawingTest {

  private static Element element(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static String svg(String inside) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\">" + inside + "</svg>";
  }

  private static int dark(BufferedImage image) {
    int dark = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if (new Color(image.getRGB(x, y)).getGreen() < 128) {
          dark++;
        }
      }
    }
    return dark;
  }

  @Test
  void refusesADrawingWithoutASizeAndPassesOverWhatItDoesNotRead() throws Exception {
    Element none = element("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assertThatThrownBy(() -> LineDrawing.of(none)).isInstanceOf(IllegalArgumentException.class);
    LineDrawing drawing =
        LineDrawing.of(element(svg("<script>x</script><image href=\"http://x.example\"/>")));
    assertThat(drawing.width()).isEqualTo(40);
    assertThat(drawing.height()).isEqualTo(20);
    assertThat(dark(drawn(drawing))).isZero();
  }

  private static BufferedImage drawn(LineDrawing drawing) {
    BufferedImage image =
        new BufferedImage(
            (int) drawing.width(), (int) drawing.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    drawing.draw(graphics);
    graphics.dispose();
    return image;
  }

  @Test
  void linesAreasAndLettersLeaveTheirMark() throws Exception {
    for (String one :
        new String[] {
          "<g stroke-width=\"2\"><path d=\"M0 10L40 10\"/></g>",
          "<path stroke=\"none\" d=\"M0 0L20 0L20 20Z\"/>",
          "<text x=\"20\" y=\"15\" text-anchor=\"middle\">N<tspan dy=\"3\">2</tspan></text>"
        }) {
      assertThat(dark(drawn(LineDrawing.of(element(svg(one)))))).as(one).isGreaterThan(10);
    }
  }

  @Test
  void aStructureStandsOnThePaper() throws Exception {
    Structure fentanyl =
        new StructureReader(StructureLimits.usual())
            .readSmiles("CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1")
            .orThrow();
    String svg = new DrawStructure().svg(fentanyl, "fentanyl", List.of());
    String paper = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>x</p>%s</body></html>";
    int without = dark(page(PrintPaper.pdf(paper.formatted(""))));
    int with = dark(page(PrintPaper.pdf(paper.formatted(svg))));
    assertThat(with - without).isGreaterThan(500);
  }

  private static BufferedImage page(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, 72);
    }
  }
}
