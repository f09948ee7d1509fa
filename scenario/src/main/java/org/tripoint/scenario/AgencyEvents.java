package org.tripoint.scenario;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripoint.scenario.Agency.Good;
import org.tripoint.scenario.SeizureEvent.Circumstances;
import org.tripoint.scenario.SeizureEvent.Item;
import org.tripoint.scenario.SeizureEvent.Nominal;
import org.tripoint.scenario.SeizureEvent.Offset;

/// Draws an agency's seizures, month by month; each month has a stream of its own.
final class AgencyEvents {

  private final long seed;
  private final Agency agency;
  private final double scale;

  /// @param event as it is known in the end
  /// @param first as it is first reported
  /// @param reported the day of the first report
  /// @param corrected the day of the correction; the day of the first report when there is none
  record Reported(SeizureEvent event, SeizureEvent first, LocalDate reported, LocalDate corrected) {

    /// A record that is right from its first report on.
    static Reported once(SeizureEvent event, LocalDate reported) {
      return new Reported(event, event, reported, reported);
    }

    boolean isCorrected() {
      return corrected.isAfter(reported);
    }
  }

  AgencyEvents(long seed, Agency agency, double scale) {
    this.seed = seed;
    this.agency = agency;
    this.scale = scale;
  }

  /// Every seizure of a month, the planted ones not among them.
  List<Reported> of(YearMonth month) {
    Chance chance = Chance.of(seed, agency.source() + "/" + month);
    int count = chance.poisson(expected(month));
    List<Reported> events = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      events.add(draw(chance, month, i));
    }
    return events;
  }

  /// Grows by 3 % a year, with a wave of 12 % that tops in May.
  double expected(YearMonth month) {
    double wave = 1 + 0.12 * StrictMath.cos(2 * Math.PI * (month.getMonthValue() - 5) / 12);
    return agency.monthlyEvents()
        * scale
        * wave
        * StrictMath.pow(1.03, Timeline.yearsInto(month) - 8);
  }

  private Reported draw(Chance chance, YearMonth month, int number) {
    LocalDate day = month.atDay(chance.between(1, month.lengthOfMonth()));
    Spot spot = chance.pick(agency.spots(), Spot::weight);
    List<Item> items = new ArrayList<>();
    items.add(item(chance, chance.pick(agency.goods(), Good::weight)));
    while (chance.happens(0.12) && items.size() < 4) {
      items.add(item(chance, chance.pick(agency.goods(), Good::weight)));
    }
    Offset offset = new Offset(chance.between(-40, 40), chance.between(-40, 40));
    Circumstances circumstances = circumstances(chance, spot);
    boolean joint = chance.happens(0.04);
    SeizureEvent event =
        new SeizureEvent(
            String.format(Locale.ROOT, "SYN-%s-%tY%<tm-%06d", agency.word(), day, number),
            day,
            spot,
            offset,
            circumstances,
            joint,
            joint ? agency.partner(number) : "",
            items,
            nominal(chance, day, number));
    LocalDate reported = day.plusDays(agency.delay().draw(chance));
    boolean corrected = chance.happens(agency.correctedShare());
    int after = Math.max(1, agency.correction().draw(chance));
    double ratio = chance.between(0.72, 0.97);
    return corrected && isWeighed(event.items().getFirst())
        ? new Reported(weighed(event, ratio), event, reported, reported.plusDays(after))
        : Reported.once(event, reported);
  }

  private static boolean isWeighed(Item item) {
    return item.kind().equals("DRUG") && (item.unit().equals("kg") || item.unit().equals("g"));
  }

  private static SeizureEvent weighed(SeizureEvent event, double ratio) {
    List<Item> items = new ArrayList<>(event.items());
    Item first = items.getFirst();
    items.set(
        0, first.weighed(decimals(Double.parseDouble(first.quantity()) * ratio), "NET_TESTED"));
    return event.withItems(items);
  }

  private Item item(Chance chance, Good good) {
    double drawn = good.sigma() == 0 ? good.mean() : chance.logNormal(good.mean(), good.sigma());
    boolean weight = good.unit().equals("kg") || good.unit().equals("g") || good.unit().equals("L");
    String quantity = weight ? decimals(drawn) : Long.toString(Math.max(1, Math.round(drawn)));
    boolean site = good.kind().equals("SITE");
    String imprint = good.what().equals("Fentanyl") && good.form().equals("TABLET") ? "M/30" : "";
    return new Item(
        good.kind(),
        good.what(),
        good.form(),
        quantity,
        good.unit(),
        weight && good.kind().equals("DRUG") ? chance.any("GROSS", "GROSS", "NET", "UNKNOWN") : "",
        site ? chance.any("LOCATED", "DISABLED", "DISABLED", "SECURED") : "",
        site ? siteClass(chance, good) : "",
        imprint);
  }

  private static String siteClass(Chance chance, Good good) {
    return good.what().equals("Plantío")
        ? "PLANTATION"
        : chance.any("SYNTHESIS", "SYNTHESIS", "CHEMICAL_STORAGE", "TABLETING", "CAMP");
  }

  private Circumstances circumstances(Chance chance, Spot spot) {
    String direction =
        switch (spot.setting()) {
          case "INTERIOR", "LABORATORY" -> "DOMESTIC";
          case "PORT_OF_ENTRY" -> chance.happens(0.85) ? "INBOUND" : "OUTBOUND";
          default -> chance.happens(0.9) ? "INBOUND" : "TRANSIT";
        };
    String mode =
        switch (spot.setting()) {
          case "SEA" -> "sea";
          case "AIR" -> "air";
          case "MAIL" -> chance.any("post", "courier");
          default -> "road";
        };
    String conveyance = mode.equals("road") ? chance.any("car", "lorry", "pick-up", "coach") : "";
    return new Circumstances(
        spot.setting(),
        direction,
        mode,
        conveyance,
        chance.any("", "", "among goods", "false compartment", "on the body", "in fuel tank"));
  }

  private Nominal nominal(Chance chance, LocalDate day, int number) {
    String person = chance.happens(0.3) ? agency.nobody(chance.between(1, 9999)) : "";
    String file =
        chance.happens(0.6) ? String.format(Locale.ROOT, "SYN/%d/%05d", day.getYear(), number) : "";
    return new Nominal(file, person);
  }

  /// Three decimals, at least 0.001, without an exponent and in no locale's way.
  static String decimals(double value) {
    return String.format(Locale.ROOT, "%.3f", Math.max(0.001, value));
  }
}
