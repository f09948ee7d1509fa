package org.tripoint.engines.spectra.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.Curve;
import org.tripoint.engines.spectra.spectrum.CurveEntry;
import org.tripoint.engines.spectra.spectrum.CurveUnit;

/// One block of JCAMP-DX: its labels, and its data lines once a table has begun.
final class JcampBlock {

  /// Positions of lines are rounded by whoever writes them: so far may they be off, in steps.
  private static final double STEPS_OFF = 1.5;

  private final ReadingLimits limits;
  private final Description description;
  private final Map<String, String> labels = new HashMap<>();
  private final Asdf ordinates;
  private final PeakList peaks;
  private final List<double[]> linePositions = new ArrayList<>();
  private double[] pairs = new double[0];
  private int numbers;
  private Table table = Table.NONE;
  private @Nullable Unfit unfit;

  /// What form the data of a block have.
  private enum Table {
    NONE,
    ORDINATES,
    PAIRS
  }

  JcampBlock(ReadingLimits limits, Pool pool, PeakList peaks) {
    this.limits = limits;
    this.description = new Description(limits, pool);
    this.ordinates = new Asdf(limits.peaks());
    this.peaks = peaks;
  }

  boolean isLink() {
    return label("DATATYPE").equalsIgnoreCase("LINK");
  }

  boolean hasTable() {
    return table != Table.NONE;
  }

  /// The first fault; the rest of the block is then only passed over.
  void refuse(Unfit fault) {
    if (unfit == null) {
      unfit = fault;
    }
  }

  boolean isUnfit() {
    return unfit != null;
  }

  /// Takes a label with its whole value.
  void label(String written, String label, String value) throws Unfit {
    switch (label) {
      case "XYDATA" -> begin(value);
      case "PEAKTABLE", "XYPOINTS" -> begin(value.isEmpty() ? "(XY..XY)" : value);
      case "NTUPLES", "DATATABLE", "PEAKASSIGNMENTS", "RADATA" ->
          throw Unfit.entry(Fault.NOT_SUPPORTED, "##" + written + "=");
      default -> {
        if (labels.size() > limits.fields()) {
          throw Unfit.entry(Fault.TOO_MANY_FIELDS, limits.fields());
        }
        labels.putIfAbsent(label, value);
        describe(written, label, value);
      }
    }
  }

  private void begin(String form) throws Unfit {
    if (table != Table.NONE) {
      throw Unfit.entry(Fault.NOT_SUPPORTED, "a second table of one block");
    }
    String plain = form.toUpperCase(Locale.ROOT).replace(" ", "");
    if (plain.startsWith("(X++(Y..Y))")) {
      table = Table.ORDINATES;
    } else if (plain.startsWith("(XY..XY)")) {
      table = Table.PAIRS;
    } else {
      throw Unfit.entry(Fault.NOT_SUPPORTED, "a table of the form " + form);
    }
  }

  private void describe(String written, String label, String value) throws Unfit {
    switch (label) {
      case "TITLE",
          "JCAMPDX",
          "DATATYPE",
          "DATACLASS",
          "NPOINTS",
          "FIRSTX",
          "LASTX",
          "FIRSTY",
          "DELTAX",
          "XFACTOR",
          "YFACTOR",
          "XUNITS",
          "YUNITS",
          "MAXX",
          "MINX",
          "MAXY",
          "MINY" -> {}
      case "CASNAME" -> description.put("name", value);
      case "NAMES" -> names(written, value);
      case ".IONIZATIONMODE" -> ionisation(value);
      case "ORIGIN" -> description.put("contributor", value);
      case "OWNER" -> description.put("license", value);
      case "SPECTROMETERDATASYSTEM" -> description.put("instrument", value);
      case "$RETENTIONINDEX" -> description.put("retentionindex", value);
      case "MOLFORM" -> description.put("formula", value.replace(" ", ""));
      default -> description.put(written.strip(), value);
    }
  }

  /// Collections of mass spectra write their own name here.
  private void names(String written, String value) throws Unfit {
    if (isMass()) {
      description.keep(written, value);
    } else {
      description.put("synonym", value);
    }
  }

