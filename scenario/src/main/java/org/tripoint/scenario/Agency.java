package org.tripoint.scenario;

import java.util.List;

/// An agency whose seizures are told one by one, with its usual sizes. All of them stand here.
///
/// @param country ISO 3166-1 alpha-2
/// @param word as its files name it
/// @param layout of its files
/// @param monthlyEvents records a month in a scenario of size demo
/// @param delay days to the first report
/// @param correctedShare part of the records whose quantity a laboratory corrects once
/// @param correction days from the first report to that
/// @param spots where it works
/// @param goods what it seizes
record Agency(
    String country,
    String word,
    Layout layout,
    double monthlyEvents,
    ReportingDelay delay,
    double correctedShare,
    ReportingDelay correction,
    List<Spot> spots,
    List<Good> goods) {

  private static final ReportingDelay LABORATORY = new ReportingDelay(45, 0.6, 240);

  /// How an agency writes its records, and what follows for its counts.
  enum Layout {
    TRIPOINT("tripoint-seizures", "%s_synthetic_%s.csv", "tripoint", "Synthetic Person"),
    SEDENA("mx-sedena", "%s_sintetico_%s.csv", "mx-sedena", "Persona Sintética");

    private final String format;
    private final String fileName;
    private final String list;
    private final String nobody;

    Layout(String format, String fileName, String list, String nobody) {
      this.format = format;
      this.fileName = fileName;
      this.list = list;
      this.nobody = nobody;
    }

    /// The node's name of the layout.
    String format() {
      return format;
    }

    /// The list that its names of substances come from.
    String list() {
      return list;
    }

    /// False where records do not say whether a weight is gross or net.
    boolean tellsWeightBasis() {
      return this == TRIPOINT;
    }

    /// The unit of an item in the node's own word.
    String unit(SeizureEvent.Item item) {
      return switch (item.unit()) {
        case "pastillas" -> "tablet";
        case "sitio" -> "site";
        case "pesos" -> "MXN";
        case "piezas" -> item.kind().equals("VEHICLE") ? "vehicle" : "device";
        default -> item.unit();
      };
    }
  }

  /// @param kind item class
  /// @param what a name on the list `tripoint`, or what sort of thing
  /// @param weight how often, relative to the others
  /// @param mean mean quantity in the unit
  /// @param sigma spread of the logarithm; 0 for always one
  record Good(
      String kind,
      String what,
      String form,
      String unit,
      double weight,
      double mean,
      double sigma) {}

  static final Agency HSI =
      new Agency(
          "US",
          "HSI",
          Layout.TRIPOINT,
          420,
          new ReportingDelay(9, 0.9, 200),
          0.07,
          LABORATORY,
          Spot.UNITED_STATES,
          List.of(
              drug("Fentanyl", "POWDER", "kg", 20, 3.4),
              drug("Fentanyl", "TABLET", "tablet", 14, 9000),
              drug("Methamphetamine", "CRYSTAL", "kg", 22, 14),
              drug("Cocaine", "POWDER", "kg", 16, 18),
              drug("Heroin", "POWDER", "kg", 4, 1.8),
              drug("Isotonitazene", "POWDER", "g", 0.7, 150),
              new Good("PRECURSOR", "4-Piperidone", "POWDER", "kg", 1.6, 22, 1.2),
              new Good("PRECURSOR", "1-boc-4-AP", "POWDER", "kg", 1.2, 11, 1.2),
              new Good("EQUIPMENT", "pill press", "PRESS", "device", 3, 1, 0),
              new Good("EQUIPMENT", "die", "DIE", "device", 2, 4, 0.8),
              new Good("CURRENCY", "US dollars", "UNKNOWN", "USD", 6, 42_000, 1.4),
              new Good("FIREARM", "firearm", "UNKNOWN", "firearm", 4, 2, 0.7)));

  static final Agency CBSA =
      new Agency(
          "CA",
          "CBSA",
          Layout.TRIPOINT,
          380,
          new ReportingDelay(14, 0.8, 200),
          0.05,
          LABORATORY,
          Spot.CANADA,
          List.of(
              drug("Cannabis", "PLANT", "kg", 22, 2.2),
              drug("Cocaine", "POWDER", "kg", 12, 6),
              drug("Methamphetamine", "CRYSTAL", "kg", 10, 7),
              drug("Opium", "RESIN", "kg", 5, 3),
              drug("Ketamine", "POWDER", "kg", 5, 2),
              drug("Fentanyl", "POWDER", "g", 4, 260),
              drug("MDMA", "TABLET", "tablet", 6, 700),
              new Good("PRECURSOR", "Methylamine", "LIQUID", "L", 1.2, 120, 1.1),
              new Good("PRECURSOR", "P2P", "LIQUID", "L", 0.8, 60, 1.1),
              new Good("EQUIPMENT", "pill press", "PRESS", "device", 1.2, 1, 0),
              new Good("FIREARM", "firearm", "UNKNOWN", "firearm", 3, 1.5, 0.6)));

  static final Agency RCMP =
      new Agency(
          "CA",
          "RCMP",
          Layout.TRIPOINT,
          150,
          new ReportingDelay(25, 0.9, 260),
          0.12,
          LABORATORY,
          Spot.CANADA,
          List.of(
              drug("Fentanyl", "POWDER", "kg", 16, 1.1),
              drug("Cocaine", "POWDER", "kg", 16, 3),
              drug("Methamphetamine", "CRYSTAL", "kg", 14, 4),
              drug("Bromazolam", "TABLET", "tablet", 5, 2500),
              new Good("CURRENCY", "Canadian dollars", "UNKNOWN", "CAD", 6, 30_000, 1.2),
              new Good("EQUIPMENT", "pill press", "PRESS", "device", 2, 1, 0),
              new Good("SITE", "synthesis site", "UNKNOWN", "site", 0.5, 1, 0),
              new Good("FIREARM", "firearm", "UNKNOWN", "firearm", 7, 2, 0.7)));

  static final Agency SEDENA =
      new Agency(
          "MX",
          "SEDENA",
          Layout.SEDENA,
          430,
          new ReportingDelay(18, 0.9, 240),
          0.05,
          LABORATORY,
          Spot.MEXICO,
          List.of(
              drug("Fentanilo", "POWDER", "kg", 7, 4),
              drug("Pastillas de fentanilo", "TABLET", "pastillas", 6, 14_000),
              drug("Metanfetamina", "CRYSTAL", "kg", 20, 60),
              drug("Cocaína", "POWDER", "kg", 8, 40),
              drug("Heroína", "POWDER", "kg", 4, 3),
              drug("Mariguana", "PLANT", "kg", 26, 110),
              new Good("PRECURSOR", "Precursores químicos", "LIQUID", "L", 6, 1800, 1.2),
              new Good("EQUIPMENT", "Tableteadora", "PRESS", "piezas", 1.2, 1, 0),
              new Good("SITE", "Laboratorio", "UNKNOWN", "sitio", 9, 1, 0),
              new Good("SITE", "Plantío", "UNKNOWN", "sitio", 8, 1, 0),
              new Good("VEHICLE", "Vehículo", "UNKNOWN", "piezas", 7, 1.4, 0.5),
              new Good("CURRENCY", "Numerario", "UNKNOWN", "pesos", 2, 350_000, 1.2)));

  static final List<Agency> ALL = List.of(HSI, CBSA, RCMP, SEDENA);

  private static Good drug(String what, String form, String unit, double weight, double mean) {
    return new Good("DRUG", what, form, unit, weight, mean, 1.5);
  }

  /// As the node names it: country and agency, lower case.
  String source() {
    return (country + "-" + word).toLowerCase(java.util.Locale.ROOT);
  }

  /// The name of its file of a day.
  String fileName(java.time.LocalDate day) {
    return layout.fileName.formatted(source(), day);
  }

  /// An agency that takes part in a joint seizure and publishes nothing here; each in turn.
  String partner(int number) {
    List<String> partners =
        switch (country) {
          case "US" -> List.of("DEA", "USPIS", "USCG");
          case "CA" -> List.of("OPP", "SQ", "VPD");
          default -> List.of("SEMAR", "FGR");
        };
    return partners.get(number % partners.size());
  }

  /// An invented person in its language.
  String nobody(int number) {
    String name = country.equals("CA") ? "Personne Synthétique" : layout.nobody;
    return name + " " + number;
  }
}
