package org.tripoint.node.desks.laboratory.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique.TechniqueSense;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.ConcentrationUnit;
import org.tripoint.node.desks.laboratory.results.ExpectedSubstance;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.DateBasis;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.Material.MaterialForm;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.Presence.Bound;
import org.tripoint.node.desks.laboratory.results.QuantitationTier;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Tablets that people handed to EcstasyData: one row a substance, neighbouring rows of one test
/// number one result.
///
/// They are results and not samples of a drug-checking service: a laboratory analysed them (GC-MS),
/// and a result holds what was found beside what it was sold as. The file says nothing of retention
/// times, second samplings or references, so that none of them meets the minimum of the protocol. A
/// proportion is a ratio within the tablet, no percentage: it is kept in the comment.
@Component
final class EcstasyDataPills extends LayoutFormat {

  static final String ID = "ecstasydata";

  private static final String SOURCE = "us-ecstasydata";
  private static final String LIST = ID;
  private static final Set<String> REQUIRED =
      Set.of("id", "composition", "proportion", "name", "location", "mass", "year");
  private static final Pattern MILLIGRAMS = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?) ?mg");
  private static final Pattern NOTHING = Pattern.compile("|none detected|nothing detected");
  private static final Pattern UNNAMED = Pattern.compile("unidentified|unknown.*");

  private final ReadSubstances substances;

  EcstasyDataPills(ReadSubstances substances) {
    super(ID, Layout.of(SOURCE, false, 365, REQUIRED, REQUIRED, Identity.KEYED));
    this.substances = substances;
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return new Tablets();
  }

  private final class Tablets implements RowReader {

    @Override
    public Optional<String> groupOf(Row row) {
      return Optional.of(row.text("id")).filter(id -> !id.isEmpty());
    }

    @Override
    public RowResult read(Row row) {
      return readGroup(List.of(row));
    }

    @Override
    public RowResult readGroup(List<Row> rows) {
      return tablet(rows);
    }
  }

  private RowResult tablet(List<Row> rows) {
    List<Finding> hard = new ArrayList<>();
    List<Finding> soft = new ArrayList<>();
    Cells cells = new Cells(rows.getFirst(), hard, soft);
    String id = cells.required("id", 20);
    cells.required("year", 4);
    Integer year = cells.whole("year", 1990, 2100);
    for (Row row : rows) {
      for (String column : List.of("name", "location", "mass", "year")) {
        if (!row.text(column).equals(cells.raw(column))) {
          cells.refuse(column, "differs-within-record", row.text(column), cells.raw(column));
        }
      }
    }
    Mass mass = mass(cells);
    List<ResultComponent> found = new ArrayList<>();
    for (Row row : rows) {
      component(new Cells(row, hard, soft), found.size() + 1).ifPresent(found::add);
    }
    if (!hard.isEmpty() || year == null) {
      return new RowResult.Refused(Cells.distinct(hard));
    }
    SubstanceId sold = substances.identify(LIST, "Ecstasy");
    PartialDate date = PartialDate.year(year);
    LabResult result =
        new LabResult(
            "EcstasyData",
            Country.UNITED_STATES,
            "",
            id,
            "1",
            "",
            SampleOrigin.DRUG_CHECKING,
            date,
            DateBasis.ANALYSED,
            null,
            null,
            place(cells),
            new Material(MaterialForm.TABLET, "", cells.text("name", 200), null, mass, 1),
            new ExpectedSubstance("Ecstasy", sold),
            null,
            found,
            "",
            "",
            "",
            "",
            ResultStatus.FINAL,
            "",
            List.of(),
            "",
            List.of(),
            List.of(),
            Map.of());
    return new RowResult.Accepted<>(
        LabResult.KIND, id, result, Marking.published(), date.start(), Cells.distinct(soft));
  }

  private static @Nullable Mass mass(Cells cells) {
    String text = cells.raw("mass");
    if (text.isEmpty() || text.equals("-")) {
      return null;
    }
    ReportedNumber milligrams = cells.number("mass");
    return milligrams == null ? null : new Mass(milligrams.value().movePointLeft(6));
  }

  private Optional<ResultComponent> component(Cells cells, int number) {
    String name = cells.text("composition", 500).replaceAll("\\s+", " ").strip();
    String folded = name.toLowerCase(Locale.ROOT);
    if (NOTHING.matcher(folded).matches()) {
      return Optional.empty();
    }
    boolean unnamed = UNNAMED.matcher(folded).matches();
    SubstanceId substance = substances.identify(LIST, name);
    if (!unnamed && !substances.isKnown(substance)) {
      cells.notRecognised("composition", name);
    }
    String proportion = cells.text("proportion", 40);
    return Optional.of(
        new ResultComponent(
            number,
            name,
            substance,
            unnamed ? IdentificationLevel.UNKNOWN : IdentificationLevel.TENTATIVE,
            ComponentRole.UNKNOWN,
            presence(proportion),
            null,
            List.of(
                new AppliedTechnique(
                    "GC-MS", List.of(), 1, TechniqueSense.POSITIVE, false, false, "", false)),
            List.of(),
            "",
            proportion.isEmpty() ? "" : "proportion as reported: " + proportion));
  }

  private static Presence presence(String proportion) {
    if (proportion.toLowerCase(Locale.ROOT).contains("trace")) {
      return new Presence.Trace();
    }
    Matcher milligrams = MILLIGRAMS.matcher(proportion);
    return milligrams.matches()
        ? new Presence.Measured(
            Bound.EXACT,
            ReportedNumber.find(milligrams.group(1)).orElseThrow(),
            ConcentrationUnit.MG_PER_UNIT,
            QuantityBasis.NOT_STATED,
            null,
            QuantitationTier.T1_SEMI_QUANTITATIVE,
            null,
            null,
            null)
        : new Presence.Present();
  }

  /// `New York, NY` and `HI` are states, `Zurich, Switzerland` a place of its country; what says no
  /// country is kept under that of the laboratory.
  private static Place place(Cells cells) {
    String text = cells.text("location", 200).replaceAll("\\s+", " ").strip();
    String last = text.substring(text.lastIndexOf(',') + 1).strip();
    if (NorthAmerica.STATES.contains(last)) {
      return Place.admin1("US-" + last);
    }
    if (NorthAmerica.PROVINCES.contains(last)) {
      return Place.admin1("CA-" + last);
    }
    Country country = NorthAmerica.country(last).orElse(Country.UNITED_STATES);
    return text.isEmpty()
        ? Place.country(country)
        : Place.of(country, PlaceScheme.AS_REPORTED, text);
  }
}
