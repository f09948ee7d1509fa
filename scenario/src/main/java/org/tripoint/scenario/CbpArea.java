package org.tripoint.scenario;

import java.util.ArrayList;
import java.util.List;

/// An area of responsibility as the drug seizure files name it: it crosses state lines.
///
/// Names are those of public CBP organisation charts, in the files' own spelling.
///
/// @param share its part of what its component seizes in its region; parts need not add up to 1
record CbpArea(String component, String region, String landFilter, String name, double share) {

  static final String FIELD_OPERATIONS = "Office of Field Operations";
  static final String BORDER_PATROL = "U.S. Border Patrol";
  static final String AIR_AND_MARINE = "Air and Marine Operations";
  static final String SOUTHWEST = "Southwest Border";
  static final String NORTHERN = "Northern Border";
  static final String COASTAL = "Coastal/Interior";

  /// Field offices and sectors of the nationwide file.
  static List<CbpArea> nationwide() {
    List<CbpArea> areas = new ArrayList<>();
    for (String name : List.of("LAREDO", "EL PASO", "TUCSON", "SAN DIEGO")) {
      add(areas, FIELD_OPERATIONS, SOUTHWEST, "Land Only", name + " FIELD OFFICE", 0.22);
      add(areas, FIELD_OPERATIONS, SOUTHWEST, "Other", name + " FIELD OFFICE", 0.03);
    }
    for (String name : List.of("DETROIT", "BUFFALO", "SEATTLE", "BOSTON", "PORTLAND")) {
      add(areas, FIELD_OPERATIONS, NORTHERN, "Land Only", name + " FIELD OFFICE", 0.15);
      add(areas, FIELD_OPERATIONS, NORTHERN, "Other", name + " FIELD OFFICE", 0.05);
    }
    for (String name :
        List.of(
            "ATLANTA",
            "BALTIMORE",
            "CHICAGO",
            "HOUSTON",
            "LOS ANGELES",
            "MIAMI",
            "NEW ORLEANS",
            "NEW YORK",
            "PRECLEARANCE",
            "SAN FRANCISCO",
            "SAN JUAN",
            "TAMPA")) {
      add(areas, FIELD_OPERATIONS, COASTAL, "Other", name + " FIELD OFFICE", 0.083);
    }
    for (String name :
        List.of(
            "BIG BEND",
            "DEL RIO",
            "EL CENTRO",
            "EL PASO",
            "LAREDO",
            "RIO GRANDE VALLEY",
            "SAN DIEGO",
            "TUCSON",
            "YUMA")) {
      add(areas, BORDER_PATROL, SOUTHWEST, "Land Only", name + " SECTOR", 0.11);
    }
    for (String name :
        List.of(
            "BLAINE",
            "BUFFALO",
            "DETROIT",
            "GRAND FORKS",
            "HAVRE",
            "HOULTON",
            "SPOKANE",
            "SWANTON")) {
      add(areas, BORDER_PATROL, NORTHERN, "Land Only", name + " SECTOR", 0.125);
    }
    for (String name : List.of("MIAMI", "NEW ORLEANS", "RAMEY")) {
      add(areas, BORDER_PATROL, COASTAL, "Other", name + " SECTOR", 0.33);
    }
    return areas;
  }

  /// Branches of the Air and Marine file.
  static List<CbpArea> airAndMarine() {
    List<CbpArea> areas = new ArrayList<>();
    for (String name :
        List.of(
            "Tucson Air Branch",
            "Yuma Air Branch",
            "El Paso Air Branch",
            "Laredo Air Branch",
            "Mc Allen Air And Marine Branch",
            "NASOC - Sierra Vista")) {
      add(areas, AIR_AND_MARINE, SOUTHWEST, "Land", name, 0.14);
    }
    add(areas, AIR_AND_MARINE, SOUTHWEST, "Other", "San Diego Air And Marine Branch", 0.16);
    for (String name : List.of("Bellingham Air Branch", "Great Lakes Air And Marine Branch")) {
      add(areas, AIR_AND_MARINE, NORTHERN, "Land", name, 0.3);
      add(areas, AIR_AND_MARINE, NORTHERN, "Other", name, 0.2);
    }
    for (String name :
        List.of(
            "Caribbean Air And Marine Branch",
            "Jacksonville Air And Marine Branch",
            "Miami Air And Marine Branch",
            "New Orleans Air And Marine Branch",
            "NASOC - Jacksonville")) {
      add(areas, AIR_AND_MARINE, COASTAL, "Other", name, 0.2);
    }
    return areas;
  }

  private static void add(
      List<CbpArea> areas,
      String component,
      String region,
      String landFilter,
      String name,
      double share) {
    areas.add(new CbpArea(component, region, landFilter, name, share));
  }
}
