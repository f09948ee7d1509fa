package org.tripoint.node.desks.laboratory.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandard;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique.TechniqueSense;

/// Reads the techniques of a component from one cell: `GC-MS(GC+MS):1:RC; IR:2:RC`.
///
/// Each is a code, the outputs used of a hyphenated one, the sampling it was applied to (1 when it
/// is left out) and letters: `R` data kept for review, `C` compared with a reference, `I` tells the
/// isomers apart, `N` negative, `U` inconclusive.
final class TechniqueCell {

  private static final String COLUMN = "techniques";
  private static final String EXPECTED = "GC-MS(GC+MS):1:RC; IR:2:RC";

  private static final Pattern ENTRY =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9/-]{0,39})(?:\\(([A-Za-z0-9/+-]{1,80})\\))?"
              + "(?::([1-9]\\d?))?(?::([RCINUrcinu]{1,5}))?");

  private TechniqueCell() {}

  static List<AppliedTechnique> read(Cells cells, IdentificationStandard standard) {
    List<AppliedTechnique> techniques = new ArrayList<>();
    for (String entry : cells.raw(COLUMN).split(";", -1)) {
      if (!entry.isBlank()) {
        Matcher matcher = ENTRY.matcher(entry.strip());
        if (!matcher.matches() || techniques.size() >= 50) {
          cells.refuse(COLUMN, "not-in-list", entry.strip(), EXPECTED);
        } else {
          AppliedTechnique technique = technique(matcher);
          if (!standard.knows(technique.code())) {
            cells.notRecognised(COLUMN, technique.code());
          }
          techniques.add(technique);
        }
      }
    }
    return techniques;
  }

  private static AppliedTechnique technique(Matcher matcher) {
    String outputs = matcher.group(2) == null ? "" : matcher.group(2);
    String letters = matcher.group(4) == null ? "" : matcher.group(4).toUpperCase(Locale.ROOT);
    TechniqueSense sense =
        letters.contains("N")
            ? TechniqueSense.NEGATIVE
            : letters.contains("U") ? TechniqueSense.INCONCLUSIVE : TechniqueSense.POSITIVE;
    return new AppliedTechnique(
        matcher.group(1).toUpperCase(Locale.ROOT),
        outputs.isEmpty()
            ? List.of()
            : List.of(outputs.toUpperCase(Locale.ROOT).split("\\+")).stream()
                .filter(part -> !part.isEmpty())
                .toList(),
        matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3)),
        sense,
        letters.contains("R"),
        letters.contains("C"),
        "",
        letters.contains("I"));
  }
}
