package org.tripoint.node.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.tripoint.node.intake.Format.RowResult.Accepted;
import org.tripoint.node.intake.Format.RowResult.Refused;
import org.tripoint.vocabulary.Happened;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.ReportedNumber;

/// A small kind with a keyed format, one without ids, one with several rows a record, and one to
/// map to.
@TestConfiguration
class ParcelFormats {

  static final Kind<Parcel> KIND = Kind.of("test-parcel", 1, Parcel.class);

  record Parcel(String colour, ReportedNumber weight, List<String> contents) {}

  @Bean
  Kind<Parcel> parcelKind() {
    return KIND;
  }

  /// Something that happened on a day.
  record Event(LocalDate date) implements Happened {
    @Override
    public LocalDate day() {
      return date;
    }
  }

  @Bean
  Kind<Event> eventKind() {
    return Kind.of("test-event", 1, Event.class);
  }

  @Bean
  Format parcels() {
    return new Parcels("test-parcels", Set.of("parcel", "day", "colour", "weight"), "parcel");
  }

  @Bean
  Format anonymousParcels() {
    return new Parcels("test-anonymous", Set.of("day", "colour", "weight", "anonymous"), "");
  }

  @Bean
  Format groupedParcels() {
    return new Parcels(
        "test-grouped", Set.of("parcel", "day", "colour", "weight", "content"), "parcel");
  }

  private record Parcels(String id, Set<String> columns, String key) implements Format {

    @Override
    public Optional<Recognition> recognise(Header header, String fileName) {
      boolean isMine =
          header.hasAll(columns)
              && header.columns().contains("content") == columns.contains("content")
              && header.columns().contains("anonymous") == columns.contains("anonymous");
      return isMine
          ? Optional.of(
              new Recognition(
                  id,
                  "test-post",
                  true,
                  10,
                  columns,
                  key.isEmpty() ? Identity.ORDINAL_AMONG_EQUALS : Identity.KEYED))
          : Optional.empty();
    }

    @Override
    public List<Column> mappableColumns() {
      return id.equals("test-parcels")
          ? List.of(
              new Column("parcel", true, ColumnType.TEXT, List.of()),
              new Column("day", true, ColumnType.DATE, List.of()),
              new Column("colour", true, ColumnType.CODE, List.of("red", "blue")),
              new Column("weight", true, ColumnType.NUMBER, List.of()))
          : List.of();
    }

    @Override
    public RowReader open(Recognition recognition, Header header) {
      return new RowReader() {
        @Override
        public Optional<String> groupOf(Row row) {
          return columns.contains("content") ? Optional.of(row.text("parcel")) : Optional.empty();
        }

        @Override
        public String dayOfEvent() {
          return columns.contains("content") ? "day" : "";
        }

        @Override
        public RowResult read(Row row) {
          return readGroup(List.of(row));
        }

        @Override
        public RowResult readGroup(List<Row> rows) {
          return parcel(rows);
        }
      };
    }

    private RowResult parcel(List<? extends Row> rows) {
      Row row = rows.getFirst();
      String colour = row.text("colour");
      if (colour.equals("crash")) {
        throw new IllegalStateException("planted");
      }
      if (colour.equals("total")) {
        return new RowResult.Skipped("total-line");
      }
      var hard = new ArrayList<Finding>();
      Optional<LocalDate> day = day(row.text("day"));
      if (day.isEmpty()) {
        hard.add(new Finding("day", "not-a-date", row.text("day"), "yyyy-mm-dd"));
      }
      Optional<ReportedNumber> weight = ReportedNumber.find(row.text("weight"));
      if (weight.isEmpty()) {
        hard.add(new Finding("weight", "not-a-number", row.text("weight"), "1234.5"));
      }
      if (!hard.isEmpty() || day.isEmpty() || weight.isEmpty()) {
        return new Refused(hard);
      }
      List<Finding> soft =
          colour.equals("mauve")
              ? List.of(new Finding("colour", "not-recognised", colour, "red, blue"))
              : List.of();
      return new Accepted<>(
          KIND,
          key.isEmpty() ? day.get() + "|" + colour : row.text(key),
          new Parcel(
              colour,
              weight.get(),
              rows.stream().map(r -> r.text("content")).filter(c -> !c.isEmpty()).toList()),
          Marking.published(),
          day.get(),
          soft);
    }

    private static Optional<LocalDate> day(String text) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }
}
