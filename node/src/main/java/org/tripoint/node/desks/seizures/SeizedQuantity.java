package org.tripoint.node.desks.seizures;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Conversion;
import org.tripoint.vocabulary.Conversions;
import org.tripoint.vocabulary.Count;
import org.tripoint.vocabulary.CountUnit;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.Volume;

/// How much, as reported, and what follows from it without assuming anything. Kilograms, litres and
/// counts are never turned into one another here; who wants that asks for a named assumption and
/// the figure says so.
///
/// @param reported the number as the source wrote it
/// @param unit the unit it is in: `kg`, `lb`, `tablet`, `USD`…, or the source's word when it is
///   none we know
/// @param mass set when the unit is one of mass
/// @param volume set when the unit is one of volume
/// @param count set when the unit counts things
/// @param conversion id of the exact conversion that led to mass or volume, or null
public record SeizedQuantity(
    ReportedNumber reported,
    String unit,
    @Nullable Mass mass,
    @Nullable Volume volume,
    @Nullable Count count,
    @Nullable String conversion) {

  /// Units that count things.
  private static final Map<String, CountUnit> COUNTED =
      Map.of(
          "tablet", CountUnit.TABLET,
          "capsule", CountUnit.CAPSULE,
          "dose", CountUnit.DOSE,
          "plant", CountUnit.PLANT,
          "piece", CountUnit.PIECE,
          "device", CountUnit.DEVICE,
          "site", CountUnit.SITE,
          "vehicle", CountUnit.VEHICLE,
          "firearm", CountUnit.FIREARM);

  public SeizedQuantity {
    Texts.require("a unit", unit, 1, 60);
    if (reported.value().signum() < 0) {
      throw new IllegalArgumentException("expected a quantity of at least 0");
    }
  }

  /// The quantity in its reported unit, with mass, volume or count where that is exact.
  public static SeizedQuantity of(ReportedNumber reported, String unit) {
    Optional<Conversion> exact = Conversions.exactFrom(unit);
    if (exact.isPresent()) {
      Conversion conversion = exact.get();
      BigDecimal value = reported.value();
      return conversion.to().equals("kg")
          ? new SeizedQuantity(
              reported, unit, conversion.toMass(value), null, null, conversion.id())
          : new SeizedQuantity(
              reported, unit, null, conversion.toVolume(value), null, conversion.id());
    }
    CountUnit counts = COUNTED.get(unit);
    @Nullable Count count = counts == null ? null : new Count(reported.value(), counts);
    return new SeizedQuantity(reported, unit, null, null, count, null);
  }

  /// True for units that stand for a mass, a volume, a count or a currency that this desk knows.
  public static boolean isKnownUnit(String unit) {
    return Conversions.exactFrom(unit).isPresent()
        || COUNTED.containsKey(unit)
        || unit.equals("USD")
        || unit.equals("MXN")
        || unit.equals("CAD");
  }

  /// The mass that this stands for when people ask for it under a named assumption, such as tablets
  /// at 100 mg.
  public Optional<Mass> massUnder(Conversion assumption) {
    return assumption.from().equals(unit) && assumption.to().equals("kg")
        ? Optional.of(assumption.toMass(reported.value()))
        : Optional.empty();
  }
}
