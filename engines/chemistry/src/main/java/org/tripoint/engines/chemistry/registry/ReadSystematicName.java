package org.tripoint.engines.chemistry.registry;

import java.util.List;
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

  /// What a name reads as, with everything that the reader was not sure of; a person confirms each.
  ///
  /// @param reading the structure, or why there is none
  /// @param doubts empty when the name can be read in one way
  public record Loosely(Reading reading, List<Doubt> doubts) {
    public Loosely {
      doubts = List.copyOf(doubts);
    }
  }

  /// One thing that the reader was not sure of.
  ///
  /// @param detail in English, as the reader says it
  public record Doubt(Sort sort, String detail) {

    /// The sorts.
    public enum Sort {
      /// Other structures bear the name as well.
      AMBIGUOUS,
      /// The name says something of stereochemistry that was left out.
      STEREO_LEFT_OUT
    }
  }

  /// Reads one name although something of it may be in doubt.
  public Loosely readLoosely(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return new Loosely(read(name), List.of());
    }
    OpsinResult result = parse(name);
    return result.getStatus() == OpsinResult.OPSIN_RESULT_STATUS.FAILURE
        ? new Loosely(
            new Reading.Refused(Refusal.NOT_READABLE, String.valueOf(result.getMessage())),
            List.of())
        : new Loosely(
            reader.readSmiles(result.getSmiles()),
            result.getWarnings().stream()
                .map(warning ->
                    new Doubt(
                        switch (warning.getType()) {
                          case APPEARS_AMBIGUOUS -> Doubt.Sort.AMBIGUOUS;
                          case STEREOCHEMISTRY_IGNORED -> Doubt.Sort.STEREO_LEFT_OUT;
                        },
                        warning.getMessage()))
                .toList());
  }

  private static OpsinResult parse(String name) {
    NameToStructureConfig config = new NameToStructureConfig();
    config.setWarnRatherThanFailOnUninterpretableStereochemistry(true);
    return NameToStructure.getInstance().parseChemicalName(name, config);
  }

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
