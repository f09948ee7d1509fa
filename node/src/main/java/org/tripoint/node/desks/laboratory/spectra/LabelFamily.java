package org.tripoint.node.desks.laboratory.spectra;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.family.StructuralFamilies;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;

/// Says of which chemical family a library spectrum is: what the library says, else what its
/// structure says, which the registry has by its key or the library writes. The engine of spectra
/// knows no structures.
///
/// A library has many spectra of one substance, so each structure is looked at once. For one
/// thread.
final class LabelFamily {

  private static final StructuralFamilies FAMILIES = StructuralFamilies.shipped();
  private static final StructureReader READER = new StructureReader(StructureLimits.usual());

  private final Registry registry;
  private final Map<String, Optional<String>> bySmiles = new HashMap<>();

  LabelFamily(Registry registry) {
    this.registry = registry;
  }

  @Nullable String of(LibraryEntry entry) {
    String said = entry.findFurther("family").map(LabelFamily::word).orElse("");
    if (!said.isEmpty()) {
      return said.equals("other") ? null : said;
    }
    Compound compound = entry.compound();
    return smiles(compound)
        .flatMap(smiles ->
            bySmiles.computeIfAbsent(smiles, one -> byStructure(one, compound.inchiKey())))
        .orElse(null);
  }

  /// As the registry writes it, which was checked, else as the library does.
  private Optional<String> smiles(Compound compound) {
    String skeleton = compound.skeleton();
    Optional<String> registered =
        skeleton == null
            ? Optional.empty()
            : registry.listBySkeleton(skeleton).stream().findFirst().map(Substance::smiles);
    return registered.or(() -> Optional.ofNullable(compound.smiles()));
  }

  /// A key spares working it out, which is most of the work.
  private static Optional<String> byStructure(String smiles, @Nullable String key) {
    Reading reading =
        key != null && StructureReader.isKey(key)
            ? READER.readSmilesWithKey(smiles, key)
            : READER.readSmiles(smiles);
    return switch (reading) {
      case Reading.Read(Structure structure) -> FAMILIES.of(structure);
      case Reading.Refused(var _, var _) -> Optional.empty();
    };
  }

  private static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
