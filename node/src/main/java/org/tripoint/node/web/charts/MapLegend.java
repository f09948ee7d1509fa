package org.tripoint.node.web.charts;

import java.math.BigDecimal;
import org.tripoint.node.web.Wording;

/// The key below a map: unit, shades with their limits, and what grey hatching means.
record MapLegend(Svg svg, Wording wording, Shades shades, String hatch, int decimals) {

  void draw(int width, double y, String unit) {
    svg.text("strong", 0, y, "start", unit);
    boolean narrow = width < 500;
    int classes = shades.limits().size() + 1;
    double each = narrow ? 58 : 88;
    double top = y + 8;
    double x = 0;
    svg.rectangle("area m-0", x, top, 24, 12, "", "");
    svg.text("", x, top + 28, "start", "0");
    x += 32;
    boolean any = shades.most().signum() > 0;
    for (int i = 0; any && i < classes; i++) {
      svg.rectangle("area m-" + shades.shadeOfClass(i), x, top, each, 12, "", "");
      BigDecimal limit = i < shades.limits().size() ? shades.limits().get(i) : shades.most();
      svg.text("", x + each, top + 28, "end", "≤ " + wording.number(limit, decimals));
      x += each;
    }
    String word = wording.t("web.chart.no-value");
    boolean below = narrow || x + 24 + 30 + Svg.widthOf(word) > width;
    double besideX = below ? 0 : x + 24;
    double besideY = below ? top + 44 : top;
    svg.rectangle("area f-nothing", besideX, besideY, 24, 12, "", "");
    svg.rectangle("border", besideX, besideY, 24, 12, "url(#" + hatch + ")", "");
    svg.text("", besideX + 30, besideY + 10, "start", word);
  }
}
