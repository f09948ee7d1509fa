package org.tripoint.node.web.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/// Prints a paper, which is XHTML, as PDF, with the fonts that every reader has. Nothing outside
/// the text is loaded.
public final class PrintPaper {

  /// What those fonts lack, as it is otherwise written.
  private static final Map<Integer, String> OTHERWISE =
      Map.ofEntries(
          Map.entry(0x2032, "'"),
          Map.entry(0x2033, "\""),
          Map.entry(0x2212, "-"),
          Map.entry(0x2192, "->"),
          Map.entry(0x200B, ""),
          Map.entry(0x202F, "\u00A0"),
          Map.entry(0x2265, ">="),
          Map.entry(0x2264, "<="),
          Map.entry(0x3B1, "alpha"),
          Map.entry(0x3B2, "beta"),
          Map.entry(0x3B3, "gamma"),
          Map.entry(0x394, "Delta"));

  static {
    XRLog.setLoggingEnabled(false);
  }

  private PrintPaper() {}

  /// The paper as a PDF file.
  public static byte[] pdf(String xhtml) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useUriResolver((base, uri) -> null)
          .useSVGDrawer(new PaperDrawings())
          .withHtmlContent(printable(xhtml), null)
          .toStream(out)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot print the paper", e);
    }
    return out.toByteArray();
  }

  static String printable(String text) {
    CharsetEncoder fonts = Charset.forName("windows-1252").newEncoder();
    StringBuilder printable = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> {
          String one = Character.toString(c);
          printable.append(fonts.canEncode(one) ? one : OTHERWISE.getOrDefault(c, "?"));
        });
    return printable.toString();
  }
}
