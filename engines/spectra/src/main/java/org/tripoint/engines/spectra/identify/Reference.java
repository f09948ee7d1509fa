package org.tripoint.engines.spectra.identify;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.spectra.spectrum.Compound;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;

/// What a library says a spectrum is of, as far as an answer needs it.
///
/// @param structure the first block of the InChIKey, the same for all stereoisomers, since spectra
///   rarely tell them apart; without a key the name in lower case without spaces
/// @param name as the library writes it
/// @param formula as the library writes it; null when it does not
/// @param family such as `fentanyl`; null for one of no family that anybody named
/// @param contributor the laboratory or collection
/// @param licence travels with every hit; null means unsaid, not free
/// @param accession by which the full spectrum is found again
public record Reference(
    String structure,
    String name,
    @Nullable String formula,
    @Nullable String family,
    @Nullable String contributor,
    @Nullable String licence,
    @Nullable String accession) {

  /// What an entry says.
  ///
  /// @param familyOf the family of an entry, or null
  public static Reference of(
      LibraryEntry entry, Function<LibraryEntry, @Nullable String> familyOf) {
    Compound compound = entry.compound();
    String skeleton = compound.skeleton();
    return new Reference(
        skeleton == null ? plain(compound.name()) : skeleton,
        compound.name(),
        compound.formula(),
        familyOf.apply(entry),
        entry.provenance().contributor(),
        entry.provenance().licence(),
        entry.provenance().accession());
  }

  /// Primes and positions stay: 3'-methyl is not 3-methyl.
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }

  /// Whether both are known to have the same formula.
  boolean isIsomerOf(Reference other) {
    return formula != null && formula.equals(other.formula);
  }
}
