package org.tripoint.engines.spectra.plot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// Draws two spectra head to tail: the measured one upwards, the library's downwards, each against
/// its own highest peak.
///
/// Classes: `mirror` on the picture; `peak` with `above` or `below` and `matched` where the other
/// side has a peak at the same m/z; `axis`, `grid`, `label`, `name`. Of a spectrum of very many
/// peaks the highest [#MOST_PEAKS] of the range are drawn. The highest have their m/z beside them
/// where it runs into nothing.
///
/// @param width units, from 200 to 4,000
/// @param height units, from 150 to 4,000
/// @param toleranceDa half-width of the window in which peaks are the same; at least 0
/// @param labels most labels on each side; at least 0
public record DrawMirrorPlot(int width, int height, double toleranceDa, int labels) {

  /// As many lines as one half can show.
  public static final int MOST_PEAKS = 2_000;

  private static final int LEFT = 46;
  private static final int RIGHT = 14;
  private static final int TOP = 34;
  private static final int BOTTOM = 64;

  /// Width of a digit and height of a line of the labels, in units at 11 units of type.
  private static final double DIGIT = 6.2;

  private static final double LINE = 12;

  public DrawMirrorPlot {
    if (width < 200 || width > 4_000 || height < 150 || height > 4_000) {
      throw new IllegalArgumentException("expected a size, found " + width + " x " + height);
    }
    if (!(toleranceDa >= 0 && toleranceDa <= Peaks.MOST_MZ) || labels < 0) {
      throw new IllegalArgumentException(
          "expected a tolerance and labels from 0, found " + toleranceDa + " and " + labels);
    }
  }

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /// The picture of everything that both have.
  public String svg(PlotSide above, PlotSide below, PlotWords words) {
    return svg(above, below, words, PlotRange.of(above.peaks(), below.peaks()));
  }

  /// The picture of a part.
  public String svg(PlotSide above, PlotSide below, PlotWords words, PlotRange range) {
    StringBuilder out = new StringBuilder(16_384);
    open(out, words);
    frame(out, range, words);
    MatchPeaks matches = MatchPeaks.of(above.peaks(), below.peaks(), toleranceDa);
    half(out, above, matches.above(), range, true);
    half(out, below, matches.below(), range, false);
    line(out, "axis", LEFT, middle(), width - RIGHT, middle());
    return out.append("</svg>").toString();
  }

