package org.tripoint.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// A record of about the size of a seizure, made from its number.
///
/// @param caseNumber in a part of its own, as names and serials are
record BenchRow(
    Country country,
    String agency,
    LocalDate day,
    Place place,
    String setting,
    String direction,
    SubstanceId substance,
    String form,
    Mass mass,
    ReportedNumber pounds,
    String weightBasis,
    int events,
    @InPart(Part.NOMINAL) @Nullable String caseNumber) {

  static final Kind<BenchRow> KIND = Kind.of("bench-row", 1, BenchRow.class);

  private static final String[] AGENCIES = {"Office of Field Operations", "U.S. Border Patrol"};
  private static final String[] STATES = {"US-AZ", "US-CA", "US-TX", "US-NM", "US-FL", "US-WA"};
  private static final String[] DRUGS = {"Fentanyl", "Cocaine", "Heroin", "Marijuana", "Ketamine"};

  static BenchRow of(long n) {
    BigDecimal pounds = BigDecimal.valueOf(n % 100_003, 2);
    return new BenchRow(
        Country.UNITED_STATES,
        AGENCIES[(int) (n % 2)],
        LocalDate.of(2016, 1, 1).plusDays(n % 3_000),
        Place.admin1(STATES[(int) (n % 6)]),
        n % 3 == 0 ? "PORT_OF_ENTRY" : "BETWEEN_PORTS",
        "INBOUND",
        new SubstanceId.Group("cbp-drug-type", "2019", DRUGS[(int) (n % 5)]),
        n % 7 == 0 ? "POWDER" : "UNKNOWN",
        Mass.pounds(pounds.toPlainString()),
        new ReportedNumber(pounds, pounds.toPlainString()),
        "UNKNOWN",
        (int) (n % 9) + 1,
        n % 4 == 0 ? "CASE-" + n : null);
  }

  static String key(long n) {
    return "2024|" + n % 12 + "|" + n;
  }

  /// The row as text for COPY into a plain table of the same columns.
  String copyLine(long n) {
    return String.join(
            "\t",
            key(n),
            country.code(),
            agency,
            day.toString(),
            place.code(),
            setting,
            direction,
            substance.key(),
            form,
            mass.kilograms().toPlainString(),
            pounds.text(),
            weightBasis,
            Integer.toString(events),
            caseNumber == null ? "\\N" : caseNumber)
        + "\n";
  }
}
