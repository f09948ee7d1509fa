package org.tripoint.node.desks.seizures;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Contradiction;
import org.tripoint.vocabulary.Conversion;
import org.tripoint.vocabulary.Conversions;
import org.tripoint.vocabulary.Count;
import org.tripoint.vocabulary.CountUnit;
import org.tripoint.vocabulary.Decimals;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.Quantity;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.Volume;

/// How much, as reported, and what follows from it without assuming anything. Kilograms, litres and
/// counts are never turned into one another here; who wants that asks for a named assumption and
/// the figure says so. Mass, volume, count and conversion are those that follow from the number and
/// its unit, or it does not exist.
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
    new Follows(mass, volume, count, conversion).requireSame(Follows.from(reported.value(), unit));
  }

  /// The quantity in its reported unit, with mass, volume or count where that is exact.
  public static SeizedQuantity of(ReportedNumber reported, String unit) {
    Follows follows = Follows.from(reported.value(), unit);
    return new SeizedQuantity(
        reported, unit, follows.mass, follows.volume, follows.count, follows.conversion);
  }

  /// What follows from an amount and its unit: at most one of mass, volume and count.
  record Follows(
      @Nullable Mass mass,
      @Nullable Volume volume,
      @Nullable Count count,
      @Nullable String conversion) {

    static Follows from(BigDecimal amount, String unit) {
      Optional<Conversion> exact = Conversions.exactFrom(unit);
      if (exact.isPresent()) {
        Conversion conversion = exact.get();
        return conversion.to().equals("kg")
            ? new Follows(conversion.toMass(amount), null, null, conversion.id())
            : new Follows(null, conversion.toVolume(amount), null, conversion.id());
      }
      CountUnit counts = COUNTED.get(unit);
      return new Follows(null, null, counts == null ? null : new Count(amount, counts), null);
    }

    /// Compared to twelve significant digits, as versions are.
    ///
    /// @throws Contradiction if this says something else
    void requireSame(Follows other) {
      boolean isSame =
          same(mass, other.mass)
              && same(volume, other.volume)
              && same(count, other.count)
              && Objects.equals(conversion, other.conversion);
      if (!isSame) {
        throw new Contradiction("amount-not-of-unit", inWords(), other.inWords());
      }
    }

    private static boolean same(@Nullable Quantity left, @Nullable Quantity right) {
      if (left == null) {
        return right == null;
      }
      if (right == null) {
        return false;
      }
      return left.unit().equals(right.unit())
          && Decimals.sameToTwelveDigits(left.amount(), right.amount());
    }

    String inWords() {
      StringJoiner words = new StringJoiner(" + ").setEmptyValue("–");
      add(mass, words);
      add(volume, words);
      add(count, words);
      return conversion == null ? words.toString() : words + " (" + conversion + ")";
    }

    private static void add(@Nullable Quantity quantity, StringJoiner words) {
      if (quantity != null) {
        words.add(Decimals.plain(quantity.amount()) + " " + quantity.unit());
      }
    }
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
