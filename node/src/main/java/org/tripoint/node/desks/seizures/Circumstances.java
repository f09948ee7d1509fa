package org.tripoint.node.desks.seizures;

/// How a seizure came about. Texts are the report's own words; "" where it does not say.
///
/// @param setting what sort of place it was
/// @param direction which way the goods were going
/// @param mode mode of transport
/// @param conveyance vehicle, vessel or person that carried the goods
/// @param concealment how they were hidden
/// @param detection how they were found
public record Circumstances(
    Setting setting,
    Direction direction,
    String mode,
    String conveyance,
    String concealment,
    String detection) {

  public Circumstances {
    for (String text : new String[] {mode, conveyance, concealment, detection}) {
      Texts.require("a circumstance", text, 0, 500);
    }
  }

  /// What sort of place a seizure happened at.
  public enum Setting {
    PORT_OF_ENTRY,
    BETWEEN_PORTS,
    INTERIOR,
    SEA,
    AIR,
    MAIL,
    LABORATORY,
    UNKNOWN
  }

  /// Which way the goods were going, seen from the reporting country.
  public enum Direction {
    INBOUND,
    OUTBOUND,
    DOMESTIC,
    TRANSIT,
    UNKNOWN
  }

  public static Circumstances unknown() {
    return new Circumstances(Setting.UNKNOWN, Direction.UNKNOWN, "", "", "", "");
  }
}
