package org.tripoint.node.desks.laboratory.results;

import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Mass;

/// What the item looked like and weighed.
///
/// @param colour "" when nobody says
/// @param imprint mark or logo, or ""
/// @param gross with packaging, or null
/// @param net without, or null
/// @param units how many tablets or packets, or null
public record Material(
    MaterialForm form,
    String colour,
    String imprint,
    @Nullable Mass gross,
    @Nullable Mass net,
    @Nullable Integer units) {

  public Material {
    Texts.require("a colour", colour, 0, 100);
    Texts.require("an imprint", imprint, 0, 200);
    if (units != null && units < 0) {
      throw new IllegalArgumentException("expected at least 0 units, found " + units);
    }
    if (gross != null && net != null && net.compareTo(gross) > 0) {
      throw new IllegalArgumentException("expected a net weight of at most the gross weight");
    }
  }

  /// The shape it was in.
  public enum MaterialForm {
    POWDER,
    TABLET,
    CAPSULE,
    LIQUID,
    PLANT,
    RESIN,
    CRYSTAL,
    PAPER,
    RESIDUE,
    BIOLOGICAL,
    OTHER,
    UNKNOWN
  }

  public static Material unknown() {
    return new Material(MaterialForm.UNKNOWN, "", "", null, null, null);
  }
}