  private void open(StringBuilder out, PlotWords words) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing mirror\" role=\"img\"");
    out.append(" width=\"").append(width).append("\" height=\"").append(height);
    out.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height);
    out.append("\" aria-label=\"").append(escape(words.title())).append("\"><title>");
    out.append(escape(words.title())).append("</title>");
    if (!words.description().isBlank()) {
      out.append("<desc>").append(escape(words.description())).append("</desc>");
    }
  }

  private void frame(StringBuilder out, PlotRange range, PlotWords words) {
    for (int percent : new int[] {100, 50, 0, -50, -100}) {
      double y = middle() - percent / 100.0 * half();
      if (percent != 0) {
        line(out, "grid", LEFT, y, width - RIGHT, y);
      }
      text(out, "tick", LEFT - 6, y + 4, "end", Integer.toString(Math.abs(percent)));
    }
    // Below the labels of the peaks that reach down to the end.
    double foot = height - BOTTOM + LINE + 8;
    for (double tick : range.ticks(Math.max(2, (width - LEFT - RIGHT) / 70))) {
      line(out, "axis", x(range, tick), foot - 6, x(range, tick), foot);
      text(out, "tick", x(range, tick), foot + 12, "middle", shortest(tick));
    }
    text(out, "axis-name", 4, height - 8.0, "start", words.mzAxis());
    text(out, "axis-name", 4, 12, "start", words.intensityAxis());
  }

  private void half(
      StringBuilder out, PlotSide side, BitSet matched, PlotRange range, boolean upwards) {
    Peaks peaks = side.peaks();
    double base = peaks.intensity(peaks.basePeak());
    int[] highest =
        IntStream.range(0, peaks.size())
            .filter(i -> range.holds(peaks.mz(i)))
            .boxed()
            .sorted((a, b) -> Double.compare(peaks.intensity(b), peaks.intensity(a)))
            .limit(MOST_PEAKS)
            .mapToInt(Integer::intValue)
            .toArray();
    boolean nominal = isNominal(peaks);
    out.append("<g class=\"").append(upwards ? "above" : "below").append("\">");
    double[] tops = new double[highest.length];
    for (int i = 0; i < highest.length; i++) {
      int peak = highest[i];
      double part = peaks.intensity(peak) / base;
      tops[i] = middle() + (upwards ? -1 : 1) * part * half();
      out.append("<path class=\"peak").append(matched.get(peak) ? " matched" : "");
      out.append(upwards ? " above" : " below").append("\" d=\"M");
      out.append(number(x(range, peaks.mz(peak)))).append(' ').append(number(middle()));
      out.append('V').append(number(tops[i])).append("\"><title>");
      out.append(mz(peaks.mz(peak), nominal)).append(", ");
      out.append(String.format(Locale.ROOT, "%.1f", part * 100)).append(" %</title></path>");
    }
    labels(out, peaks, highest, tops, range, nominal, upwards);
    double y = upwards ? LINE : height - 8.0;
    text(out, "name strong", width - RIGHT, y, "end", side.name());
    out.append("</g>");
  }

  private void labels(
      StringBuilder out,
      Peaks peaks,
      int[] highest,
      double[] tops,
      PlotRange range,
      boolean nominal,
      boolean upwards) {
    List<Box> taken = new ArrayList<>();
    for (int i = 0; i < highest.length && taken.size() < labels; i++) {
      double x = x(range, peaks.mz(highest[i]));
      String text = mz(peaks.mz(highest[i]), nominal);
      double wide = text.length() * DIGIT / 2 + 1;
      double foot = upwards ? tops[i] - 3 : tops[i] + LINE;
      Box box = new Box(x - wide, foot - LINE + 2, x + wide, foot + 1);
      boolean free = box.left > LEFT && box.right < width && taken.stream().noneMatch(box::meets);
      // What is higher than this peak was drawn before it; a line through the label is no label.
      for (int j = 0; free && j < i; j++) {
        double other = x(range, peaks.mz(highest[j]));
        free = other < box.left || other > box.right;
      }
      if (free) {
        taken.add(box);
        text(out, "label", x, foot, "middle", text);
      }
    }
  }

  private double middle() {
    return TOP + half();
  }

  private double half() {
    return (height - TOP - BOTTOM) / 2.0;
  }

  private double x(PlotRange range, double mz) {
    return LEFT + (mz - range.low()) / (range.high() - range.low()) * (width - LEFT - RIGHT);
  }

  private static boolean isNominal(Peaks peaks) {
    for (int i = 0; i < peaks.size(); i++) {
      if (Math.abs(peaks.mz(i) - Math.rint(peaks.mz(i))) > 1e-9) {
        return false;
      }
    }
    return true;
  }

  private static String mz(double mz, boolean nominal) {
    return String.format(Locale.ROOT, nominal ? "%.0f" : "%.4f", mz);
  }

  private static String shortest(double tick) {
    return String.format(Locale.ROOT, "%.4f", tick).replaceAll("\\.?0+$", "");
  }

  private static void line(
      StringBuilder out, String css, double x1, double y1, double x2, double y2) {
    out.append("<path class=\"").append(css).append("\" d=\"M").append(number(x1)).append(' ');
    out.append(number(y1)).append('L').append(number(x2)).append(' ').append(number(y2));
    out.append("\"/>");
  }

  private static void text(
      StringBuilder out, String css, double x, double y, String anchor, String text) {
    out.append("<text class=\"").append(css).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\" text-anchor=\"").append(anchor);
    out.append("\">").append(escape(text)).append("</text>");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        default -> safe.append(Character.isISOControl(c) || c >= '\ufffe' ? ' ' : c);
      }
    }
    return safe.toString();
  }
}
