package org.tripoint.node.desks.seizures.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.Circumstances;
import org.tripoint.node.desks.seizures.Circumstances.Direction;
import org.tripoint.node.desks.seizures.Route;
import org.tripoint.node.desks.seizures.SeizedQuantity;
import org.tripoint.node.desks.seizures.SeizedSubstance;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// The United Nations' individual drug seizures, one row a seizure of one drug.
///
/// Rows have no id and thousands are equal: whether those are equal seizures or one written twice
/// cannot be told, so each is a record, named by its content and its number among equals. See
/// docs/formats/seizures.md.
@Component
class UnodcIndividualSeizures extends LayoutFormat {

  static final String ID = "unodc-ids";
  private static final String LIST = "unodc-ids";
  private static final List<String> COLUMNS =
      List.of(
          "REGION",
          "SUBREGION",
          "COUNTRY",
          "ADMINISTRATIVE_DIVISION",
          "PLACE",
          "SEIZURE_DATE",
          "DRUG_NAME",
          "AMOUNT",
          "DRUG_UNIT",
          "HIDING_PLACE",
          "INSTALLATION",
          "TRANSPORT",
          "PRODUCING_COUNTRY",
          "DEPARTURE_COUNTRY",
          "DESTINATION_COUNTRY");

  /// Governments report a year's seizures in the course of the next.
  private static final int USUAL_LAG_DAYS = 365;

  /// The collection stands for the agency: the file does not say which one seized.
  private static final String AGENCY = "UNODC-IDS";

  private static final Set<String> NOT_A_COUNTRY = Set.of("", "unknown");

  private final ReadSubstances substances;

  UnodcIndividualSeizures(ReadSubstances substances) {
    super(
        ID,
        Layout.of(
            ID,
            false,
            USUAL_LAG_DAYS,
            Set.copyOf(COLUMNS),
            Set.copyOf(COLUMNS),
            Identity.ORDINAL_AMONG_EQUALS));
    this.substances = substances;
  }

  @Override
  public Set<String> numberColumns() {
    return Set.of("AMOUNT");
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return new RowReader() {
      @Override
      public String dayOfEvent() {
        return "SEIZURE_DATE";
      }

      @Override
      public RowResult read(Row row) {
        return seizure(row);
      }
    };
  }

  private RowResult seizure(Row row) {
    Findings findings = new Findings();
    Optional<Country> country = reporter(row, findings);
    Optional<PartialDate> date = findings.requiredDate(row, "SEIZURE_DATE");
    String drug = findings.required(row, "DRUG_NAME");
    findings.limited(row, "DRUG_NAME", 500);
    Optional<ReportedNumber> amount = findings.amount(row, "AMOUNT");
    if (!findings.hard.isEmpty()) {
      return new RowResult.Refused(findings.hard);
    }
    Seizure seizure =
        new Seizure(
            country.orElseThrow(),
            AGENCY,
            date.orElseThrow(),
            place(row, country.orElseThrow()),
            circumstances(row),
            new Route(
                country(row, "PRODUCING_COUNTRY", findings),
                country(row, "DEPARTURE_COUNTRY", findings),
                country(row, "DESTINATION_COUNTRY", findings)),
            false,
            List.of(),
            null,
            List.of(item(row, drug, amount, findings)),
            List.of(),
            List.of(),
            extras(row));
    return new RowResult.Accepted<>(
        Seizure.KIND,
        ContentKey.of(row, COLUMNS),
        seizure,
        Marking.published(),
        date.orElseThrow().start(),
        findings.soft);
  }

  private SeizureItem item(
      Row row, String drug, Optional<ReportedNumber> amount, Findings findings) {
    SubstanceId substance = substances.identify(LIST, drug);
    if (!substances.isRecognised(substance)) {
      findings.notRecognised("DRUG_NAME", drug, LIST);
    }
    boolean precursor =
        substances.findFamily(substance).filter(f -> f.code().endsWith("-precursors")).isPresent();
    return new SeizureItem(
        1,
        precursor ? ItemClass.PRECURSOR : ItemClass.DRUG,
        "",
        SeizedSubstance.suspected(drug, substance),
        UnodcWords.form(drug, row.text("DRUG_UNIT")),
        quantity(row, amount, findings),
        WeightBasis.UNKNOWN,
        CountBasis.UNKNOWN,
        SiteClass.UNKNOWN,
        "");
  }

  private static @Nullable SeizedQuantity quantity(
      Row row, Optional<ReportedNumber> amount, Findings findings) {
    if (amount.isEmpty()) {
      return null;
    }
    String reported = row.text("DRUG_UNIT");
    String unit = UnodcWords.unit(reported);
    if (!SeizedQuantity.isKnownUnit(unit)) {
      findings.notRecognised("DRUG_UNIT", reported, "Kilogram, Gram, Litre, Tablet, Unit, Plants");
    }
    return SeizedQuantity.of(amount.get(), unit);
  }

  private static Optional<Country> reporter(Row row, Findings findings) {
    String name = findings.required(row, "COUNTRY");
    Optional<Country> country = CountryNames.find(name);
    if (!name.isEmpty() && country.isEmpty()) {
      findings.hard.add(new Finding("COUNTRY", "not-a-country", name, "Chile, Czechia, Spain"));
    }
    return country;
  }

  /// A country of the route; texts that name none (several countries, a union) stay among the
  /// extras.
  private static @Nullable Country country(Row row, String column, Findings findings) {
    String name = row.text(column);
    Optional<Country> country = CountryNames.find(name);
    if (country.isEmpty() && !NOT_A_COUNTRY.contains(name.toLowerCase(java.util.Locale.ROOT))) {
      findings.notRecognised(column, name, "ISO 3166-1");
    }
    return country.orElse(null);
  }

  /// As reported: at the boundaries between countries the file shows places of the country before.
  private static Place place(Row row, Country country) {
    String division = row.text("ADMINISTRATIVE_DIVISION");
    String place = row.text("PLACE");
    String both =
        division.isEmpty() || place.isEmpty() || division.equals(place)
            ? (division.isEmpty() ? place : division)
            : division + "; " + place;
    if (both.isEmpty()) {
      return Place.country(country);
    }
    String cut = both.length() > 200 ? both.substring(0, 200).strip() : both;
    return Place.of(country, PlaceScheme.AS_REPORTED, cut);
  }

  private static Circumstances circumstances(Row row) {
    return new Circumstances(
        UnodcWords.setting(row.text("INSTALLATION")),
        Direction.UNKNOWN,
        cut(row.text("TRANSPORT")),
        "",
        cut(row.text("HIDING_PLACE")),
        "");
  }

  private static String cut(String text) {
    return text.length() > 500 ? text.substring(0, 500) : text;
  }

  private static Map<String, String> extras(Row row) {
    Map<String, String> extras =
        new LinkedHashMap<>(CbpDrugSeizures.extras(row, Set.copyOf(COLUMNS)));
    for (String column :
        List.of("INSTALLATION", "PRODUCING_COUNTRY", "DEPARTURE_COUNTRY", "DESTINATION_COUNTRY")) {
      String text = row.text(column);
      boolean kept = column.endsWith("_COUNTRY") && CountryNames.find(text).isPresent();
      if (!text.isEmpty() && !kept) {
        extras.put(column, text);
      }
    }
    return extras;
  }
}
