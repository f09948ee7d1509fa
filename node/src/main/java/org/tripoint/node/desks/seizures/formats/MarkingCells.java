package org.tripoint.node.desks.seizures.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;

/// Reads who may have an event, and for what: nobody but its originator, unless the file says so.
final class MarkingCells {

  /// What a file may say besides `tlp`, which comes first: nothing of this stands without it.
  private static final List<String> FURTHER =
      List.of(
          "releasable_to",
          "releasable_to_agencies",
          "originator_control",
          "court_use",
          "derivative_use",
          "purpose",
          "expires",
          "review_on",
          "protected_source",
          "source_grade",
          "information_grade",
          "verify_before_action");

  private MarkingCells() {}

  /// Every column that a file may have, none of which it must.
  static Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(Set.of("tlp"));
    columns.addAll(FURTHER);
    return columns;
  }

  /// Empty, with findings, when what the file says makes no marking.
  static Optional<Marking> read(Row row, Findings findings) {
    Marking closed = Marking.originatorOnly(Purpose.LAW_ENFORCEMENT);
    if (row.text("tlp").isEmpty()) {
      if (FURTHER.stream().allMatch(column -> row.text(column).isEmpty())) {
        return Optional.of(closed);
      }
      findings.hard.add(new Finding("tlp", "missing", "", Findings.names(Tlp.class)));
      return Optional.empty();
    }
    int before = findings.hard.size();
    Tlp tlp = tlp(row, findings);
    Set<Country> countries = countries(row, findings);
    Set<String> agencies = agencies(row, findings);
    boolean control = yes(row, "originator_control", closed.originatorControl(), findings);
    Permission court = findings.code(row, "court_use", Permission.class, closed.courtUse());
    Permission derivative =
        findings.code(row, "derivative_use", Permission.class, closed.derivativeUse());
    Purpose purpose = findings.code(row, "purpose", Purpose.class, closed.purpose());
    LocalDate expires = day(row, "expires", findings);
    LocalDate review = day(row, "review_on", findings);
    boolean secret = yes(row, "protected_source", false, findings);
    SourceGrade source =
        graded(row, "source_grade", SourceGrade.class, closed.sourceGrade(), findings);
    InformationGrade information =
        graded(
            row, "information_grade", InformationGrade.class, closed.informationGrade(), findings);
    boolean verify = yes(row, "verify_before_action", closed.verifyBeforeAction(), findings);
    if (tlp == Tlp.RED && !countries.isEmpty()) {
      findings.hard.add(
          new Finding("releasable_to", "not-under-red", row.text("releasable_to"), ""));
    }
    if (expires != null && review != null && review.isAfter(expires)) {
      findings.hard.add(
          new Finding("review_on", "after-expiry", row.text("review_on"), expires.toString()));
    }
    return findings.hard.size() > before
        ? Optional.empty()
        : Optional.of(
            new Marking(
                tlp,
                countries,
                agencies,
                control,
                court,
                derivative,
                purpose,
                expires,
                review,
                secret,
                source,
                information,
                verify));
  }

  private static Tlp tlp(Row row, Findings findings) {
    String text = row.text("tlp").toUpperCase(Locale.ROOT).replace('+', '_').replace("TLP:", "");
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

  /// Divided by `;` or `,`: an agency's name may have blanks.
  private static Set<String> agencies(Row row, Findings findings) {
    Set<String> agencies = new TreeSet<>();
    for (String name : row.text("releasable_to_agencies").split("[;,]", -1)) {
      if (name.strip().length() > 60) {
        findings.hard.add(new Finding("releasable_to_agencies", "too-long", name.strip(), "60"));
      } else if (!name.isBlank()) {
        agencies.add(name.strip());
      }
    }
    return agencies;
  }

  private static boolean yes(Row row, String column, boolean whenBlank, Findings findings) {
    return switch (row.text(column).toLowerCase(Locale.ROOT)) {
      case "" -> whenBlank;
      case "true" -> true;
      case "false" -> false;
      default -> {
        findings.hard.add(new Finding(column, "not-a-code", row.text(column), "true, false"));
        yield whenBlank;
      }
    };
  }

  private static @Nullable LocalDate day(Row row, String column, Findings findings) {
    String text = row.text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      findings.hard.add(new Finding(column, "not-a-date", text, "yyyy-mm-dd"));
      return null;
    }
  }

  /// `B` or `2` as the 6×6 system writes them, or the whole name.
  private static <E extends Enum<E>> E graded(
      Row row, String column, Class<E> type, E whenBlank, Findings findings) {
    String text = row.text(column).toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      return whenBlank;
    }
    List<E> grades = Arrays.asList(type.getEnumConstants());
    return grades.stream()
        .filter(grade -> grade.name().equals(text) || shortOf(grade).equals(text))
        .findFirst()
        .orElseGet(() -> {
          String expected = String.join(", ", grades.stream().map(MarkingCells::shortOf).toList());
          findings.hard.add(new Finding(column, "not-a-code", row.text(column), expected));
          return whenBlank;
        });
  }

  private static String shortOf(Enum<?> grade) {
    String name = grade.name();
    String first = name.substring(0, name.indexOf('_'));
    return first.length() == 2 ? first.substring(1) : first;
  }
}
