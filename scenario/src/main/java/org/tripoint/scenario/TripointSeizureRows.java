package org.tripoint.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.tripoint.scenario.SeizureEvent.Circumstances;
import org.tripoint.scenario.SeizureEvent.Item;

/// Writes seizures in the layout `tripoint-seizures`, one row an item.
final class TripointSeizureRows {

  static final List<String> COLUMNS =
      List.of(
          "source_record_id",
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
          "is_joint",
          "partner_agency",
          "item_no",
          "item_class",
          "substance_list",
          "substance",
          "form",
          "quantity",
          "unit",
          "weight_basis",
          "count_basis",
          "site_class",
          "imprint",
          "case_number",
          "person_name",
          "status",
          "tlp",
          "releasable_to",
          "protected_source",
          "verify_before_action",
          "derivative_use");

  private TripointSeizureRows() {}

  static void write(
      ReleaseFile file, Agency agency, SeizureEvent event, Caveats caveats, boolean withdrawn)
      throws IOException {
    String[] marking = caveats.cells();
    int number = 1;
    for (Item item : event.items()) {
      boolean substance = item.kind().equals("DRUG") || item.kind().equals("PRECURSOR");
      Circumstances how = event.circumstances();
      file.row(
          event.id(),
          agency.country(),
          agency.word(),
          event.day().toString(),
          event.spot().area(),
          event.spot().scheme(),
          degrees(event.spot().latitude(), event.offset().north()),
          degrees(event.spot().longitude(), event.offset().east()),
          "5000",
          how.setting(),
          how.direction(),
          how.mode(),
          how.conveyance(),
          how.concealment(),
          Boolean.toString(event.joint()),
          event.partner(),
          Integer.toString(number++),
          item.kind(),
          substance ? "tripoint" : "",
          item.what(),
          item.form(),
          item.quantity(),
          item.unit(),
          item.weightBasis(),
          item.countBasis(),
          item.siteClass(),
          item.imprint(),
          event.nominal().caseNumber(),
          event.nominal().person(),
          withdrawn ? "WITHDRAWN" : "REPORTED",
          marking[0],
          marking[1],
          marking[2],
          marking[3],
          marking[4]);
    }
  }

  private static String degrees(double centre, int thousandths) {
    return String.format(Locale.ROOT, "%.3f", centre + thousandths / 1000.0);
  }
}
