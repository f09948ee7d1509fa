package org.tripoint.engines.spectra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.testsupport.Seeds;
import org.w3c.dom.Document;

class DrawMirrorPlotTest {

  private static final PlotWords WORDS =
      new PlotWords("Query <and> library", "5 of 7 \"peaks\" & more", "m/z", "%");

  private final DrawMirrorPlot draw = new DrawMirrorPlot(720, 400, 0.01, 12);

  private static PlotSide side(String name, double... pairs) {
    double[] mz = IntStream.range(0, pairs.length / 2).mapToDouble(i -> pairs[2 * i]).toArray();
    double[] height =
        IntStream.range(0, pairs.length / 2).mapToDouble(i -> pairs[2 * i + 1]).toArray();
    return new PlotSide(name, Peaks.of(mz, height));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static int count(String svg, String part) {
    return svg.split(Pattern.quote(part), -1).length - 1;
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThatThrownBy(() -> new DrawMirrorPlot(10, 400, 0.01, 5)).hasMessageContaining("a size");
    assertThatThrownBy(() -> new DrawMirrorPlot(720, 400, Double.NaN, 5))
        .hasMessageContaining("a tolerance");
    assertThatThrownBy(() -> new PlotRange(5, 5)).hasMessageContaining("a range");
    assertThatThrownBy(() -> new PlotRange(Double.NaN, 5)).hasMessageContaining("a range");
  }

  @Test
  void isAnSvgWhateverTheNamesAre() throws Exception {
    String svg =
        draw.svg(
            side("a<b>\"&\u0000\u0007\uffff", 188.1434, 999, 105.0699, 320),
            side("<script>alert(1)</script>", 188.1430, 999, 132.08, 12),
            WORDS);

    assertThat(parsed(svg).getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg).doesNotContain("<script").doesNotContain("style=").doesNotContain("href");
    assertThat(svg).contains("aria-label=\"Query &lt;and&gt; library\"").contains("<desc>5 of 7");
  }

  @Test
  void setsOffWhatBothHave() {
    String svg =
        draw.svg(
            side("query", 188.1434, 999, 105.0699, 320, 77.0386, 50),
            side("library", 188.1430, 999, 105.0699, 300, 132.0808, 12),
            WORDS);

    assertThat(count(svg, "class=\"peak matched above\"")).isEqualTo(2);
    assertThat(count(svg, "class=\"peak above\"")).isEqualTo(1);
    assertThat(count(svg, "class=\"peak matched below\"")).isEqualTo(2);
    assertThat(count(svg, "class=\"peak below\"")).isEqualTo(1);
    assertThat(svg).contains("<title>188.1434, 100.0 %</title>");
  }

  @Test
  void eachPeakIsMatchedOnceAndWithItsNearest() {
    Peaks above = side("", 100.000, 1, 100.008, 1).peaks();
    Peaks below = side("", 100.009, 1).peaks();

    MatchPeaks matches = MatchPeaks.of(above, below, 0.01);
    assertThat(matches.above().stream().toArray()).containsExactly(1);
    assertThat(matches.below().stream().toArray()).containsExactly(0);
  }

  @Test
  void aPartShowsOnlyItsPeaks() {
    String svg =
        draw.svg(
            side("query", 50, 999, 105, 320),
            side("library", 50, 999, 105, 300),
            WORDS,
            new PlotRange(100, 110));

    assertThat(svg).contains("<title>105, ").doesNotContain("<title>50, ");
  }

  @Test
  void labelsRunIntoNothing() {
    Pattern label =
        Pattern.compile("class=\"label\" x=\"([0-9.]+)\" y=\"([0-9.]+)\"[^>]*>([0-9.]+)<");
    Seeds.forEach((random, seed) -> {
      double[] pairs = new double[2 * (1 + random.nextInt(300))];
      for (int i = 0; i < pairs.length; i += 2) {
        pairs[i] = random.nextDouble(40, 500);
        pairs[i + 1] = random.nextDouble(0.1, 999);
      }
      String svg = draw.svg(side("query", pairs), side("library", pairs), WORDS);
      parsed(svg);
      List<double[]> boxes = new ArrayList<>();
      Matcher found = label.matcher(svg);
      while (found.find()) {
        double x = Double.parseDouble(found.group(1));
        double y = Double.parseDouble(found.group(2));
        double wide = found.group(3).length() * 3.0;
        for (double[] box : boxes) {
          boolean apart = Math.abs(box[0] - x) >= box[2] + wide || Math.abs(box[1] - y) >= 10;
          assertThat(apart).as("labels at %s, %s", x, y).isTrue();
        }
        boxes.add(new double[] {x, y, wide});
      }
      assertThat(boxes).isNotEmpty().hasSizeLessThanOrEqualTo(24);
    });
  }

  @Test
  void ticksAreRound() {
    assertThat(new PlotRange(38.2, 301).ticks(6))
        .containsExactly(50.0, 100.0, 150.0, 200.0, 250.0, 300.0);
    assertThat(new PlotRange(0, 1e5).ticks(5)).hasSizeLessThan(8);
    assertThat(new PlotRange(100, 100.0001).ticks(5)).hasSizeLessThan(11);
  }
}
