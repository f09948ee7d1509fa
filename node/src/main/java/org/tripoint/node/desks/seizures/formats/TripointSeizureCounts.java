package org.tripoint.node.desks.seizures.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.PlaceScheme;

/// The node's own layout of weekly counts of seizures: one row a week, a place and a thing. See
/// docs/formats/seizures.md.
///
/// An agency's counts are a source apart from its records (`ca-cbsa-counts` beside `ca-cbsa`): both
/// tell of the same seizures, so they are never added.
@Component
class TripointSeizureCounts extends LayoutFormat {

  static final String ID = "tripoint-seizure-counts";

  /// Columns without which a file is not of this format.
  private static final Set<String> REQUIRED =
      Set.of("country", "agency", "week_start", "item_class", "events", "quantity", "unit");

  private static final String COUNTS = "-counts";
  private static final int USUAL_LAG_DAYS = 14;

  static final List<Column> COLUMNS =
      List.of(
          new Column("country", true, ColumnType.TEXT, List.of()),
          new Column("agency", true, ColumnType.TEXT, List.of()),
          new Column("week_start", true, ColumnType.DATE, List.of()),
          new Column("place", false, ColumnType.TEXT, List.of()),
          code("place_scheme", PlaceScheme.class, false),
          code("item_class", ItemClass.class, true),
          new Column("substance_list", false, ColumnType.TEXT, List.of()),
          new Column("substance", false, ColumnType.TEXT, List.of()),
          code("form", ItemForm.class, false),
          code("weight_basis", WeightBasis.class, false),
          code("count_basis", CountBasis.class, false),
          code("site_class", SiteClass.class, false),
          new Column("events", true, ColumnType.NUMBER, List.of()),
          new Column("quantity", true, ColumnType.NUMBER, List.of()),
          new Column("unit", true, ColumnType.TEXT, List.of()));

  /// Columns that a file may have besides.
  private static final Set<String> OPTIONAL = MarkingCells.columns();

  private final ReadSubstances substances;

  TripointSeizureCounts(ReadSubstances substances) {
    super(
        ID,
        COLUMNS,
        new Layout(
            TripointSeizureCounts::sourceOf,
            false,
            USUAL_LAG_DAYS,
            REQUIRED,
            Layout.names(COLUMNS, OPTIONAL),
            Identity.KEYED));
    this.substances = substances;
  }

  /// `ca-cbsa-counts` for `ca-cbsa-counts_2019-03.csv` and for `ca-cbsa-2019-03.csv`; the format's
  /// own id when the name begins with no country and agency.
  private static String sourceOf(String fileName) {
    return AgencyInName.find(fileName).map(agency -> agency + COUNTS).orElse(ID);
  }

  /// The source that an agency's counts are of.
  static String source(String country, String agency) {
    return (country + "-" + agency).toLowerCase(Locale.ROOT) + COUNTS;
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return new SeizureCountRows(substances, recognition)::read;
  }

  private static <E extends Enum<E>> Column code(String name, Class<E> type, boolean required) {
    return new Column(
        name,
        required,
        ColumnType.CODE,
        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }
}
