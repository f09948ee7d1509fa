package org.tripoint.node.desks.laboratory.spectra;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;

/// Says of which chemical family a library spectrum is: what the library says, else what the
/// registry knows of the structure. The engine knows no structures.
final class LabelFamily {

  /// Classes of the registry that are families by structure. The others group by use: an adulterant
  /// is like another in nothing that a spectrum shows.
  private static final Map<String, String> BY_STRUCTURE =
      Map.of(
          "fentanyl", "fentanyl",
          "nitazene", "nitazene",
          "benzodiazepine", "benzodiazepine",
          "cathinone", "cathinone");

  private final Registry registry;

  LabelFamily(Registry registry) {
    this.registry = registry;
  }

  @Nullable String of(LibraryEntry entry) {
    String said = entry.findFurther("family").map(LabelFamily::word).orElse("");
    if (!said.isEmpty()) {
      return said.equals("other") ? null : said;
    }
    String skeleton = entry.compound().skeleton();
    return skeleton == null
        ? null
        : registry.listBySkeleton(skeleton).stream()
            .findFirst()
            .map(known -> BY_STRUCTURE.get(known.family()))
            .orElse(null);
  }

  private static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
