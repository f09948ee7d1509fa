package org.tripoint.node.detectors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Rows of a table that ships with the node: remarks begin with `#`, then a heading, then cells
/// with bars between.
public final class ShippedRows {

  private ShippedRows() {}

  /// The rows of a resource, such as `/detectors/severity.csv`.
  public static List<List<String>> of(String resource) {
    try (InputStream in = ShippedRows.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .skip(1)
          .map(line -> List.of(line.split("\\|", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
