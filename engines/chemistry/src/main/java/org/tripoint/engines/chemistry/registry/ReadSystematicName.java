package org.tripoint.engines.chemistry.registry;

import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Refusal;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import uk.ac.cam.ch.wwmm.opsin.NameToStructure;
import uk.ac.cam.ch.wwmm.opsin.NameToStructureConfig;
import uk.ac.cam.ch.wwmm.opsin.OpsinResult;

/// Reads a systematic name as a structure.
///
/// A name that can be read only with a warning is refused with what was read, for a person to
/// compare: the name that an act gives etonitazene, read literally, puts an amine on the wrong
/// carbon.
public final class ReadSystematicName {

  private static final int LONGEST_NAME = 500;

  private final StructureReader reader = new StructureReader(StructureLimits.usual());

  /// Reads one name.
  ///
  /// @return the structure; else [Refusal#READ_WITH_WARNING] with the SMILES and the warning in its
  ///   detail, or another refusal
  public Reading read(String name) {
    if (name.isBlank()) {
      return new Reading.Refused(Refusal.EMPTY, "nothing written");
    }
    if (name.length() > LONGEST_NAME) {
      return new Reading.Refused(
          Refusal.TOO_LONG,
          "expected at most " + LONGEST_NAME + " characters, found " + name.length());
    }
    OpsinResult result =
        NameToStructure.getInstance().parseChemicalName(name, new NameToStructureConfig());
    return switch (result.getStatus()) {
      case SUCCESS -> reader.readSmiles(result.getSmiles());
      case WARNING ->
          new Reading.Refused(
              Refusal.READ_WITH_WARNING, result.getSmiles() + ": " + result.getMessage());
      case FAILURE ->
          new Reading.Refused(Refusal.NOT_READABLE, String.valueOf(result.getMessage()));
    };
  }
}
