package org.tripoint.node.substances;

import java.util.Optional;
import org.tripoint.node.web.charts.Drawing;

/// Finds one substance of the registry, for rooms that name substances and draw their structures.
public interface FindStructure {

  /// The substance with this InChIKey, or the one that this name means; empty where it means none
  /// or several.
  Optional<Found> find(String keyOrName);

  /// Its structure as a drawing; empty where no substance has the key.
  ///
  /// @param title in the reader's language
  Optional<Drawing> draw(String inchiKey, String title);

  /// A substance with its names and numbers.
  ///
  /// @param cas registry number; "" where it is not certain
  record Found(
      String inchiKey,
      String smiles,
      String formula,
      String cas,
      String english,
      String spanish,
      String french) {}
}
