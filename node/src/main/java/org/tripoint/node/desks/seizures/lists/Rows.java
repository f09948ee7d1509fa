package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.CountedThing;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.desks.seizures.SeizedQuantity;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.desks.seizures.Subdivisions;
import org.tripoint.node.desks.seizures.Whereabouts;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.vocabulary.GeoPoint;
import org.tripoint.vocabulary.Place;

/// The rows that records stand on in this desk's tables, column by column.
final class Rows {

  private Rows() {}

  static Map<String, @Nullable Object> figure(VersionHeader header, PublishedSeizureFigure figure) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("record", header.record());
    row.put("sequence", header.sequence());
    row.put("month", figure.month().atDay(1));
    row.put("country", figure.country());
    row.put("source", header.source());
    row.put("agency", figure.agency());
    row.put("component", figure.component());
    row.put("region", figure.region());
    row.put("land", figure.landFilter());
    row.put("area", figure.area().code());
    row.put("substance", figure.subject());
    row.put("drug_type", figure.drugType());
    row.put("fiscal_year", figure.fiscalLabel());
    row.put("quantity", figure.quantity().value().toPlainString());
    row.put("quantity_text", figure.quantity().text());
    row.put("unit", figure.unit());
    row.put("kilograms", figure.mass() == null ? null : figure.mass().kilograms().toPlainString());
    row.put("events", figure.events().value().toPlainString());
    Optional<CountedThing> thing = Optional.ofNullable(figure.thing());
    row.put("week", figure.week() == null ? null : figure.week().monday());
    row.put("item_class", thing.map(t -> t.itemClass().name()).orElse(""));
    row.put("form", thing.map(t -> t.form().name()).orElse(""));
    row.put("weight_basis", thing.map(t -> t.weightBasis().name()).orElse(""));
    row.put("count_basis", thing.map(t -> t.countBasis().name()).orElse(""));
    row.put("site_class", thing.map(t -> t.siteClass().name()).orElse(""));
    return row;
  }

  static Map<String, @Nullable Object> event(VersionHeader header, String key, Seizure seizure) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    @Nullable GeoPoint point = seizure.place().point();
    row.put("record", header.record());
    row.put("sequence", header.sequence());
    row.put("day", seizure.day());
    row.put("date_text", seizure.date());
    row.put("country", seizure.country());
    row.put("source", header.source());
    row.put("agency", seizure.agency());
    row.put("place", Whereabouts.of(seizure.place()));
    row.put("place_label", seizure.place().code());
    row.put("locality", locality(seizure.place()));
    row.put("setting", seizure.circumstances().setting());
    row.put("direction", seizure.circumstances().direction());
    row.put("joint", seizure.joint());
    row.put("latitude", point == null ? null : point.latitude().toPlainString());
    row.put("longitude", point == null ? null : point.longitude().toPlainString());
    row.put("items", seizure.items().size());
    row.put("source_key", Identifiers.of(key, seizure));
    return row;
  }

  static Map<String, @Nullable Object> item(
      VersionHeader header, Seizure seizure, SeizureItem item) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    Optional<SeizedQuantity> quantity = Optional.ofNullable(item.quantity());
    row.put("record", header.record());
    row.put("number", item.number());
    row.put("sequence", header.sequence());
    row.put("day", seizure.day());
    row.put("day_known", seizure.isDayKnown());
    row.put("country", seizure.country());
    row.put("source", header.source());
    row.put("agency", seizure.agency());
    row.put("place", Whereabouts.of(seizure.place()));
    row.put("locality", locality(seizure.place()));
    row.put("setting", seizure.circumstances().setting());
    row.put("item_class", item.itemClass());
    row.put("name", item.substance() == null ? item.description() : item.substance().name());
    row.put("substance", item.substance() == null ? "" : item.substance().counted().key());
    row.put("form", item.form());
    row.put("weight_basis", item.weightBasis());
    row.put("count_basis", item.countBasis());
    row.put("site_class", item.siteClass());
    row.put("quantity", quantity.map(q -> plain(q.reported().value())).orElse(null));
    row.put("quantity_text", quantity.map(q -> q.reported().text()).orElse(""));
    row.put("unit", quantity.map(SeizedQuantity::unit).orElse(""));
    row.put("kilograms", quantity.map(q -> q.mass()).map(m -> plain(m.kilograms())).orElse(null));
    row.put("litres", quantity.map(q -> q.volume()).map(v -> plain(v.litres())).orElse(null));
    row.put("counted", quantity.map(q -> q.count()).map(c -> plain(c.amount())).orElse(null));
    row.put("count_unit", quantity.map(q -> q.count()).map(c -> c.of().name()).orElse(""));
    return row;
  }

  static Map<String, @Nullable Object> caseNumber(VersionHeader header, String number) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("record", header.record());
    row.put("sequence", header.sequence());
    row.put("number", number);
    return row;
  }

  /// Where two reports must agree to be of one event: the subdivision, else the place itself; never
  /// a whole country or an agency's area.
  private static String locality(Place place) {
    return Subdivisions.of(place)
        .orElseGet(() ->
            switch (place.scheme()) {
              case COUNTRY, AGENCY_AREA -> Whereabouts.NOT_KNOWN;
              case ADMIN1,
                  INEGI_MUNICIPALITY,
                  STATCAN_SGC,
                  US_COUNTY,
                  US_PORT,
                  UN_LOCODE,
                  VITAL_STATISTICS_AREA,
                  HEALTH_REGION,
                  AS_REPORTED ->
                  place.key();
            });
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }
}
