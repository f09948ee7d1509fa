package org.tripoint.node.desks.seizures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;

/// The ports that ship with the node, with the subdivision each lies in: `seizures/ports.csv`,
/// which names its sources.
public final class PortList {

  private static final String RESOURCE = "/seizures/ports.csv";
  private static final Map<String, Port> PORTS = read();

  private PortList() {}

  /// A port of the list.
  ///
  /// @param key the place's key, such as `US:UN_LOCODE:USLAX`
  /// @param subdivision ISO 3166-2
  public record Port(String key, String subdivision, String name) {}

  public static Optional<Port> find(String key) {
    return Optional.ofNullable(PORTS.get(key));
  }

  /// Every port by its key.
  public static Map<String, Port> all() {
    return PORTS;
  }

  private static Map<String, Port> read() {
    Map<String, Port> ports = new LinkedHashMap<>();
    try (InputStream in = PortList.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + RESOURCE);
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(PortList::port)
          .forEach(port -> ports.put(port.key(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(ports);
  }

  private static Port port(String line) {
    String[] cells = line.split(",", 5);
    Place place = Place.of(Country.of(cells[0]), PlaceScheme.valueOf(cells[1]), cells[2]);
    if (!cells[3].startsWith(cells[0] + "-") || !Subdivisions.exists(cells[3])) {
      throw new IllegalStateException("expected a subdivision of the port's country: " + line);
    }
    return new Port(place.key(), cells[3], cells[4]);
  }
}
