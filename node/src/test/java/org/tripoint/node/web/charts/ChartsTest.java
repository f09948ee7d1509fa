package org.tripoint.node.web.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.TestWording;
import org.xml.sax.InputSource;

class ChartsTest {

  private static final TestWording ENGLISH = TestWording.of(Language.ENGLISH);

  @Test
  void drawsWellFormedSvgWithoutStylesOrScripts() throws Exception {
    for (Chart chart : List.of(lines(), bars(), map(), multiples())) {
      for (Drawing.Width width : Drawing.Width.values()) {
        String svg = chart.draw(ENGLISH, width).svg();
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
        assertThat(svg).doesNotContain("style=", "<script", "onload", "NaN", "Infinity");
        // A picture, or a group where it holds links: a picture's parts cannot be reached by key.
        assertThat(svg)
            .contains(svg.contains("<a ") ? "role=\"group\"" : "role=\"img\"", "<title>");
      }
    }
  }

  @Test
  void escapesEveryText() {
    LineChart chart =
        LineChart.monthly("<b>\"Q\"&", "kg<", List.of(new Series("</svg>", Tone.BLUE, points())));
    assertThat(chart.draw(ENGLISH, Drawing.Width.WIDE).svg())
        .doesNotContain("<b>", "kg<", "</svg><")
        .contains("&lt;b&gt;&quot;Q&quot;&amp;");
  }

  @Test
  void leavesGapsAndNeverJoinsIncompleteMonths() {
    List<Point> points = points();
    points.set(3, Point.gap(YearMonth.of(2024, 4), PointState.SUPPRESSED));
    points.set(7, points.get(7).withState(PointState.INCOMPLETE));
    String svg =
        LineChart.monthly("Deaths", "deaths", List.of(new Series("US", Tone.BLUE, points)))
            .draw(ENGLISH, Drawing.Width.WIDE)
            .svg();
    assertThat(svg.split("class=\"line s-blue\"", -1)).hasSize(3);
    assertThat(svg).contains("class=\"ring s-blue\"", "class=\"incomplete\"");
  }

  @Test
  void saysTheSameInItsTable() {
    ChartTable table = lines().table(TestWording.of(Language.FRENCH));
    assertThat(table.heads()).containsExactly("Période", "US (kg)", "MX (kg)");
    assertThat(table.rows().getFirst()).containsExactly("janv. 2024", "1\u202f000", "10");
    assertThat(table.rows()).hasSize(8);
  }

  @Test
  void drawsEveryFirstLevelArea() {
    MapSheet sheet = MapSheet.of(Set.of("US", "MX", "CA"), 720);
    assertThat(sheet.paths()).hasSize(51 + 32 + 13);
    assertThat(sheet.paths().keySet()).contains("MX-SIN", "US-AZ", "CA-BC", "MX-CMX", "CA-NL");
    sheet.paths().keySet().forEach(code -> assertThat(ENGLISH.t("place." + code)).isNotBlank());
  }

  @Test
  void putsPlacesWhereTheyAre() {
    MapSheet sheet = MapSheet.of(Set.of("US", "MX", "CA"), 720);
    double[] seattle = sheet.at(-122.3, 47.6);
    double[] miami = sheet.at(-80.2, 25.8);
    double[] mexico = sheet.at(-99.1, 19.4);
    assertThat(seattle[0]).isLessThan(mexico[0]);
    assertThat(miami[0]).isGreaterThan(mexico[0]);
    assertThat(seattle[1]).isLessThan(miami[1]);
    assertThat(miami[1]).isLessThan(mexico[1]);
  }

  @Test
  void framesWhatLiesFarOff() {
    MapSheet sheet = MapSheet.of(Set.of("US"), 720);
    double[] anchorage = sheet.at(-149.9, 61.2);
    double[] honolulu = sheet.at(-157.9, 21.3);
    double[] sanDiego = sheet.at(-117.1, 32.7);
    double[] attu = sheet.at(172.9, 52.9);
    assertThat(anchorage[1]).isGreaterThan(sanDiego[1]).isLessThan(sheet.height());
    assertThat(honolulu[0]).isGreaterThan(anchorage[0]);
    assertThat(attu[0]).isBetween(0.0, anchorage[0]);
    assertThat(sheet.frames()).hasSize(2);
    assertThat(sheet.height()).isLessThan(480);
    assertThat(MapSheet.of(Set.of("US", "CA"), 720).frames()).isEmpty();
  }

