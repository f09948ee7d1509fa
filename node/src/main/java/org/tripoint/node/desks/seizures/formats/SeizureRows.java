package org.tripoint.node.desks.seizures.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tripoint.node.desks.seizures.Circumstances;
import org.tripoint.node.desks.seizures.Circumstances.Direction;
import org.tripoint.node.desks.seizures.Circumstances.Setting;
import org.tripoint.node.desks.seizures.NamedPerson;
import org.tripoint.node.desks.seizures.Route;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Recognition;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;

/// Reads the rows of one event in the node's own layout.
final class SeizureRows extends EventRows {

  /// Columns that say something about the event: every row of it says the same or nothing.
  private static final List<String> OF_THE_EVENT =
      List.of(
          "country",
          "agency",
          "event_date",
          "place",
          "place_scheme",
          "latitude",
          "longitude",
          "precision_m",
          "setting",
          "direction",
          "mode",
          "conveyance",
          "concealment",
          "detection",
          "is_joint",
          "partner_agency",
          "case_number",
          "person_name",
          "status");

  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "sí", "si", "oui");
  private static final Set<String> NO = Set.of("", "false", "no", "n", "0", "non");

  private final Recognition recognition;
  private final ItemRow items;

  SeizureRows(ReadSubstances substances, Recognition recognition) {
    super("source_record_id", "event_date", OF_THE_EVENT);
    this.recognition = recognition;
    this.items = new ItemRow(substances);
  }

  @Override
  public RowResult readGroup(List<Row> rows) {
    Findings findings = new Findings();
    Row first = rows.getFirst();
    String id = id(first, findings);
    Optional<Country> country = country(first, findings);
    String agency = findings.required(first, "agency").toUpperCase(Locale.ROOT);
    findings.limited(first, "agency", 60);
    Optional<PartialDate> date = findings.requiredDate(first, "event_date");
    refuseOtherEvent(rows, findings);
    if (country.isEmpty() || date.isEmpty() || !findings.hard.isEmpty()) {
      return new RowResult.Refused(findings.hard);
    }
    String key = key(id, country.get(), agency);
    LocalDate covers = date.get().start();
    if (isWithdrawn(first, findings)) {
      return new RowResult.Withdrawn(Seizure.KIND, key, "status WITHDRAWN", covers);
    }
    Place place = PlaceCells.read(first, country.get(), findings);
    Circumstances circumstances = circumstances(first, findings);
    boolean joint = isJoint(first, findings);
    List<SeizureItem> taken = items(rows, findings);
    List<String> cases = listed(first, "case_number", 100, findings);
    List<NamedPerson> persons =
        listed(first, "person_name", 200, findings).stream()
            .map(name -> new NamedPerson(name, ""))
            .toList();
    List<String> partners = listed(first, "partner_agency", 100, findings);
    var marking = MarkingCells.read(first, findings);
    if (!findings.hard.isEmpty()) {
      return new RowResult.Refused(findings.hard);
    }
    Seizure seizure =
        new Seizure(
            country.get(),
            agency,
            date.get(),
            place,
            circumstances,
            Route.UNKNOWN,
            joint,
            partners,
            null,
            taken,
            cases,
            persons,
            CbpDrugSeizures.extras(first, recognition.knownColumns()));
    return new RowResult.Accepted<>(
        Seizure.KIND, key, seizure, marking.orElseThrow(), covers, findings.soft);
  }

  /// The source's id, with country and agency before it where the file is of another source: ids
  /// are unique within an agency.
  private String key(String id, Country country, String agency) {
    String own = country.code().toLowerCase(Locale.ROOT) + "-" + agency.toLowerCase(Locale.ROOT);
    return own.equals(recognition.source()) ? id : own + ":" + id;
  }

  static Optional<Country> country(Row row, Findings findings) {
    String text = findings.required(row, "country");
    Optional<Country> country = Country.find(text);
    if (!text.isEmpty() && country.isEmpty()) {
      findings.hard.add(new Finding("country", "not-a-country", text, "CA, MX, US"));
    }
    return country;
  }

  private static boolean isWithdrawn(Row row, Findings findings) {
    String status = row.text("status").toUpperCase(Locale.ROOT);
    if (!status.isEmpty() && !status.equals("REPORTED") && !status.equals("WITHDRAWN")) {
      findings.hard.add(new Finding("status", "not-a-code", status, "REPORTED, WITHDRAWN"));
    }
    return status.equals("WITHDRAWN");
  }

  private static Circumstances circumstances(Row row, Findings findings) {
    Setting setting = findings.code(row, "setting", Setting.class, Setting.UNKNOWN);
    Direction direction = findings.code(row, "direction", Direction.class, Direction.UNKNOWN);
    List<String> texts = new ArrayList<>();
    for (String column : List.of("mode", "conveyance", "concealment", "detection")) {
      String text = findings.limited(row, column, 500);
      texts.add(text.length() > 500 ? "" : text);
    }
    return new Circumstances(
        setting, direction, texts.get(0), texts.get(1), texts.get(2), texts.get(3));
  }

  private static boolean isJoint(Row row, Findings findings) {
    String text = row.text("is_joint").toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      findings.hard.add(new Finding("is_joint", "not-a-code", text, "true, false"));
    }
    return YES.contains(text);
  }

  private List<SeizureItem> items(List<Row> rows, Findings findings) {
    List<SeizureItem> taken = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      items
          .read(row, i + 1, findings)
          .ifPresent(item -> {
            if (!numbers.add(item.number())) {
              findings.hard.add(new Finding("item_no", "repeated", row.text("item_no"), ""));
            }
            taken.add(item);
          });
    }
    return taken;
  }

  /// Several values in one cell are separated by semicolons.
  private static List<String> listed(Row row, String column, int longest, Findings findings) {
    List<String> values =
        Arrays.stream(row.text(column).split(";", -1))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
    for (String value : values) {
      if (value.length() > longest) {
        findings.hard.add(new Finding(column, "too-long", value, Integer.toString(longest)));
      }
    }
    return values;
  }
}
