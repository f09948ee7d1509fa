package org.tripoint.scenario;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.tripoint.scenario.SeizureEvent.Circumstances;
import org.tripoint.scenario.SeizureEvent.Item;
import org.tripoint.scenario.SeizureEvent.Nominal;
import org.tripoint.scenario.SeizureEvent.Offset;

/// Three files of a customs agency that tell what can happen to a record after it was given to
/// partners: it is corrected, taken back, or kept from one of them.
///
/// They are few enough to be imported one after the other while somebody looks on.
final class BorderStory {

  static final String SOURCE = "mx-anam";

  private static final Agency CUSTOMS =
      new Agency(
          "MX",
          "ANAM",
          Agency.Layout.TRIPOINT,
          0,
          new ReportingDelay(1, 0, 1),
          0,
          new ReportingDelay(1, 0, 1),
          List.of(),
          List.of());
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 12);
  private static final LocalDate CORRECTED = LocalDate.of(2026, 10, 19);
  private static final LocalDate CALLED_BACK = LocalDate.of(2026, 10, 26);
  private static final Caveats BOTH = new Caveats("AMBER", "CA US", false, true);
  private static final Caveats NORTH = new Caveats("AMBER", "US", false, true);

  private static final Spot MANZANILLO =
      new Spot("Manzanillo", "MXZLO", 19.05, -104.32, "PORT_OF_ENTRY", 0);
  private static final Spot ALTAMIRA =
      new Spot("Altamira", "MXATM", 22.40, -97.93, "PORT_OF_ENTRY", 0);

  private static final String DRUMS = "SYN-ANAM-MANZANILLO-1";
  private static final String TWICE = "SYN-ANAM-MANZANILLO-2";
  private static final String PRESSES = "SYN-ANAM-ALTAMIRA-1";

  private BorderStory() {}

  static void writeTo(ScenarioFolder folder, GroundTruth truth) {
    truth.source(
        SOURCE,
        CUSTOMS.layout().format(),
        "complete",
        false,
        "covers",
        "records first reported, corrected or withdrawn since the file before");
    SeizureEvent drums = precursor(DRUMS, "1150.000", "GROSS");
    SeizureEvent weighed = precursor(DRUMS, "1087.400", "NET_TESTED");
    SeizureEvent twice = precursor(TWICE, "1150.000", "GROSS");
    SeizureEvent presses = presses();
    release(
        folder,
        FIRST,
        List.of(
            new Told(drums, BOTH, false),
            new Told(twice, BOTH, false),
            new Told(presses, BOTH, false)));
    release(folder, CORRECTED, List.of(new Told(weighed, BOTH, false)));
    release(
        folder, CALLED_BACK, List.of(new Told(twice, BOTH, true), new Told(presses, NORTH, false)));
    plant(truth);
  }

  private record Told(SeizureEvent event, Caveats caveats, boolean withdrawn) {}

  private static void release(ScenarioFolder folder, LocalDate day, List<Told> told) {
    folder.story(
        SOURCE,
        CUSTOMS.fileName(day),
        day.atTime(LocalTime.of(15, 0)).toInstant(ZoneOffset.UTC),
        AgencyFiles.TRIPOINT,
        file -> {
          file.row(TripointSeizureRows.COLUMNS);
          for (Told one : told) {
            TripointSeizureRows.write(file, CUSTOMS, one.event, one.caveats, one.withdrawn);
          }
        });
  }

  private static SeizureEvent precursor(String id, String kilograms, String basis) {
    return event(
        id,
        MANZANILLO,
        LocalDate.of(2026, 10, 6),
        new Item("PRECURSOR", "4-Piperidone", "POWDER", kilograms, "kg", basis, "", "", ""));
  }

  private static SeizureEvent presses() {
    return event(
        PRESSES,
        ALTAMIRA,
        LocalDate.of(2026, 10, 8),
        new Item("EQUIPMENT", "pill press", "PRESS", "3", "device", "", "SECURED", "", ""));
  }

  private static SeizureEvent event(String id, Spot port, LocalDate day, Item item) {
    return new SeizureEvent(
        id,
        day,
        port,
        new Offset(1, 1),
        new Circumstances("PORT_OF_ENTRY", "INBOUND", "sea", "container", "among goods"),
        false,
        "",
        List.of(item),
        new Nominal("SYN/" + id, ""));
  }

  private static void plant(GroundTruth truth) {
    truth.plant(
        "border-story-1",
        "given-then-changed",
        "source",
        SOURCE,
        "given",
        GroundTruth.fields(
            "published", FIRST, "to", "CA US", "records", List.of(DRUMS, TWICE, PRESSES)),
        "corrected",
        GroundTruth.fields("published", CORRECTED, "record", DRUMS, "kilograms", "1087.400"),
        "withdrawn",
        GroundTruth.fields("published", CALLED_BACK, "record", TWICE),
        "keptFromCanada",
        GroundTruth.fields("published", CALLED_BACK, "record", PRESSES));
  }
}
