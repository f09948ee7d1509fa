package org.tripoint.scenario;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tripoint.scenario.AgencyEvents.Reported;
import org.tripoint.scenario.SeizureEvent.Circumstances;
import org.tripoint.scenario.SeizureEvent.Item;
import org.tripoint.scenario.SeizureEvent.Nominal;
import org.tripoint.scenario.SeizureEvent.Offset;

/// What happens among the seizures on purpose: joint seizures told twice and pairs that only look
/// so, an adulterant that arrives, a surge of presses, records taken back.
final class PlantedSeizures {

  static final String ADULTERANT = "Medetomidine";

  private static final LocalDate ONTARIO_FROM = LocalDate.of(2025, 1, 13);
  private static final LocalDate MICHIGAN_FROM = LocalDate.of(2025, 6, 9);
  private static final LocalDate SURGE_FROM = LocalDate.of(2026, 2, 2);
  private static final int SURGE_WEEKS = 6;

  private final long seed;
  private final Map<String, List<Reported>> bySource = new TreeMap<>();
  private final Map<String, LocalDate> withdrawals = new LinkedHashMap<>();

  PlantedSeizures(long seed, double scale, GroundTruth truth) {
    this.seed = seed;
    plantJointSeizures(truth);
    plantLookalike(truth);
    plantAdulterant(truth);
    plantPresses(scale, truth);
    plantWithdrawals(truth);
  }

  /// Planted seizures of a source in a month.
  List<Reported> of(String source, YearMonth month) {
    return bySource.getOrDefault(source, List.of()).stream()
        .filter(reported -> YearMonth.from(reported.event().day()).equals(month))
        .toList();
  }

  /// The days on which records are taken back, by record id.
  Map<String, LocalDate> withdrawals() {
    return withdrawals;
  }

  /// Fentanyl in Ontario and later in Michigan comes more and more often with the adulterant.
  Reported adulterated(Reported reported) {
    SeizureEvent event = reported.event();
    double share = adulterantShare(event.spot().area(), event.day());
    if (share == 0 || !event.counted().equals("Fentanyl")) {
      return reported;
    }
    Chance chance = Chance.of(seed, "adulterant/" + event.id());
    if (!chance.happens(share)) {
      return reported;
    }
    Item found = adulterant(AgencyEvents.decimals(chance.logNormal(40, 0.8)));
    return new Reported(
        event.plus(found), reported.first().plus(found), reported.reported(), reported.corrected());
  }

  /// In which part of the fentanyl of an area the adulterant is on a day.
  static double adulterantShare(String area, LocalDate day) {
    LocalDate from =
        switch (area) {
          case "CA-ON" -> ONTARIO_FROM;
          case "US-MI" -> MICHIGAN_FROM;
          default -> LocalDate.MAX;
        };
    if (!day.isAfter(from)) {
      return 0;
    }
    double days = day.toEpochDay() - from.toEpochDay();
    return 0.45 * (1 - StrictMath.exp(-days / 120));
  }

