package org.tripoint.node.notices;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.notices.NoticeBody.Heading;
import org.tripoint.node.notices.NoticeBody.Named;
import org.tripoint.node.notices.NoticeBody.Row;
import org.tripoint.node.notices.NoticeBody.Section;
import org.tripoint.node.notices.NoticeBody.Table;
import org.tripoint.node.substances.FindStructure;

/// A notice as it is typed: fields by their names.
///
/// Tables are `figures`, `figures2` and so on. Figures are lines: a label in three languages parted
/// by `|`, then cells, all parted by `;`. Substances are lines: a name or an InChIKey.
///
/// @param fields what the form sent, or what it shows
public record NoticeForm(Map<String, String> fields) {

  private static final int MOST_ROWS = 100;
  private static final List<String> TABLES =
      IntStream.rangeClosed(1, NoticeBody.MOST_TABLES)
          .mapToObj(number -> number == 1 ? "figures" : "figures" + number)
          .toList();

  public NoticeForm {
    fields = Map.copyOf(fields);
  }

  /// What the form shows for a draft.
  static NoticeForm of(NoticeDraft draft, ZoneId zone) {
    NoticeBody body = draft.body();
    Map<String, String> fields = new HashMap<>();
    fields.put("type", body.type().name());
    fields.put("urgency", body.urgency().name());
    put(fields, "title", body.title());
    Instant laboratory = draft.laboratoryFinal();
    fields.put(
        "laboratoryFinal",
        laboratory == null ? "" : LocalDateTime.ofInstant(laboratory, zone).toString());
    for (Section section : body.sections()) {
      put(fields, section.heading().name(), section.text());
      fields.put(section.heading() + ".release", section.release().name());
    }
    for (int i = 0; i < body.tables().size(); i++) {
      Table table = body.tables().get(i);
      String name = TABLES.get(i);
      put(fields, name, table.title());
      fields.put(name + ".release", table.release().name());
      fields.put(
          name + ".rows",
          table.rows().stream().map(NoticeForm::line).collect(Collectors.joining("\n")));
    }
    if (!body.substances().isEmpty()) {
      fields.put("substances.release", body.substances().getFirst().release().name());
      fields.put(
          "substances",
          body.substances().stream()
              .map(one -> one.inchiKey().isEmpty() ? one.name().english() : one.inchiKey())
              .collect(Collectors.joining("\n")));
    }
    return new NoticeForm(fields);
  }

  private static void put(Map<String, String> fields, String name, ThreeTexts text) {
    fields.put(name + ".en", text.english());
    fields.put(name + ".es", text.spanish());
    fields.put(name + ".fr", text.french());
  }

  private static String line(Row row) {
    ThreeTexts label = row.label();
    boolean alike =
        label.english().equals(label.spanish()) && label.english().equals(label.french());
    String first =
        alike
            ? label.english()
            : String.join(" | ", label.english(), label.spanish(), label.french());
    return row.cells().isEmpty() ? first : first + "; " + String.join("; ", row.cells());
  }

  /// The field's text; "" where it was not sent.
  public String get(String name) {
    return fields.getOrDefault(name, "");
  }

  private ThreeTexts texts(String name) {
    return new ThreeTexts(
        get(name + ".en").strip(), get(name + ".es").strip(), get(name + ".fr").strip());
  }

  private Releasability release(String name) {
    return Arrays.stream(Releasability.values())
        .filter(one -> one.name().equals(get(name + ".release")))
        .findFirst()
        .orElse(Releasability.OWN);
  }

  /// What the notice says by this form.
  ///
  /// @throws IllegalArgumentException where a field holds what a notice cannot
  NoticeBody body(FindStructure structures) {
    return new NoticeBody(
        NoticeType.valueOf(get("type")),
        Urgency.valueOf(get("urgency")),
        texts("title"),
        Arrays.stream(Heading.values())
            .map(one -> new Section(one, release(one.name()), texts(one.name())))
            .toList(),
        tables(),
        lines("substances").stream().map(one -> named(one, structures)).toList());
  }

  /// Names of the tables that the form shows: those with lines, and one to fill in.
  public List<String> tableNames() {
    List<String> shown =
        new ArrayList<>(TABLES.stream().filter(one -> !get(one + ".rows").isBlank()).toList());
    TABLES.stream().filter(one -> !shown.contains(one)).findFirst().ifPresent(shown::add);
    return List.copyOf(shown);
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (String name : TABLES) {
      List<Row> rows = lines(name + ".rows").stream().map(NoticeForm::row).toList();
      if (rows.size() > MOST_ROWS) {
        throw new IllegalArgumentException("expected at most 100 lines of figures");
      }
      if (!rows.isEmpty()) {
        tables.add(new Table(texts(name), release(name), rows));
      }
    }
    return tables;
  }

  private static Row row(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(";", -1)) {
      cells.add(cell.strip());
    }
    String[] label = cells.removeFirst().split("\\|", -1);
    ThreeTexts labels =
        label.length == 3
            ? new ThreeTexts(label[0].strip(), label[1].strip(), label[2].strip())
            : ThreeTexts.same(String.join("|", label));
    return new Row(labels, cells);
  }

  private Named named(String line, FindStructure structures) {
    Releasability release = release("substances");
    return structures
        .find(line)
        .map(one -> Named.of(one).releasedTo(release))
        .orElseGet(() -> new Named("", ThreeTexts.same(line), release));
  }

  private List<String> lines(String name) {
    return get(name).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /// When the laboratory was final, on this node's clock; null where nothing was typed.
  ///
  /// @throws IllegalArgumentException where it is no moment
  @Nullable Instant laboratoryFinal(ZoneId zone) {
    String typed = get("laboratoryFinal").strip();
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return LocalDateTime.parse(typed).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected a day and time, found " + typed, e);
    }
  }
}
