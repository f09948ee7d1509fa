package org.tripoint.scenario;

import java.util.List;

/// A place where seizures happen: near a real town, never at an address.
///
/// Coordinates are of town centres or crossings, WGS 84, to two decimals.
///
/// @param name the municipality or crossing
/// @param area the first-level subdivision, ISO 3166-2
/// @param setting the usual setting there
/// @param weight how often, relative to the others of its list
record Spot(
    String name, String area, double latitude, double longitude, String setting, double weight) {

  /// The list its area is from: a port by its UN/LOCODE, else a first-level subdivision.
  String scheme() {
    return area.indexOf('-') < 0 ? "UN_LOCODE" : "ADMIN1";
  }

  static final List<Spot> UNITED_STATES =
      List.of(
          us("San Diego", "CA", 32.55, -117.03, "PORT_OF_ENTRY", 9),
          us("Calexico", "CA", 32.67, -115.50, "PORT_OF_ENTRY", 4),
          us("Los Angeles", "CA", 34.05, -118.24, "INTERIOR", 7),
          us("San Francisco", "CA", 37.62, -122.38, "MAIL", 3),
          us("Nogales", "AZ", 31.34, -110.94, "PORT_OF_ENTRY", 7),
          us("Phoenix", "AZ", 33.45, -112.07, "INTERIOR", 5),
          us("El Paso", "TX", 31.76, -106.49, "PORT_OF_ENTRY", 5),
          us("Laredo", "TX", 27.51, -99.51, "PORT_OF_ENTRY", 5),
          us("Hidalgo", "TX", 26.10, -98.26, "BETWEEN_PORTS", 3),
          us("Houston", "TX", 29.76, -95.37, "INTERIOR", 3),
          us("Detroit", "MI", 42.33, -83.05, "PORT_OF_ENTRY", 4),
          us("Port Huron", "MI", 42.98, -82.42, "PORT_OF_ENTRY", 2),
          us("Buffalo", "NY", 42.89, -78.88, "PORT_OF_ENTRY", 3),
          us("New York", "NY", 40.64, -73.78, "MAIL", 5),
          us("Blaine", "WA", 48.99, -122.75, "PORT_OF_ENTRY", 2),
          us("Seattle", "WA", 47.61, -122.33, "INTERIOR", 2),
          us("Memphis", "TN", 35.05, -89.98, "MAIL", 3),
          us("Louisville", "KY", 38.17, -85.74, "MAIL", 3),
          us("Cincinnati", "OH", 39.10, -84.51, "MAIL", 2),
          us("Chicago", "IL", 41.88, -87.63, "MAIL", 3),
          us("Miami", "FL", 25.76, -80.19, "SEA", 3),
          us("Atlanta", "GA", 33.75, -84.39, "INTERIOR", 2),
          us("Philadelphia", "PA", 39.95, -75.17, "INTERIOR", 2),
          us("Denver", "CO", 39.74, -104.99, "INTERIOR", 2));

  static final List<Spot> CANADA =
      List.of(
          ca("Windsor", "ON", 42.31, -83.04, "PORT_OF_ENTRY", 5),
          ca("Sarnia", "ON", 42.97, -82.40, "PORT_OF_ENTRY", 2),
          ca("Fort Erie", "ON", 42.90, -78.92, "PORT_OF_ENTRY", 3),
          ca("Mississauga", "ON", 43.68, -79.63, "AIR", 8),
          ca("Toronto", "ON", 43.65, -79.38, "INTERIOR", 5),
          ca("Ottawa", "ON", 45.42, -75.70, "INTERIOR", 2),
          ca("Montréal", "QC", 45.50, -73.57, "MAIL", 6),
          ca("Lacolle", "QC", 45.01, -73.45, "PORT_OF_ENTRY", 2),
          ca("Vancouver", "BC", 49.28, -123.12, "MAIL", 8),
          ca("Surrey", "BC", 49.00, -122.74, "PORT_OF_ENTRY", 4),
          ca("Kelowna", "BC", 49.89, -119.50, "INTERIOR", 2),
          ca("Calgary", "AB", 51.05, -114.07, "INTERIOR", 3),
          ca("Coutts", "AB", 49.00, -111.96, "PORT_OF_ENTRY", 2),
          ca("Edmonton", "AB", 53.55, -113.49, "INTERIOR", 3),
          ca("Emerson", "MB", 49.00, -97.24, "PORT_OF_ENTRY", 2),
          ca("Winnipeg", "MB", 49.90, -97.14, "INTERIOR", 2),
          ca("Regina", "SK", 50.45, -104.62, "INTERIOR", 1),
          ca("Saskatoon", "SK", 52.13, -106.67, "INTERIOR", 1),
          ca("Halifax", "NS", 44.65, -63.58, "SEA", 2),
          ca("St. Stephen", "NB", 45.19, -67.28, "PORT_OF_ENTRY", 1),
          ca("St. John's", "NL", 47.56, -52.71, "SEA", 0.6),
          ca("Charlottetown", "PE", 46.24, -63.13, "INTERIOR", 0.3),
          ca("Whitehorse", "YT", 60.72, -135.05, "INTERIOR", 0.2),
          ca("Yellowknife", "NT", 62.45, -114.37, "INTERIOR", 0.2));

  static final List<Spot> MEXICO =
      List.of(
          mx("Culiacán", "SIN", 24.81, -107.39, 12),
          mx("Cosalá", "SIN", 24.41, -106.69, 4),
          mx("Badiraguato", "SIN", 25.36, -107.55, 4),
          mx("Mazatlán", "SIN", 23.25, -106.41, 3),
          mx("Tijuana", "BCN", 32.51, -117.02, 9),
          mx("Mexicali", "BCN", 32.62, -115.45, 5),
          mx("Tecate", "BCN", 32.57, -116.63, 2),
          mx("Hermosillo", "SON", 29.07, -110.96, 4),
          mx("Nogales", "SON", 31.31, -110.94, 4),
          mx("San Luis Río Colorado", "SON", 32.46, -114.77, 3),
          mx("Juárez", "CHH", 31.69, -106.42, 4),
          mx("Guadalupe y Calvo", "CHH", 26.09, -106.97, 3),
          mx("Tamazula", "DUR", 24.97, -106.97, 3),
          mx("Nuevo Laredo", "TAM", 27.48, -99.51, 3),
          mx("Reynosa", "TAM", 26.09, -98.28, 2),
          mx("Monterrey", "NLE", 25.69, -100.32, 2),
          mx("Zapopan", "JAL", 20.72, -103.39, 4),
          mx("Manzanillo", "COL", 19.05, -104.32, 3),
          mx("Lázaro Cárdenas", "MIC", 17.96, -102.19, 3),
          mx("Apatzingán", "MIC", 19.09, -102.35, 2),
          mx("Chilpancingo de los Bravo", "GRO", 17.55, -99.50, 2),
          mx("Tapachula", "CHP", 14.90, -92.26, 1),
          mx("Benito Juárez", "ROO", 21.16, -86.85, 1),
          mx("Cuauhtémoc", "CMX", 19.43, -99.13, 2),
          mx("Puebla", "PUE", 19.04, -98.21, 1),
          mx("Guanajuato", "GUA", 21.02, -101.26, 1));

  private static Spot us(
      String name, String state, double latitude, double longitude, String setting, double weight) {
    return new Spot(name, "US-" + state, latitude, longitude, setting, weight);
  }

  private static Spot ca(
      String name, String code, double latitude, double longitude, String setting, double weight) {
    return new Spot(name, "CA-" + code, latitude, longitude, setting, weight);
  }

  private static Spot mx(
      String name, String code, double latitude, double longitude, double weight) {
    return new Spot(name, "MX-" + code, latitude, longitude, "INTERIOR", weight);
  }

  /// The spot of this name in a list.
  static Spot named(List<Spot> spots, String name) {
    return spots.stream()
        .filter(spot -> spot.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("expected a spot named " + name));
  }
}
