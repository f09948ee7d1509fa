package org.tripoint.node.desks.seizures;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing, or one lot of a thing, taken in a seizure.
///
/// @param number its number in the report, from 1
/// @param itemClass what sort of thing it is
/// @param description the report's own words for it, or ""
/// @param substance what it is made of; null for things that are no substance
/// @param form the shape it was in
/// @param quantity how much, or null when the report does not say
/// @param weightBasis what was on the scale
/// @param countBasis how far a counted thing was established; never merged
/// @param siteClass what sort of site; UNKNOWN for anything else
/// @param imprint mark or logo on it, or ""
public record SeizureItem(
    int number,
    ItemClass itemClass,
    String description,
    @Nullable SeizedSubstance substance,
    ItemForm form,
    @Nullable SeizedQuantity quantity,
    WeightBasis weightBasis,
    CountBasis countBasis,
    SiteClass siteClass,
    String imprint) {

  public SeizureItem {
    if (number < 1) {
      throw new IllegalArgumentException("expected an item number from 1, found " + number);
    }
    Texts.require("a description", description, 0, 500);
    Texts.require("an imprint", imprint, 0, 200);
    if (substance == null && (itemClass == ItemClass.DRUG || itemClass == ItemClass.PRECURSOR)) {
      throw new IllegalArgumentException("expected a substance for a " + itemClass);
    }
  }

  /// What it is and how much, in a few English words, such as `drug: fentanyl, powder, 12.5 kg`.
  String inWords() {
    StringBuilder words = new StringBuilder(word(itemClass));
    String what = substance == null ? description : substance.name();
    if (!what.isBlank()) {
      words.append(": ").append(what);
    }
    if (form != ItemForm.UNKNOWN) {
      words.append(", ").append(word(form));
    }
    if (quantity != null) {
      words.append(", ").append(quantity.reported().text()).append(' ').append(quantity.unit());
    }
    return words.toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// What sort of thing was taken.
  public enum ItemClass {
    DRUG,
    PRECURSOR,
    EQUIPMENT,
    FIREARM,
    AMMUNITION,
    CURRENCY,
    VEHICLE,
    SITE,
    OTHER
  }

  /// The shape a thing was in.
  public enum ItemForm {
    POWDER,
    TABLET,
    CAPSULE,
    LIQUID,
    PLANT,
    RESIN,
    CRYSTAL,
    PRESS,
    DIE,
    OTHER_EQUIPMENT,
    OTHER,
    UNKNOWN
  }

  /// What was on the scale. Gross includes packaging; net tested is what a laboratory weighed.
  public enum WeightBasis {
    GROSS,
    NET,
    NET_TESTED,
    UNKNOWN
  }

  /// How far a counted thing was established: seen in the field, put out of use, secured in a case
  /// file, or confirmed by examination.
  public enum CountBasis {
    LOCATED,
    DISABLED,
    SECURED,
    FORENSICALLY_CONFIRMED,
    UNKNOWN
  }

  /// What a clandestine site was used for.
  public enum SiteClass {
    SYNTHESIS,
    CHEMICAL_STORAGE,
    PROCESSING,
    TABLETING,
    DRUM_STORAGE,
    CAMP,
    PLANTATION,
    UNKNOWN
  }
}
