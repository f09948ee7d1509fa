package org.tripoint.engines.chemistry.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.vecmath.Point2d;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.layout.StructureDiagramGenerator;

/// Draws a structure as SVG, with atoms marked.
///
/// Only presentation attributes and classes (`structure`, `bond`, `atom atom-N`, `mark mark-1`, …),
/// no style attribute, script, font file or outside reference: a page with a strict policy can
/// carry it, and its style sheet may colour it. Fit for any number of threads: each drawing is laid
/// out on its own copy.
public final class DrawStructure {

  /// Length of a bond in the drawing's units; everything else follows from it.
  private static final double BOND = 30;

  private static final double MARGIN = 22;

  /// Colours of marks in their order, light enough for black lines; repeated when there are more.
  private static final List<String> MARK_COLOURS =
      List.of("#f6c177", "#9ccfd8", "#c4a7e7", "#a3d9a5", "#f2a7b5");

  private static final Map<String, String> COLOURS =
      Map.of(
          "N", "#1f4fa3", "O", "#b3261e", "S", "#8a6d00", "F", "#2e7d32", "Cl", "#2e7d32", "Br",
          "#8d3b00", "I", "#5e2b97", "P", "#b25600");

  /// The drawing.
  ///
  /// @param title what a screen reader says, such as the substance's name
  /// @param marks in the order of their colours; may be empty
  public String svg(Structure structure, String title, List<Mark> marks) {
    IAtomContainer molecule = laidOut(structure);
    double[] box = box(molecule);
    StringBuilder svg = new StringBuilder(4_000);
    double width = (box[2] - box[0]) + 2 * MARGIN;
    double height = (box[3] - box[1]) + 2 * MARGIN;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"structure\" role=\"img\" viewBox=\"");
    svg.append(numbers(0, 0, width, height)).append("\" aria-label=\"").append(escape(title));
    svg.append("\">");
    Pen pen = new Pen(svg, MARGIN - box[0], MARGIN + box[3]);
    for (int i = 0; i < marks.size(); i++) {
      mark(pen, molecule, marks.get(i), i);
    }
    svg.append(
        "<g class=\"bonds\" stroke=\"currentColor\" stroke-width=\"1.6\" stroke-linecap=\"round\""
            + " fill=\"currentColor\">");
    for (IBond bond : molecule.bonds()) {
      bond(pen, bond);
    }
    svg.append("</g><g class=\"atoms\" font-family=\"sans-serif\" font-size=\"13\">");
    for (IAtom atom : molecule.atoms()) {
      if (hasLabel(atom)) {
        label(pen, atom);
      }
    }
    svg.append(
        "</g><g class=\"labels\" font-family=\"sans-serif\" font-size=\"12\" font-weight=\"700\">");
    for (Mark mark : marks) {
      pen.text(
          beside(molecule, mark, box), "middle", "mark-label", "#1b1f24", escape(mark.label()));
    }
    return svg.append("</g></svg>").toString();
  }

  /// A place for a mark's label: by its outermost atom, away from the middle of the drawing.
  private static Point2d beside(IAtomContainer molecule, Mark mark, double[] box) {
    Point2d middle = new Point2d((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
    Point2d outermost = middle;
    for (int atom : mark.atoms().stream().sorted().toList()) {
      if (atom < molecule.getAtomCount()) {
        Point2d at = molecule.getAtom(atom).getPoint2d();
        outermost = at.distance(middle) > outermost.distance(middle) ? at : outermost;
      }
    }
    double away = outermost.distance(middle);
    double part = away < 1e-6 ? 0 : (away + 0.5 * BOND) / away;
    return new Point2d(
        middle.x + (outermost.x - middle.x) * part, middle.y + (outermost.y - middle.y) * part);
  }

  private static IAtomContainer laidOut(Structure structure) {
    try {
      IAtomContainer copy = structure.container().clone();
      StructureDiagramGenerator layout = new StructureDiagramGenerator();
      layout.generateCoordinates(copy);
      double scale = BOND / 1.5;
      for (IAtom atom : copy.atoms()) {
        atom.getPoint2d().scale(scale);
      }
      return copy;
    } catch (CDKException | CloneNotSupportedException e) {
      throw new IllegalStateException("cannot lay out " + structure, e);
    }
  }

  private static double[] box(IAtomContainer molecule) {
    double[] box = {1e9, 1e9, -1e9, -1e9};
    for (IAtom atom : molecule.atoms()) {
      Point2d at = atom.getPoint2d();
      box[0] = Math.min(box[0], at.x);
      box[1] = Math.min(box[1], at.y);
      box[2] = Math.max(box[2], at.x);
      box[3] = Math.max(box[3], at.y);
    }
    return box;
  }

  private static void mark(Pen pen, IAtomContainer molecule, Mark mark, int number) {
    pen.open(
        "<g class=\"mark mark-"
            + (number + 1)
            + "\" stroke=\""
            + MARK_COLOURS.get(number % MARK_COLOURS.size())
            + "\" stroke-width=\"15\" stroke-linecap=\"round\"><title>"
            + escape(mark.label())
            + "</title>");
    for (IBond bond : molecule.bonds()) {
      if (mark.atoms().contains(bond.getBegin().getIndex())
          && mark.atoms().contains(bond.getEnd().getIndex())) {
        pen.line(bond.getBegin().getPoint2d(), bond.getEnd().getPoint2d());
      }
    }
    for (int atom : mark.atoms().stream().sorted().toList()) {
      if (atom < molecule.getAtomCount()) {
        Point2d at = molecule.getAtom(atom).getPoint2d();
        pen.line(at, at);
      }
    }
    pen.open("</g>");
  }

  private static void bond(Pen pen, IBond bond) {
    Point2d from = shortened(bond.getBegin(), bond.getEnd());
    Point2d to = shortened(bond.getEnd(), bond.getBegin());
    switch (bond.getDisplay()) {
      case WedgeBegin -> pen.wedge(from, to);
      case WedgeEnd -> pen.wedge(to, from);
      case WedgedHashBegin -> pen.hash(from, to);
      case WedgedHashEnd -> pen.hash(to, from);
      default -> plain(pen, bond, from, to);
    }
  }

  private static void plain(Pen pen, IBond bond, Point2d from, Point2d to) {
    int order = bond.getOrder().numeric();
    if (order == 2 && (bond.isInRing() || inner(bond) != 0)) {
      double side = inner(bond) < 0 ? -4.4 : 4.4;
      pen.line(from, to);
      Point2d[] second = Pen.beside(from, to, side, 0.13);
      pen.line(second[0], second[1]);
    } else if (order == 2) {
      for (double side : new double[] {-2.2, 2.2}) {
        Point2d[] line = Pen.beside(from, to, side, 0);
        pen.line(line[0], line[1]);
      }
    } else {
      pen.line(from, to);
      if (order == 3) {
        for (double side : new double[] {-3.8, 3.8}) {
          Point2d[] line = Pen.beside(from, to, side, 0.08);
          pen.line(line[0], line[1]);
        }
      }
    }
  }

  /// On which side the neighbours lie: the second line of a double bond is drawn there. Neighbours
  /// in a ring count more.
  private static double inner(IBond bond) {
    double sum = 0;
    Point2d from = bond.getBegin().getPoint2d();
    Point2d to = bond.getEnd().getPoint2d();
    if (bond.getBegin().getBondCount() == 1 || bond.getEnd().getBondCount() == 1) {
      return 0;
    }
    for (IAtom end : List.of(bond.getBegin(), bond.getEnd())) {
      for (IBond next : end.bonds()) {
        if (!next.equals(bond)) {
          Point2d at = next.getOther(end).getPoint2d();
          double side = (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
          sum += Math.signum(side) * (next.isInRing() && bond.isInRing() ? 3 : 1);
        }
      }
    }
    return sum;
  }

  private static Point2d shortened(IAtom from, IAtom to) {
    Point2d start = from.getPoint2d();
    if (!hasLabel(from)) {
      return start;
    }
    double length = start.distance(to.getPoint2d());
    double part = length < 1e-6 ? 0 : Math.min(0.4, 8.5 / length);
    return new Point2d(
        start.x + (to.getPoint2d().x - start.x) * part,
        start.y + (to.getPoint2d().y - start.y) * part);
  }

  private static boolean hasLabel(IAtom atom) {
    return atom.getAtomicNumber() != 6
        || atom.getFormalCharge() != 0
        || atom.getMassNumber() != null
        || atom.getBondCount() == 0;
  }

  private static void label(Pen pen, IAtom atom) {
    boolean leftward = leansRight(atom);
    List<String> parts = new ArrayList<>();
    String mass = atom.getMassNumber() == null ? "" : small(atom.getMassNumber().toString(), -4);
    parts.add(mass + atom.getSymbol());
    int hydrogens = atom.getImplicitHydrogenCount();
    if (hydrogens > 0) {
      String text = "H" + (hydrogens > 1 ? small(Integer.toString(hydrogens), 3) : "");
      parts.add(leftward ? 0 : 1, text);
    }
    int charge = atom.getFormalCharge();
    if (charge != 0) {
      String many = Math.abs(charge) > 1 ? Integer.toString(Math.abs(charge)) : "";
      parts.add(small(many + (charge > 0 ? "+" : "−"), -5));
    }
    String anchor = hydrogens == 0 ? "middle" : leftward ? "end" : "start";
    pen.text(
        atom.getPoint2d(),
        anchor,
        "atom atom-" + atom.getSymbol(),
        COLOURS.getOrDefault(atom.getSymbol(), "currentColor"),
        String.join("", parts));
  }

  /// Whether the bonds go to the right, so that hydrogens are better written on the left.
  private static boolean leansRight(IAtom atom) {
    double sum = 0;
    for (IBond bond : atom.bonds()) {
      sum += bond.getOther(atom).getPoint2d().x - atom.getPoint2d().x;
    }
    return sum > 1;
  }

  private static String small(String text, int down) {
    return "<tspan font-size=\"9\" dy=\""
        + down
        + "\">"
        + text
        + "</tspan><tspan dy=\""
        + -down
        + "\">\u200b</tspan>";
  }

  static String numbers(double... values) {
    List<String> texts = new ArrayList<>();
    for (double value : values) {
      texts.add(String.format(Locale.ROOT, "%.1f", value));
    }
    return String.join(" ", texts);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
