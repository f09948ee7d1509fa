package org.tripoint.node.desks.seizures.formats;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;

/// Reads who may have an event: nobody but its originator, unless the file says so.
final class MarkingCells {

  private MarkingCells() {}

  /// Empty, with findings, when what the file says makes no marking.
  static Optional<Marking> read(Row row, Findings findings) {
    Marking closed = Marking.originatorOnly(Purpose.LAW_ENFORCEMENT);
    String text = row.text("tlp").toUpperCase(Locale.ROOT).replace('+', '_').replace("TLP:", "");
    if (text.isEmpty()) {
      return Optional.of(closed);
    }
    Tlp tlp = tlp(text, findings);
    Set<Country> countries = countries(row, findings);
    try {
      return Optional.of(
          new Marking(
              tlp,
              countries,
              Set.of(),
              closed.originatorControl(),
              closed.courtUse(),
              closed.derivativeUse(),
              closed.purpose(),
              null,
              null,
              false,
              closed.sourceGrade(),
              closed.informationGrade(),
              closed.verifyBeforeAction()));
    } catch (IllegalArgumentException contradictory) {
      findings.hard.add(
          new Finding("releasable_to", "not-under-red", row.text("releasable_to"), ""));
      return Optional.empty();
    }
  }

  private static Tlp tlp(String text, Findings findings) {
    for (Tlp tlp : Tlp.values()) {
      if (tlp.name().equals(text)) {
        return tlp;
      }
    }
    findings.hard.add(new Finding("tlp", "not-a-code", text, Findings.names(Tlp.class)));
    return Tlp.RED;
  }

  private static Set<Country> countries(Row row, Findings findings) {
    Set<Country> countries = new TreeSet<>();
    for (String code : row.text("releasable_to").split("[;, ]+", -1)) {
      if (!code.isEmpty()) {
        Country.find(code)
            .ifPresentOrElse(
                countries::add,
                () ->
                    findings.hard.add(
                        new Finding("releasable_to", "not-a-country", code, "CA, MX, US")));
      }
    }
    return countries;
  }
}