  private void plantJointSeizures(GroundTruth truth) {
    Spot detroit = Spot.named(Spot.UNITED_STATES, "Detroit");
    Spot windsor = Spot.named(Spot.CANADA, "Windsor");
    Spot blaine = Spot.named(Spot.UNITED_STATES, "Blaine");
    Spot surrey = Spot.named(Spot.CANADA, "Surrey");
    Spot sanDiego = Spot.named(Spot.UNITED_STATES, "San Diego");
    Spot tijuana = Spot.named(Spot.MEXICO, "Tijuana");
    Side usDetroit = new Side(Agency.HSI, detroit, "Cocaine", "POWDER");
    Side caWindsor = new Side(Agency.CBSA, windsor, "Cocaine", "POWDER");
    joint(truth, 1, LocalDate.of(2025, 4, 16), usDetroit, "48.200", caWindsor, 1, "47.650");
    joint(
        truth,
        2,
        LocalDate.of(2025, 9, 3),
        new Side(Agency.HSI, blaine, "Methamphetamine", "CRYSTAL"),
        "112.400",
        new Side(Agency.CBSA, surrey, "Methamphetamine", "CRYSTAL"),
        0,
        "113.100");
    joint(
        truth,
        3,
        LocalDate.of(2026, 3, 22),
        new Side(Agency.HSI, sanDiego, "Fentanyl", "POWDER"),
        "31.750",
        new Side(Agency.SEDENA, tijuana, "Fentanilo", "POWDER"),
        -1,
        "31.900");
    joint(
        truth,
        4,
        LocalDate.of(2026, 6, 11),
        new Side(Agency.CBSA, windsor, "Methamphetamine", "CRYSTAL"),
        "76.300",
        new Side(Agency.RCMP, windsor, "Methamphetamine", "CRYSTAL"),
        1,
        "75.950");
  }

  private record Side(Agency agency, Spot spot, String what, String form) {}

  private void joint(
      GroundTruth truth,
      int number,
      LocalDate day,
      Side left,
      String leftKilograms,
      Side right,
      int daysLater,
      String rightKilograms) {
    LocalDate rightDay = day.plusDays(daysLater);
    String leftId = "SYN-" + left.agency.word() + "-JOINT-" + number;
    String rightId = "SYN-" + right.agency.word() + "-JOINT-" + number;
    add(left, leftId, day, true, right.agency.word(), leftKilograms);
    add(right, rightId, rightDay, true, left.agency.word(), rightKilograms);
    truth.plant(
        "joint-seizure-" + number,
        "double-report",
        "sources",
        List.of(left.agency.source(), right.agency.source()),
        "records",
        List.of(leftId, rightId),
        "days",
        List.of(day, rightDay),
        "places",
        List.of(
            left.spot.area() + " " + left.spot.name(), right.spot.area() + " " + right.spot.name()),
        "substances",
        List.of(left.what, right.what),
        "kilograms",
        List.of(leftKilograms, rightKilograms));
  }

  /// Near in time and place, but 6 % apart in weight and four days in time: not one seizure.
  private void plantLookalike(GroundTruth truth) {
    LocalDate day = LocalDate.of(2025, 7, 8);
    Side left =
        new Side(Agency.HSI, Spot.named(Spot.UNITED_STATES, "Detroit"), "Cocaine", "POWDER");
    Side right = new Side(Agency.CBSA, Spot.named(Spot.CANADA, "Windsor"), "Cocaine", "POWDER");
    add(left, "SYN-HSI-LOOKALIKE-1", day, false, "", "50.000");
    add(right, "SYN-CBSA-LOOKALIKE-1", day.plusDays(4), false, "", "53.000");
    truth.plant(
        "lookalike-1",
        "not-a-double-report",
        "sources",
        List.of(left.agency.source(), right.agency.source()),
        "records",
        List.of("SYN-HSI-LOOKALIKE-1", "SYN-CBSA-LOOKALIKE-1"),
        "days",
        List.of(day, day.plusDays(4)),
        "kilograms",
        List.of("50.000", "53.000"));
  }

  private void plantAdulterant(GroundTruth truth) {
    first(
        new Side(Agency.RCMP, Spot.named(Spot.CANADA, "Toronto"), "Fentanyl", "POWDER"),
        ONTARIO_FROM);
    first(
        new Side(Agency.HSI, Spot.named(Spot.UNITED_STATES, "Detroit"), "Fentanyl", "POWDER"),
        MICHIGAN_FROM);
    truth.plant(
        "adulterant-1",
        "adulterant-arrives",
        "substance",
        ADULTERANT,
        "with",
        "Fentanyl",
        "arrivals",
        List.of(
            GroundTruth.fields("place", "CA-ON", "day", ONTARIO_FROM, "record", "SYN-RCMP-FIRST"),
            GroundTruth.fields("place", "US-MI", "day", MICHIGAN_FROM, "record", "SYN-HSI-FIRST")),
        "shareOfFentanylSeizures",
        "0.45 * (1 - exp(-days / 120)) from its arrival on; nowhere else");
  }

