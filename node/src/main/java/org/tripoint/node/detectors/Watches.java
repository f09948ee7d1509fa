package org.tripoint.node.detectors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Everything that desks let be watched.
@Component
public class Watches {

  private final Map<String, Watch> byName = new TreeMap<>();
  private final List<Watch> all;

  public Watches(List<Watch> declared) {
    for (Watch watch : declared) {
      int dimensions = watch.dimensions().size();
      if (dimensions < 2
          || dimensions > 3
          || !watch.dimensions().getFirst().equals(Watch.COUNTRY)) {
        throw new IllegalStateException(
            "expected the country and one or two dimensions of " + watch.name());
      }
      if (byName.put(watch.name(), watch) != null) {
        throw new IllegalStateException("expected one watch " + watch.name());
      }
    }
    this.all = List.copyOf(byName.values());
  }

  /// By name.
  public List<Watch> list() {
    return all;
  }

  public Optional<Watch> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The watch of this name.
  ///
  /// @throws IllegalArgumentException if there is none
  public Watch get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("expected a watch, found " + name));
  }
}
