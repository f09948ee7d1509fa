package org.tripoint.node.desks.law.gaps;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;

/// Which precursors derive from which: protected forms, esters, halides. From
/// `law/derivatives.csv`, an id of a base and those of its derivatives a line.
final class Derivatives {

  private final Map<String, List<Substance>> byBase = new HashMap<>();

  private Derivatives() {}

  static Derivatives readOwn(Registry registry) {
    Derivatives read = new Derivatives();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Derivatives.class.getResourceAsStream("/law/derivatives.csv")),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split("\\|", -1))
          .forEach(cells ->
              read.byBase.put(
                  cells[0],
                  List.of(cells[1].split(" ", -1)).stream()
                      .map(registry::findById)
                      .flatMap(Optional::stream)
                      .toList()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the derivatives", e);
    }
    return read;
  }

  List<Substance> of(String base) {
    return byBase.getOrDefault(base, List.of());
  }
}
