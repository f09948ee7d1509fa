package org.tripoint.scenario;

import java.util.List;

/// A federal entity of Mexico.
///
/// @param code ISO 3166-2
/// @param name as agencies write it
/// @param population thousands, rounded from the 2020 census
record MexicanState(String code, String name, int population) {

  static final List<MexicanState> ALL =
      List.of(
          of("AGU", "Aguascalientes", 1430),
          of("BCN", "Baja California", 3770),
          of("BCS", "Baja California Sur", 800),
          of("CAM", "Campeche", 930),
          of("COA", "Coahuila", 3150),
          of("COL", "Colima", 730),
          of("CHP", "Chiapas", 5540),
          of("CHH", "Chihuahua", 3740),
          of("CMX", "Ciudad de México", 9210),
          of("DUR", "Durango", 1830),
          of("GUA", "Guanajuato", 6170),
          of("GRO", "Guerrero", 3540),
          of("HID", "Hidalgo", 3080),
          of("JAL", "Jalisco", 8350),
          of("MEX", "México", 16990),
          of("MIC", "Michoacán", 4750),
          of("MOR", "Morelos", 1970),
          of("NAY", "Nayarit", 1240),
          of("NLE", "Nuevo León", 5780),
          of("OAX", "Oaxaca", 4130),
          of("PUE", "Puebla", 6580),
          of("QUE", "Querétaro", 2370),
          of("ROO", "Quintana Roo", 1860),
          of("SLP", "San Luis Potosí", 2820),
          of("SIN", "Sinaloa", 3030),
          of("SON", "Sonora", 2940),
          of("TAB", "Tabasco", 2400),
          of("TAM", "Tamaulipas", 3530),
          of("TLA", "Tlaxcala", 1340),
          of("VER", "Veracruz", 8060),
          of("YUC", "Yucatán", 2320),
          of("ZAC", "Zacatecas", 1620));

  private static MexicanState of(String code, String name, int population) {
    return new MexicanState("MX-" + code, name, population);
  }

  static MexicanState named(String code) {
    return ALL.stream().filter(state -> state.code.equals(code)).findFirst().orElseThrow();
  }
}
