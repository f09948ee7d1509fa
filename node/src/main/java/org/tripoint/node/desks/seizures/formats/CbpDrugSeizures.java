package org.tripoint.node.desks.seizures.formats;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.intake.Format;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Calendar;
import org.tripoint.vocabulary.Conversions;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Decimals;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// The drug seizure tables that US Customs and Border Protection publishes: nationwide, and Air and
/// Marine Operations, whose figures overlap the former and are a source of their own.
///
/// A row is a cell of a table. Its key is every column but the two measures; the year in the key is
/// the four digits, since `2026 (FYTD)` becomes `2026` when the year is over. See
/// docs/formats/seizures.md.
@Component
class CbpDrugSeizures extends LayoutFormat {

  static final String ID = "cbp-drug-seizures";
  static final String NATIONWIDE = "us-cbp-nationwide";
  static final String AIR_AND_MARINE = "us-cbp-amo";
  static final String DRUG_TYPES = "cbp-drug-type";

  private static final String YEAR = "FY";
  private static final String MONTH = "Month (abbv)";
  private static final String COMPONENT = "Component";
  private static final String REGION = "Region";
  private static final String LAND = "Land Filter";
  private static final String AREA = "Area of Responsibility";
  private static final String BRANCH = "Branch";
  private static final String DRUG = "Drug Type";
  private static final String EVENTS = "Count of Event";
  private static final String POUNDS = "Sum Qty (lbs)";
  private static final Set<String> COMMON =
      Set.of(YEAR, MONTH, COMPONENT, REGION, LAND, DRUG, EVENTS, POUNDS);

  /// Days from the first day of the last month covered to publication: about three weeks after the
  /// month.
  private static final int USUAL_LAG_DAYS = 50;

  private static final String AMO_COMPONENT = "Air and Marine Operations";
  private static final Pattern FISCAL_YEAR = Pattern.compile("(20\\d\\d)( \\(FYTD\\))?");
  private static final Map<String, Month> MONTHS = months();

  private final ReadSubstances substances;

  CbpDrugSeizures(ReadSubstances substances) {
    super(ID, layout(AIR_AND_MARINE, BRANCH), layout(NATIONWIDE, AREA));
    this.substances = substances;
  }

  private static Layout layout(String source, String areaColumn) {
    Set<String> columns = new TreeSet<>(COMMON);
    columns.add(areaColumn);
    return Layout.of(source, true, USUAL_LAG_DAYS, columns, columns, Identity.KEYED);
  }

  @Override
  public Set<String> numberColumns() {
    return Set.of(EVENTS, POUNDS);
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    String area = recognition.source().equals(AIR_AND_MARINE) ? BRANCH : AREA;
    return row -> read(row, area, recognition);
  }

  private RowResult read(Row row, String areaColumn, Recognition recognition) {
    Findings findings = new Findings();
    Optional<ReportedNumber> year = fiscalYear(row, findings);
    Optional<Month> month = month(row, findings);
    String component = findings.required(row, COMPONENT);
    String area = findings.required(row, areaColumn);
    String drug = findings.required(row, DRUG);
    Optional<ReportedNumber> events = findings.requiredCount(row, EVENTS);
    Optional<ReportedNumber> pounds = findings.requiredAmount(row, POUNDS);
    refuseOtherTable(component, recognition, findings);
    if (!findings.hard.isEmpty()) {
      return new RowResult.Refused(findings.hard);
    }
    SubstanceId substance = substances.identify(DRUG_TYPES, drug);
    if (!substances.isRecognised(substance)) {
      findings.notRecognised(DRUG, drug, DRUG_TYPES);
    }
    YearMonth covered =
        Calendar.US_FISCAL.monthOf(year.orElseThrow().value().intValueExact(), month.orElseThrow());
    PublishedSeizureFigure figure =
        new PublishedSeizureFigure(
            Country.UNITED_STATES,
            "CBP",
            component,
            row.text(REGION),
            row.text(LAND),
            Place.of(Country.UNITED_STATES, PlaceScheme.AGENCY_AREA, area),
            drug,
            substance,
            pounds.orElseThrow(),
            "lb",
            Conversions.POUND_TO_KILOGRAM.toMass(pounds.orElseThrow().value()),
            Conversions.POUND_TO_KILOGRAM.id(),
            events.orElseThrow(),
            year.orElseThrow(),
            row.text(MONTH),
            covered,
            extras(row, recognition.knownColumns()),
            null,
            null);
    LocalDate covers = Format.firstDay(covered);
    return new RowResult.Accepted<>(
        PublishedSeizureFigure.KIND,
        key(row, year.orElseThrow(), areaColumn),
        figure,
        Marking.published(),
        covers,
        findings.soft);
  }

  private static String key(Row row, ReportedNumber year, String areaColumn) {
    return String.join(
        "|",
        List.of(
            Decimals.plain(year.value()),
            row.text(MONTH).toUpperCase(Locale.ROOT),
            row.text(COMPONENT),
            row.text(REGION),
            row.text(LAND),
            row.text(areaColumn),
            row.text(DRUG)));
  }

  /// An Air and Marine row among the nationwide ones, or the reverse, would be counted twice.
  private static void refuseOtherTable(
      String component, Recognition recognition, Findings findings) {
    boolean isAirAndMarine = component.equals(AMO_COMPONENT);
    boolean expectsAirAndMarine = recognition.source().equals(AIR_AND_MARINE);
    if (!component.isEmpty() && isAirAndMarine != expectsAirAndMarine) {
      String expected =
          expectsAirAndMarine ? AMO_COMPONENT : "Office of Field Operations, U.S. Border Patrol";
      findings.hard.add(new Finding(COMPONENT, "other-source", component, expected));
    }
  }

  private static Optional<ReportedNumber> fiscalYear(Row row, Findings findings) {
    String text = findings.required(row, YEAR);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = FISCAL_YEAR.matcher(text);
    if (!matcher.matches()) {
      findings.hard.add(new Finding(YEAR, "not-a-fiscal-year", text, "2025, 2026 (FYTD)"));
      return Optional.empty();
    }
    return Optional.of(new ReportedNumber(new java.math.BigDecimal(matcher.group(1)), text));
  }

  private static Optional<Month> month(Row row, Findings findings) {
    String text = findings.required(row, MONTH);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Month> month = Optional.ofNullable(MONTHS.get(text.toUpperCase(Locale.ROOT)));
    if (month.isEmpty()) {
      findings.hard.add(new Finding(MONTH, "not-a-code", text, String.join(", ", MONTHS.keySet())));
    }
    return month;
  }

  private static Map<String, Month> months() {
    Map<String, Month> months = new LinkedHashMap<>();
    for (Month month : Month.values()) {
      months.put(month.name().substring(0, 3), month);
    }
    return java.util.Collections.unmodifiableMap(months);
  }

  static Map<String, String> extras(Row row, Set<String> knownColumns) {
    Map<String, String> extras = new LinkedHashMap<>();
    row.extras(knownColumns).forEach(extra -> extras.put(extra.column(), extra.text()));
    return extras;
  }
}