  @Test
  void shadesByFifths() {
    List<AreaMap.Area> areas = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      areas.add(AreaMap.Area.of("US-A" + i, BigDecimal.valueOf((long) i * 10)));
    }
    Shades shades = Shades.of(areas);
    assertThat(shades.limits()).hasSize(4);
    assertThat(shades.shadeOf(BigDecimal.ZERO)).isZero();
    assertThat(shades.shadeOf(BigDecimal.TEN)).isEqualTo(1);
    assertThat(shades.shadeOf(BigDecimal.valueOf(100))).isEqualTo(5);
    assertThat(Shades.of(List.of()).shadeOf(BigDecimal.ZERO)).isZero();
  }

  @Test
  void ticksAreRound() {
    assertThat(Scale.over(0, 1234, true, 5).ticks().getLast())
        .isEqualByComparingTo(new BigDecimal("1500"));
    assertThat(Scale.over(0, 0.7, true, 5).decimals()).isEqualTo(1);
    assertThat(Scale.over(0, 0, true, 5).high()).isEqualTo(1);
    assertThat(Scale.over(-3, 8, true, 5).low()).isEqualTo(-5);
  }

  @Test
  void refusesMoreLinesThanCanBeTold() {
    List<Series> nine = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      nine.add(new Series("S" + i, Tone.nth(i), points()));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LineChart.monthly("Many", "kg", nine))
        .withMessageContaining("at most 8");
  }

  @Test
  void keepsItsPicture() throws Exception {
    String svg = lines().draw(ENGLISH, Drawing.Width.NARROW).svg().replace("><", ">\n<") + "\n";
    Path expected = Path.of("src/test/resources/charts/lines.svg");
    Path found = Path.of("target/charts/lines.svg");
    Files.createDirectories(found.getParent());
    Files.writeString(found, svg);
    assertThat(svg).isEqualTo(Files.readString(expected));
  }

  @Test
  void standsAloneAsAFile() {
    String svg =
        lines().draw(ENGLISH, Drawing.Width.WIDE).standalone("Fentanyl seized", "M01, version 1");

    assertThat(svg).contains("<style>", "#0072b2", ">Fentanyl seized</text>", ">M01, version 1<");
    assertThat(svg).doesNotContain("var(--");
  }

  /// Letters keep their size because a drawing is never stretched: it has a size of its own, one
  /// unit a pixel, and there is one for each room.
  @Test
  void hasASizeOfItsOwnForEachRoom() {
    for (Chart chart : List.of(lines(), bars(), map(), multiples())) {
      for (Drawing.Width width : Drawing.Width.values()) {
        String svg = chart.draw(ENGLISH, width).svg();
        String own = svg.substring(svg.indexOf("viewBox=\"0 0 ") + 13).split("\"", 2)[0];
        String[] size = own.split(" ", 2);
        assertThat(svg)
            .startsWith("<svg width=\"" + size[0] + "\" height=\"" + size[1] + "\" xmlns=");
        assertThat(Integer.parseInt(size[0])).isLessThanOrEqualTo(width.units());
      }
    }
  }

  @Test
  void breaksLongHeadingsAndCutsWhatIsLeft() {
    assertThat(Svg.wrap("Heroin", 100)).containsExactly("Heroin");
    assertThat(Svg.wrap("Synthetic opioids, excluding methadone", 150))
        .containsExactly("Synthetic opioids,", "excluding methadone");
    assertThat(Svg.wrap("Synthetic opioids, excluding all methadone", 150))
        .containsExactly("Synthetic opioids,", "excluding all methad…");
    assertThat(Svg.lines("one two three", 60)).containsExactly("one two", "three");
  }

  @Test
  void givesItsFiguresExactly() {
    String csv = ChartFile.csv(bars(), TestWording.of(Language.FRENCH), "CBP, 2025");

    assertThat(csv.lines())
        .containsExactly(
            "chart,of,at,value,unit,state,source",
            "Fentanyl by agency,Office of Field Operations,,900,kg,REPORTED,\"CBP, 2025\"",
            "Fentanyl by agency,Border Patrol,,,kg,SUPPRESSED,\"CBP, 2025\"");
    assertThat(ChartFile.csv(map(), ENGLISH, "").lines()).hasSize(4);
    assertThat(ChartFile.csv(multiples(), ENGLISH, "").lines()).hasSize(1 + 3 * 16);
  }

  private static List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      points.add(Point.of(YearMonth.of(2024, 1 + i), BigDecimal.valueOf(1000 + 100L * i)));
    }
    return points;
  }

  static LineChart lines() {
    List<Point> mexico = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      mexico.add(Point.of(YearMonth.of(2024, 1 + i), BigDecimal.valueOf(10 + 40L * i)));
    }
    return LineChart.monthly(
        "Fentanyl seized",
        "kg",
        List.of(new Series("US", Tone.BLUE, points()), new Series("MX", Tone.GREEN, mexico)));
  }

  static BarChart bars() {
    return new BarChart(
        "Fentanyl by agency",
        "",
        "kg",
        "Agency",
        List.of(
            BarChart.Bar.of("Office of Field Operations", Tone.BLUE, BigDecimal.valueOf(900)),
            new BarChart.Bar("Border Patrol", Tone.BLUE, null, PointState.SUPPRESSED, "")),
        0);
  }

  static AreaMap map() {
    return new AreaMap(
        "Seizures",
        "",
        "events",
        Set.of("US", "MX", "CA"),
        List.of(
            AreaMap.Area.of("US-AZ", BigDecimal.valueOf(50)),
            AreaMap.Area.of("MX-SIN", BigDecimal.valueOf(5)),
            new AreaMap.Area("CA-BC", null, PointState.SUPPRESSED, "")),
        List.of(new AreaMap.Spot(31.3, -110.9, Tone.VERMILLION, "Nogales", "/seizures/1")),
        0);
  }

  static SmallMultiples multiples() {
    return new SmallMultiples("By country", "", List.of(lines(), lines(), lines()));
  }
}
