package org.tripoint.scenario;

import java.time.LocalDate;
import java.util.List;

/// An invented laboratory, with what it looks for and what is brought to it.
///
/// @param country ISO 3166-1 alpha-2
/// @param name short name, as its results have it
/// @param fullName its name
/// @param spots where what it analyses comes from
/// @param monthly items a month in a scenario of size demo
record Laboratory(String country, String name, String fullName, List<Spot> spots, int monthly) {

  /// From here on its scope holds the adulterant.
  static final LocalDate WIDER_SCOPE = LocalDate.of(2024, 9, 1);

  /// Id of its scope.
  static final String SCOPE = "PANEL";

  static final Laboratory UNITED_STATES =
      new Laboratory("US", "MIDLAB", "Synthetic Midland Laboratory", Spot.UNITED_STATES, 20);
  static final Laboratory CANADA =
      new Laboratory("CA", "NORTHLAB", "Synthetic Northern Laboratory", Spot.CANADA, 20);
  static final Laboratory MEXICO =
      new Laboratory("MX", "SURLAB", "Laboratorio Sintético del Sur", Spot.MEXICO, 20);

  static final List<Laboratory> ALL = List.of(UNITED_STATES, CANADA, MEXICO);

  /// A substance that it looks for.
  ///
  /// @param weight how often it is the main substance of an item; 0 for what only comes with others
  /// @param percent mean per cent by weight as free base
  /// @param salt in which it is usual, as results name it; "" where it is stated as base
  record Analyte(
      String name, String inchiKey, double weight, double percent, String form, String salt) {}

  static final Analyte FENTANYL =
      new Analyte("fentanyl", "PJMPHNIQZUBGLI-UHFFFAOYSA-N", 34, 8, "POWDER", "HYDROCHLORIDE");
  static final Analyte MEDETOMIDINE =
      new Analyte("medetomidine", "CUHVIMMYOGQXCV-UHFFFAOYSA-N", 0, 4, "POWDER", "");
  static final Analyte XYLAZINE =
      new Analyte("xylazine", "BPICBUSOMSTKRF-UHFFFAOYSA-N", 0, 12, "POWDER", "");
  static final Analyte HEROIN =
      new Analyte("heroin", "GVGLGOZIDCSQPN-PVHGPHFFSA-N", 7, 32, "POWDER", "HYDROCHLORIDE");
  static final Analyte BROMAZOLAM =
      new Analyte("bromazolam", "KCEIOBKDDQAYCM-UHFFFAOYSA-N", 3, 2, "TABLET", "");

  /// Looked for by nobody: it comes as a surprise.
  static final Analyte METONITAZENE =
      new Analyte("metonitazene", "HNGZTLMRQTVPBH-UHFFFAOYSA-N", 0, 2, "POWDER", "");

  static final Analyte CAFFEINE =
      new Analyte("caffeine", "RYYVLZVUVIJVGH-UHFFFAOYSA-N", 0, 30, "POWDER", "");

  static final List<Analyte> ANALYTES =
      List.of(
          FENTANYL,
          new Analyte(
              "methamphetamine", "MYWUZJCMWCOHBA-VIFPVBQESA-N", 28, 74, "CRYSTAL", "HYDROCHLORIDE"),
          new Analyte("cocaine", "ZPUCINDJVBIVPJ-LJISPDSOSA-N", 22, 58, "POWDER", "HYDROCHLORIDE"),
          HEROIN,
          new Analyte("MDMA", "SHXWCVYOXRDMCX-UHFFFAOYSA-N", 5, 38, "TABLET", "HYDROCHLORIDE"),
          BROMAZOLAM,
          new Analyte("isotonitazene", "OIOQREYBGDAYGT-UHFFFAOYSA-N", 1, 3, "POWDER", ""),
          XYLAZINE,
          CAFFEINE,
          MEDETOMIDINE);

  /// As the node names it: country and laboratory, lower case.
  String source() {
    return (country + "-" + name).toLowerCase(java.util.Locale.ROOT);
  }

  /// The version of its scope on a day.
  static String scopeVersion(LocalDate day) {
    return day.isBefore(WIDER_SCOPE) ? "1" : "2";
  }

  /// What a version of its scope holds.
  static List<Analyte> scope(String version) {
    return version.equals("1")
        ? ANALYTES.stream().filter(one -> !one.equals(MEDETOMIDINE)).toList()
        : ANALYTES;
  }
}
