package org.tripoint.node.desks.laboratory.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandards;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.Material.MaterialForm;
import org.tripoint.node.desks.laboratory.results.QuantitationTier;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.desks.laboratory.results.SamplingPlan.SamplingMethod;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.PlaceScheme;

/// The node's own layout of laboratory results: one row a component, neighbouring rows of one item
/// one result. A laboratory's own file is mapped to it. See docs/formats/laboratory.md.
@Component
class TripointLabResults extends LayoutFormat {

  static final String ID = "tripoint-lab-results";

  private static final Set<String> REQUIRED =
      Set.of("laboratory", "submission_id", "item_id", "sample_origin", "name_as_reported");

  private static final int USUAL_LAG_DAYS = 60;

  private static final List<Column> ITEM_COLUMNS =
      List.of(
          required("laboratory"),
          required("country"),
          text("accreditation"),
          required("submission_id"),
          required("item_id"),
          text("seizure_id"),
          new Column("sample_origin", true, ColumnType.CODE, codes(SampleOrigin.class)),
          date("collected_date"),
          date("received_date"),
          date("reported_date"),
          text("place"),
          code("place_scheme", PlaceScheme.class),
          code("form", MaterialForm.class),
          text("colour"),
          text("imprint"),
          number("gross_g"),
          number("net_g"),
          number("units"),
          code("sampling_plan", SamplingMethod.class),
          number("units_analysed"),
          number("units_positive"),
          number("plan_proportion"),
          number("plan_confidence"),
          text("expected"),
          text("scope_id"),
          text("scope_version"),
          text("standard"),
          text("std_version"),
          new Column(
              "status", false, ColumnType.CODE, List.of("PRELIM", "FINAL", "AMENDED", "WITHDRAWN")),
          text("amendment"),
          text("comment"),
          text("case_number"),
          text("attachments"),
          text("custody"));

  private static final List<Column> COMPONENT_COLUMNS =
      List.of(
          number("component_no"),
          text("substance_inchikey"),
          text("cas"),
          text("name_as_reported"),
          code("identification_level", IdentificationLevel.class),
          text("techniques"),
          code("role", ComponentRole.class),
          text("qualifier"),
          number("conc_value"),
          text("conc_unit"),
          code("conc_basis", QuantityBasis.class),
          code("salt", SaltForm.class),
          code("tier", QuantitationTier.class),
          number("uncertainty"),
          number("coverage_factor"),
          number("replicates"),
          number("lod"),
          number("loq"),
          text("unit_results"),
          text("observed"),
          text("component_comment"));

  static final List<Column> COLUMNS = joined();

  /// Columns that say something about the item: every row of it says the same or nothing.
  static final List<String> OF_THE_ITEM = ITEM_COLUMNS.stream().map(Column::name).toList();

  /// Columns that a file may have besides.
  private static final Set<String> OPTIONAL =
      Set.of("tlp", "releasable_to", "derivative_use", "purpose");

  private static final Pattern LABORATORY_IN_NAME =
      Pattern.compile("([a-z]{2})-([a-z0-9]{2,20})(?![a-z0-9]).*");

  private final ReadSubstances substances;
  private final IdentificationStandards standards;

  TripointLabResults(ReadSubstances substances, IdentificationStandards standards) {
    super(
        ID,
        COLUMNS,
        new Layout(
            TripointLabResults::sourceOf,
            false,
            USUAL_LAG_DAYS,
            REQUIRED,
            Layout.names(COLUMNS, OPTIONAL),
            Identity.KEYED));
    this.substances = substances;
    this.standards = standards;
  }

  private static List<Column> joined() {
    List<Column> all = new ArrayList<>(ITEM_COLUMNS);
    all.addAll(COMPONENT_COLUMNS);
    return List.copyOf(all);
  }

  /// `ca-das` for `ca-das-2026-03.csv`; the format's own id when the name begins with no country
  /// and laboratory.
  private static String sourceOf(String fileName) {
    Matcher matcher = LABORATORY_IN_NAME.matcher(fileName.toLowerCase(Locale.ROOT));
    return Optional.of(matcher)
        .filter(Matcher::matches)
        .filter(found -> Country.find(found.group(1)).isPresent())
        .map(found -> found.group(1) + "-" + found.group(2))
        .orElse(ID);
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return new ResultRows(substances, standards, recognition);
  }

  private static Column required(String name) {
    return new Column(name, true, ColumnType.TEXT, List.of());
  }

  private static Column text(String name) {
    return new Column(name, false, ColumnType.TEXT, List.of());
  }

  private static Column date(String name) {
    return new Column(name, false, ColumnType.DATE, List.of());
  }

  private static Column number(String name) {
    return new Column(name, false, ColumnType.NUMBER, List.of());
  }

  private static <E extends Enum<E>> Column code(String name, Class<E> type) {
    return new Column(name, false, ColumnType.CODE, codes(type));
  }

  private static <E extends Enum<E>> List<String> codes(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
  }
}