  /// `EI+`: how, and which ions.
  private void ionisation(String value) throws Unfit {
    int end = value.length() - 1;
    if (end > 0 && (value.charAt(end) == '+' || value.charAt(end) == '-')) {
      description.put("polarity", value.substring(end));
      description.put("ionization", value.substring(0, end));
    } else {
      description.put("ionization", value);
    }
  }

  /// Takes one line of the table.
  void data(String line) throws Unfit {
    if (table == Table.PAIRS) {
      pairs(line);
    } else {
      int before = ordinates.size();
      boolean check = ordinates.expectsCheck();
      if (ordinates.add(line)) {
        // In a table of differences the line begins where the last one ended.
        if (linePositions.size() > limits.peaks()) {
          throw Unfit.entry(Fault.TOO_MANY_PEAKS, limits.peaks());
        }
        int index = check ? before - 1 : before;
        linePositions.add(new double[] {ordinates.linePosition(), index, check ? 1 : 0});
      }
    }
  }

  private void pairs(String line) throws Unfit {
    int at = 0;
    while (at < line.length()) {
      if (" \t,;".indexOf(line.charAt(at)) >= 0) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < line.length() && " \t,;".indexOf(line.charAt(end)) < 0) {
        end++;
      }
      double number = Numbers.parse(line, at, end);
      if (Double.isNaN(number)) {
        throw Unfit.entry(Fault.NOT_A_NUMBER, line.substring(at, end));
      }
      add(number);
      at = end;
    }
  }

  private void add(double number) throws Unfit {
    if (numbers / 2 >= limits.peaks()) {
      throw Unfit.entry(Fault.TOO_MANY_PEAKS, limits.peaks());
    }
    if (numbers == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.max(64, numbers * 2));
    }
    pairs[numbers++] = number;
  }

  /// Whether it says how many points there are, so that a missing end is noticed.
  boolean saysCount() {
    return !label("NPOINTS").isEmpty();
  }

  /// The entry of a block that has ended.
  Reading finish(Place place, long number) throws Unfit {
    if (unfit != null) {
      throw unfit;
    }
    if (table == Table.NONE) {
      throw Unfit.entry(Fault.MISSING, "a table of data");
    }
    String title = label("TITLE");
    if (description.has(Slot.NAME)) {
      description.keep("TITLE", title);
    } else {
      description.put("name", title);
    }
    double[][] points = table == Table.PAIRS ? points() : series();
    return isMass() ? mass(points, place, number) : curve(points, place, number);
  }

  private boolean isMass() {
    return label("DATATYPE").toUpperCase(Locale.ROOT).startsWith("MASS");
  }

  private Reading mass(double[][] points, Place place, long number) throws Unfit {
    peaks.clear();
    for (int i = 0; i < points[0].length; i++) {
      peaks.add(points[0][i], points[1][i]);
    }
    return new Reading.Taken(description.entry(peaks.peaks(), number), place);
  }

  private Reading curve(double[][] points, Place place, long number) throws Unfit {
    String technique = label("DATATYPE");
    if (technique.isEmpty()) {
      throw Unfit.entry(Fault.MISSING, "##DATA TYPE=");
    }
    CurveUnit yUnit = JcampUnits.values(label("YUNITS"));
    double scale = JcampUnits.isPercent(label("YUNITS")) ? 0.01 : 1;
    for (int i = 0; i < points[0].length; i++) {
      points[1][i] *= scale;
    }
    refuseUnlessCurve(points);
    Curve curve = Curve.of(JcampUnits.positions(label("XUNITS")), yUnit, points[0], points[1]);
    return new Reading.TakenCurve(
        new CurveEntry(
            technique,
            curve,
            description.compound(number),
            description.provenance(),
            description.further()),
        place);
  }

  private static void refuseUnlessCurve(double[][] points) throws Unfit {
    double[] x = points[0];
    if (x.length < 2) {
      throw Unfit.entry(Fault.MISSING, "at least two points");
    }
    boolean down = x[1] < x[0];
    for (int i = 0; i < x.length; i++) {
      if (!Curve.isValue(x[i]) || !Curve.isValue(points[1][i])) {
        throw Unfit.entry(Fault.OUT_OF_RANGE, "a point", x[i] + ", " + points[1][i]);
      }
      if (i > 0 && (x[i] == x[i - 1] || (x[i] < x[i - 1]) != down)) {
        throw Unfit.entry(Fault.MALFORMED, "positions in one direction", x[i]);
      }
    }
  }

  /// Pairs, each number times its factor.
  private double[][] points() throws Unfit {
    if (numbers % 2 != 0) {
      throw Unfit.entry(Fault.HALF_A_PAIR, pairs[numbers - 1]);
    }
    int size = numbers / 2;
    requireCount(size);
    double xFactor = number("XFACTOR", 1);
    double yFactor = number("YFACTOR", 1);
    double[][] points = new double[2][size];
    for (int i = 0; i < size; i++) {
      points[0][i] = pairs[2 * i] * xFactor;
      points[1][i] = pairs[2 * i + 1] * yFactor;
    }
    return points;
  }

  /// Values at equal distances; those that were not given are left out.
  private double[][] series() throws Unfit {
    double[] y = ordinates.values();
    requireCount(y.length);
    if (y.length < 2) {
      throw Unfit.entry(Fault.MISSING, "at least two points");
    }
    double first = number("FIRSTX", Double.NaN);
    if (Double.isNaN(first)) {
      throw Unfit.entry(Fault.MISSING, "##FIRSTX=");
    }
    double step = step(first, y.length);
    requireLinePositions(first, step);
    double yFactor = number("YFACTOR", 1);
    double[][] points = new double[2][y.length];
    int size = 0;
    for (int i = 0; i < y.length; i++) {
      if (!Double.isNaN(y[i])) {
        points[0][size] = first + i * step;
        points[1][size++] = y[i] * yFactor;
      }
    }
    return new double[][] {Arrays.copyOf(points[0], size), Arrays.copyOf(points[1], size)};
  }

  /// Distance of two points with its direction. `LASTX` decides where it is given: the sign of
  /// `DELTAX` is often wrong and its digits are few.
  private double step(double first, int size) throws Unfit {
    double last = number("LASTX", Double.NaN);
    double delta = number("DELTAX", Double.NaN);
    if (Double.isNaN(last) && Double.isNaN(delta)) {
      throw Unfit.entry(Fault.MISSING, "##LASTX= or ##DELTAX=");
    }
    double step = Double.isNaN(last) ? delta : (last - first) / (size - 1);
    boolean agree =
        Double.isNaN(delta) || Math.abs(Math.abs(delta) - Math.abs(step)) <= 0.02 * Math.abs(step);
    if (step == 0 || !agree) {
      throw Unfit.entry(Fault.MALFORMED, "##DELTAX= " + step, delta);
    }
    return step;
  }

  private void requireLinePositions(double first, double step) throws Unfit {
    double factor = number("XFACTOR", 1);
    for (double[] written : linePositions) {
      double found = written[0] * factor;
      double expected = first + written[1] * step;
      double rounding = Math.abs(factor) + 1e-6 * Math.abs(expected);
      // Some writers count on at a check instead of beginning where the last line ended.
      double off =
          Math.min(Math.abs(found - expected), Math.abs(found - expected - written[2] * step));
      if (!(off <= STEPS_OFF * Math.abs(step) + rounding)) {
        throw Unfit.entry(Fault.CHECK_DIFFERS, "X " + found, "X " + expected);
      }
    }
  }

  private void requireCount(int found) throws Unfit {
    String announced = label("NPOINTS");
    if (announced.isEmpty() && table == Table.ORDINATES) {
      throw Unfit.entry(Fault.MISSING, "##NPOINTS=");
    }
    if (!announced.isEmpty() && number("NPOINTS", 0) != found) {
      throw Unfit.entry(Fault.COUNT_DIFFERS, announced, found);
    }
  }

  private String label(String name) {
    return labels.getOrDefault(name, "");
  }

  private double number(String name, double otherwise) throws Unfit {
    String text = label(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    double number = Numbers.parse(text);
    if (Double.isNaN(number)) {
      throw Unfit.entry(Fault.NOT_A_NUMBER, "##" + name + "=" + text);
    }
    return number;
  }
}
