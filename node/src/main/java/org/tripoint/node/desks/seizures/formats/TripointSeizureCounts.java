package org.tripoint.node.desks.seizures.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.node.intake.Format;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.PlaceScheme;

/// The node's own layout of weekly counts of seizures: one row a week, a place and a thing. See
/// docs/formats/seizures.md.
///
/// An agency's counts are a source apart from its records (`ca-cbsa-counts` beside `ca-cbsa`): both
/// tell of the same seizures, so they are never added.
@Component
class TripointSeizureCounts implements Format {

  static final String ID = "tripoint-seizure-counts";

  /// Columns without which a file is not of this format.
  private static final Set<String> REQUIRED =
      Set.of("country", "agency", "week_start", "item_class", "events", "quantity", "unit");

  private static final Pattern AGENCY_IN_NAME =
      Pattern.compile("([a-z]{2})-([a-z0-9]{2,20})(?![a-z0-9]).*");

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
    this.substances = substances;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<Recognition> recognise(Header header, String fileName) {
    if (!header.hasAll(REQUIRED)) {
      return Optional.empty();
    }
    Set<String> known = new TreeSet<>(OPTIONAL);
    COLUMNS.forEach(column -> known.add(column.name()));
    return Optional.of(
        new Recognition(ID, sourceOf(fileName), false, USUAL_LAG_DAYS, known, Identity.KEYED));
  }

  /// `ca-cbsa-counts` for `ca-cbsa-counts_2019-03.csv` and for `ca-cbsa-2019-03.csv`; the format's
  /// own id when the name begins with no country and agency.
  private static String sourceOf(String fileName) {
    Matcher matcher = AGENCY_IN_NAME.matcher(fileName.toLowerCase(Locale.ROOT));
    return matcher.matches() && Country.find(matcher.group(1)).isPresent()
        ? source(matcher.group(1), matcher.group(2))
        : ID;
  }

  /// The source that an agency's counts are of.
  static String source(String country, String agency) {
    return (country + "-" + agency).toLowerCase(Locale.ROOT) + "-counts";
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return new SeizureCountRows(substances, recognition)::read;
  }

  @Override
  public List<Column> mappableColumns() {
    return COLUMNS;
  }

  private static <E extends Enum<E>> Column code(String name, Class<E> type, boolean required) {
    return new Column(
        name,
        required,
        ColumnType.CODE,
        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }
}