  private void first(Side side, LocalDate day) {
    String id = "SYN-%s-FIRST".formatted(side.agency.word());
    SeizureEvent event = event(side, id, day, false, "", "0.840").plus(adulterant("35.000"));
    keep(side.agency, Reported.once(event, day.plusDays(21)));
  }

  private void plantPresses(double scale, GroundTruth truth) {
    Chance chance = Chance.of(seed, "presses");
    Side side =
        new Side(Agency.HSI, Spot.named(Spot.UNITED_STATES, "Los Angeles"), "pill press", "PRESS");
    List<String> ids = new ArrayList<>();
    for (int week = 0; week < SURGE_WEEKS; week++) {
      int presses = Math.max(3, chance.poisson(6 * Math.max(1, scale)));
      for (int i = 0; i < presses; i++) {
        LocalDate day = SURGE_FROM.plusWeeks(week).plusDays(chance.between(0, 6));
        String id = "SYN-HSI-PRESS-" + (ids.size() + 1);
        Item press =
            new Item("EQUIPMENT", "pill press", "PRESS", "1", "device", "", "SECURED", "", "");
        SeizureEvent event = event(side, id, day, false, "", "1").withItems(List.of(press));
        keep(Agency.HSI, Reported.once(event, day.plusDays(chance.between(2, 20))));
        ids.add(id);
      }
    }
    truth.plant(
        "presses-surge-1",
        "surge",
        "source",
        side.agency.source(),
        "item",
        "pill press",
        "place",
        side.spot.area(),
        "fromWeek",
        SURGE_FROM,
        "weeks",
        SURGE_WEEKS,
        "added",
        ids.size(),
        "records",
        ids.size() <= 100 ? ids : ids.subList(0, 100));
  }

  private void plantWithdrawals(GroundTruth truth) {
    Side side = new Side(Agency.RCMP, Spot.named(Spot.CANADA, "Calgary"), "Heroin", "POWDER");
    LocalDate day = LocalDate.of(2025, 2, 20);
    LocalDate withdrawn = LocalDate.of(2026, 9, 15);
    String id = "SYN-RCMP-WITHDRAWN-1";
    add(side, id, day, false, "", "9.100");
    withdrawals.put(id, withdrawn);
    truth.plant(
        "withdrawn-1",
        "withdrawn-record",
        "source",
        side.agency.source(),
        "record",
        id,
        "day",
        day,
        "place",
        "CA-AB",
        "kilograms",
        "9.100",
        "withdrawn",
        withdrawn);
  }

  private void add(
      Side side, String id, LocalDate day, boolean joint, String partner, String kilograms) {
    keep(
        side.agency,
        Reported.once(event(side, id, day, joint, partner, kilograms), day.plusDays(10)));
  }

  private void keep(Agency agency, Reported reported) {
    bySource.computeIfAbsent(agency.source(), source -> new ArrayList<>()).add(reported);
  }

  private static SeizureEvent event(
      Side side, String id, LocalDate day, boolean joint, String partner, String kilograms) {
    Item item = new Item("DRUG", side.what, side.form, kilograms, "kg", "GROSS", "", "", "");
    return new SeizureEvent(
        id,
        day,
        side.spot,
        new Offset(1, 2),
        new Circumstances(side.spot.setting(), "INBOUND", "road", "car", "false compartment"),
        joint,
        partner,
        List.of(item),
        new Nominal("SYN/" + id, ""));
  }

  private static Item adulterant(String grams) {
    return new Item("DRUG", ADULTERANT, "POWDER", grams, "g", "NET_TESTED", "", "", "");
  }
}
