package org.tripoint.node.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tripoint.node.notices.NoticeBody.Heading;
import org.tripoint.node.notices.NoticeBody.Named;
import org.tripoint.node.substances.FindStructure;
import org.tripoint.node.substances.FindStructure.Found;
import org.tripoint.node.web.CsvLine;

/// A notice as rows for the forms of others, one row for each substance it names, one row when it
/// names none: what their forms ask for and a notice has. Only parts that partners may have.
final class NoticeRows {

  private final NoticeView view;
  private final NoticeBody body;
  private final FindStructure structures;

  NoticeRows(NoticeView view, NoticeBody body, FindStructure structures) {
    this.view = view;
    this.body = body.releasedTo(Releasability.PARTNERS);
    this.structures = structures;
  }

  /// In the manner of the reporting form of UNODC's Early Warning Advisory.
  String unodc() {
    StringBuilder csv = new StringBuilder();
    csv.append(
        CsvLine.forSpreadsheets(
            List.of(
                "country",
                "reference",
                "report_date",
                "substance_name",
                "chemical_name_smiles",
                "cas_number",
                "molecular_formula",
                "inchikey",
                "type_of_event",
                "urgency",
                "description",
                "remarks")));
    for (Optional<Named> one : substances()) {
      Optional<Found> known = known(one);
      csv.append(
          CsvLine.forSpreadsheets(
              List.of(
                  view.from().code(),
                  view.number(),
                  view.at().toString(),
                  one.map(named -> named.name().english()).orElse(""),
                  known.map(Found::smiles).orElse(""),
                  known.map(Found::cas).orElse(""),
                  known.map(Found::formula).orElse(""),
                  one.map(Named::inchiKey).orElse(""),
                  body.type().name(),
                  body.urgency().name(),
                  english(Heading.SITUATION),
                  english(Heading.ADVICE))));
    }
    return csv.toString();
  }

  /// In the manner of the reporting form of the EUDA's Early Warning System.
  String euda() {
    StringBuilder csv = new StringBuilder();
    csv.append(
        CsvLine.forSpreadsheets(
            List.of(
                "notifying_country",
                "notification_reference",
                "edition",
                "date_of_notification",
                "common_name",
                "name_es",
                "name_fr",
                "cas",
                "smiles",
                "inchikey",
                "molecular_formula",
                "category",
                "event_based_reporting",
                "circumstances",
                "assessment",
                "recommendations",
                "status")));
    for (Optional<Named> one : substances()) {
      Optional<Found> known = known(one);
      csv.append(
          CsvLine.forSpreadsheets(
              List.of(
                  view.from().code(),
                  view.number(),
                  view.notice().map(Notice::edition).map(String::valueOf).orElse(""),
                  view.at().toString(),
                  one.map(named -> named.name().english()).orElse(""),
                  one.map(named -> named.name().spanish()).orElse(""),
                  one.map(named -> named.name().french()).orElse(""),
                  known.map(Found::cas).orElse(""),
                  known.map(Found::smiles).orElse(""),
                  one.map(Named::inchiKey).orElse(""),
                  known.map(Found::formula).orElse(""),
                  body.type().name(),
                  body.urgency() == Urgency.URGENT ? "yes" : "no",
                  english(Heading.SITUATION),
                  english(Heading.ASSESSMENT),
                  english(Heading.ADVICE),
                  view.state().name())));
    }
    return csv.toString();
  }

  private List<Optional<Named>> substances() {
    List<Optional<Named>> rows = new ArrayList<>();
    body.substances().forEach(one -> rows.add(Optional.of(one)));
    return rows.isEmpty() ? List.of(Optional.empty()) : rows;
  }

  private Optional<Found> known(Optional<Named> one) {
    return one.filter(named -> !named.inchiKey().isEmpty())
        .flatMap(named -> structures.find(named.inchiKey()));
  }

  private String english(Heading heading) {
    return body.section(heading).map(one -> one.text().english()).orElse("");
  }
}
