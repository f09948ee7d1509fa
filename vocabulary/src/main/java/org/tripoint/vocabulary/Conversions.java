package org.tripoint.vocabulary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The conversions a node knows. Exact ones apply by themselves; the others only by name, and the
/// figure says so.
///
/// Source: international pound and ounce, US liquid gallon and quart: NIST Handbook 44, appendix C.
/// One litre as one kilogram, and bulk weights of tablets: UNODC, World Drug Report methodology.
public final class Conversions {

  private static final String NIST = "NIST Handbook 44, appendix C";
  private static final String UNODC = "UNODC, World Drug Report, methodology";

  public static final Conversion KILOGRAM = exact("kg", "kg", "kg", "1", "SI");
  public static final Conversion GRAM_TO_KILOGRAM = exact("g-kg", "g", "kg", "0.001", "SI");
  public static final Conversion MILLIGRAM_TO_KILOGRAM =
      exact("mg-kg", "mg", "kg", "0.000001", "SI");
  public static final Conversion TONNE_TO_KILOGRAM = exact("t-kg", "t", "kg", "1000", "SI");
  public static final Conversion POUND_TO_KILOGRAM = exact("lb-kg", "lb", "kg", "0.45359237", NIST);
  public static final Conversion OUNCE_TO_KILOGRAM =
      exact("oz-kg", "oz", "kg", "0.028349523125", NIST);
  public static final Conversion LITRE = exact("L", "L", "L", "1", "SI");
  public static final Conversion MILLILITRE_TO_LITRE = exact("mL-L", "mL", "L", "0.001", "SI");
  public static final Conversion GALLON_TO_LITRE = exact("gal-L", "gal", "L", "3.785411784", NIST);
  public static final Conversion QUART_TO_LITRE = exact("qt-L", "qt", "L", "0.946352946", NIST);

  /// A litre of a liquid drug counted as a kilogram.
  public static final Conversion LITRE_AS_KILOGRAM =
      new Conversion("L-kg-unodc", "L", "kg", BigDecimal.ONE, UNODC, "litre-is-kilogram");

  /// A counterfeit M30 tablet counted as 0.1 g of bulk weight.
  public static final Conversion TABLET_AS_100_MG =
      new Conversion(
          "tablet-kg-100mg", "tablet", "kg", new BigDecimal("0.0001"), UNODC, "tablet-is-100-mg");

  private static final List<Conversion> ALL =
      List.of(
          KILOGRAM,
          GRAM_TO_KILOGRAM,
          MILLIGRAM_TO_KILOGRAM,
          TONNE_TO_KILOGRAM,
          POUND_TO_KILOGRAM,
          OUNCE_TO_KILOGRAM,
          LITRE,
          MILLILITRE_TO_LITRE,
          GALLON_TO_LITRE,
          QUART_TO_LITRE,
          LITRE_AS_KILOGRAM,
          TABLET_AS_100_MG);

  private static final Map<String, Conversion> EXACT =
      ALL.stream()
          .filter(Conversion::isExact)
          .collect(Collectors.toUnmodifiableMap(Conversion::from, Function.identity()));

  private Conversions() {}

  public static List<Conversion> all() {
    return ALL;
  }

  public static Optional<Conversion> find(String id) {
    return ALL.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /// The conversion that is exact for this unit (`kg`, `g`, `lb`, `mL`…); empty for tablets, plants
  /// and the like.
  public static Optional<Conversion> exactFrom(String unit) {
    return Optional.ofNullable(EXACT.get(unit));
  }

  private static Conversion exact(String id, String from, String to, String factor, String source) {
    @Nullable String noAssumption = null;
    return new Conversion(id, from, to, new BigDecimal(factor), source, noAssumption);
  }
}
