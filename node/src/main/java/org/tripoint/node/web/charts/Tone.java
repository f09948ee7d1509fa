package org.tripoint.node.web.charts;

import java.util.Map;

/// Colours for data, after Okabe and Ito (2008), who chose them to be told apart by every kind of
/// colour vision; darkened where white paper asks for contrast. The same thing has the same tone on
/// every page.
public enum Tone {
  BLUE,
  VERMILLION,
  GREEN,
  PURPLE,
  ORANGE,
  SKY,
  YELLOW,
  BLACK,
  NOTHING;

  private static final Map<String, Tone> FIXED =
      Map.ofEntries(
          Map.entry("US", BLUE),
          Map.entry("MX", GREEN),
          Map.entry("CA", VERMILLION),
          Map.entry("fentanyl", VERMILLION),
          Map.entry("methamphetamine", BLUE),
          Map.entry("cocaine", GREEN),
          Map.entry("heroin", PURPLE),
          Map.entry("cannabis", ORANGE),
          Map.entry("opioids", BLACK),
          Map.entry("synthetic-opioids", VERMILLION),
          Map.entry("nitazenes", SKY),
          Map.entry("benzodiazepines", YELLOW));

  /// The tone of a country code or of a substance family; [#BLACK] for what has none of its own.
  public static Tone ofThing(String code) {
    return FIXED.getOrDefault(code, BLACK);
  }

  /// The n-th tone from 0, for series without a tone of their own; at most eight can be told apart.
  public static Tone nth(int n) {
    return values()[Math.floorMod(n, 8)];
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
