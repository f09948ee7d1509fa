package org.tripoint.node.desks.seizures.formats;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.Circumstances.Direction;
import org.tripoint.node.desks.seizures.Circumstances.Setting;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.PlaceScheme;

/// The node's own layout of seizure events: one row an item, neighbouring rows of one
/// `source_record_id` one event. Other layouts are mapped to it. See docs/formats/seizures.md.
@Component
class TripointSeizures extends LayoutFormat {

  static final String ID = "tripoint-seizures";

  /// Columns without which a file is not of this format.
  private static final Set<String> REQUIRED =
      Set.of("source_record_id", "country", "agency", "event_date", "item_class");

  private static final int USUAL_LAG_DAYS = 30;

  static final List<Column> COLUMNS =
      List.of(
          new Column("source_record_id", true, ColumnType.TEXT, List.of()),
          new Column("country", true, ColumnType.TEXT, List.of()),
          new Column("agency", true, ColumnType.TEXT, List.of()),
          new Column("event_date", true, ColumnType.DATE, List.of()),
          text("place"),
          code("place_scheme", PlaceScheme.class, false),
          number("latitude"),
          number("longitude"),
          number("precision_m"),
          code("setting", Setting.class, false),
          code("direction", Direction.class, false),
          text("mode"),
          text("conveyance"),
          text("concealment"),
          new Column("is_joint", false, ColumnType.CODE, List.of("true", "false")),
          text("partner_agency"),
          number("item_no"),
          code("item_class", ItemClass.class, true),
          text("substance_list"),
          text("substance"),
          code("form", ItemForm.class, false),
          number("quantity"),
          text("unit"),
          code("weight_basis", WeightBasis.class, false),
          code("count_basis", CountBasis.class, false),
          code("site_class", SiteClass.class, false),
          text("imprint"),
          text("case_number"),
          text("person_name"),
          new Column("status", false, ColumnType.CODE, List.of("REPORTED", "WITHDRAWN")));

  /// Columns that a file may have besides.
  private static final Set<String> OPTIONAL =
      Set.of("detection", "substance_field_tested", "substance_lab_confirmed");

  private final ReadSubstances substances;

  TripointSeizures(ReadSubstances substances) {
    super(
        ID,
        COLUMNS,
        new Layout(
            TripointSeizures::sourceOf,
            false,
            USUAL_LAG_DAYS,
            REQUIRED,
            Layout.names(COLUMNS, optional()),
            Identity.KEYED));
    this.substances = substances;
  }

  private static Set<String> optional() {
    Set<String> optional = new TreeSet<>(OPTIONAL);
    optional.addAll(MarkingCells.columns());
    return optional;
  }

  /// `ca-cbsa` for `ca-cbsa-2025-03.csv`; the format's own id when the name begins with no country
  /// and agency.
  private static String sourceOf(String fileName) {
    return AgencyInName.find(fileName).orElse(ID);
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return new SeizureRows(substances, recognition);
  }

  private static Column text(String name) {
    return new Column(name, false, ColumnType.TEXT, List.of());
  }

  private static Column number(String name) {
    return new Column(name, false, ColumnType.NUMBER, List.of());
  }

  private static <E extends Enum<E>> Column code(String name, Class<E> type, boolean required) {
    List<String> codes = java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return new Column(name, required, ColumnType.CODE, codes);
  }
}
