package org.tripoint.node.desks.laboratory.trends;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.node.desks.laboratory.lists.StatedQuantity;
import org.tripoint.node.desks.laboratory.protocol.FreeBase;
import org.tripoint.node.desks.laboratory.results.ConcentrationUnit;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;

/// How strong samples are, by month, on one scale: what is stated on another is never mixed in.
///
/// @param months with at least one quantity that can be compared
/// @param whole of all of them together; empty where there are none
/// @param uncertainty median of the laboratories' expanded uncertainties at k = 2, in the same
///   unit; empty where none states one
/// @param monthly the same by month; a month in which none states one is absent
/// @param leftOut quantities that are not on this scale: another unit, or of a salt or basis that
///   is not said
record Potency(
    SortedMap<YearMonth, Spread> months,
    Optional<Spread> whole,
    Optional<BigDecimal> uncertainty,
    SortedMap<YearMonth, BigDecimal> monthly,
    int leftOut) {

  /// What quantities are compared in.
  enum Scale {
    /// Per cent by weight, as free base.
    FREE_BASE("potency"),
    /// Per cent by weight, of a basis that nobody stated: free base, salt or the whole powder.
    BASIS_NOT_STATED("potency-unstated"),
    /// Milligrams a tablet or other unit, as free base.
    PER_UNIT("potency-unit");

    private final String code;

    Scale(String code) {
      this.code = code;
    }

    /// Names its table and chart.
    String code() {
      return code;
    }
  }

  private static final BigDecimal COVERAGE = BigDecimal.valueOf(2);

  /// Of quantities.
  ///
  /// @param formula of the free base; empty when it is not known
  static Potency of(Scale scale, List<StatedQuantity> quantities, Optional<String> formula) {
    SortedMap<YearMonth, List<BigDecimal>> values = new TreeMap<>();
    List<BigDecimal> all = new ArrayList<>();
    SortedMap<YearMonth, List<BigDecimal>> uncertainties = new TreeMap<>();
    int leftOut = 0;
    for (StatedQuantity one : quantities) {
      Optional<BigDecimal> factor = factor(scale, one, formula);
      if (factor.isEmpty()) {
        leftOut++;
        continue;
      }
      BigDecimal value = one.value().multiply(factor.get());
      YearMonth month = YearMonth.from(one.day());
      values.computeIfAbsent(month, first -> new ArrayList<>()).add(value);
      all.add(value);
      expanded(one)
          .map(factor.get()::multiply)
          .ifPresent(
              some -> uncertainties.computeIfAbsent(month, first -> new ArrayList<>()).add(some));
    }
    SortedMap<YearMonth, Spread> months = new TreeMap<>();
    values.forEach((month, found) -> months.put(month, Spread.of(found)));
    return new Potency(
        months,
        all.isEmpty() ? Optional.empty() : Optional.of(Spread.of(all)),
        median(uncertainties.values().stream().flatMap(List::stream).toList()),
        monthly(uncertainties),
        leftOut);
  }

  /// Only what so many quantities or more say; how many were left out is as it was.
  Potency fromSamples(int least) {
    SortedMap<YearMonth, Spread> enough = new TreeMap<>(months);
    enough.values().removeIf(spread -> spread.count() < least);
    SortedMap<YearMonth, BigDecimal> stated = new TreeMap<>(monthly);
    stated.keySet().retainAll(enough.keySet());
    Optional<Spread> all = whole.filter(spread -> spread.count() >= least);
    return new Potency(
        enough, all, all.isEmpty() ? Optional.empty() : uncertainty, stated, leftOut);
  }

  private static SortedMap<YearMonth, BigDecimal> monthly(
      SortedMap<YearMonth, List<BigDecimal>> uncertainties) {
    SortedMap<YearMonth, BigDecimal> medians = new TreeMap<>();
    uncertainties.forEach(
        (month, some) -> median(some).ifPresent(median -> medians.put(month, median)));
    return medians;
  }

  private static Optional<BigDecimal> median(List<BigDecimal> some) {
    return some.isEmpty() ? Optional.empty() : Optional.of(Spread.of(some).median());
  }

  /// By what a quantity is multiplied on the scale; empty where it is not on it.
  private static Optional<BigDecimal> factor(
      Scale scale, StatedQuantity one, Optional<String> formula) {
    ConcentrationUnit unit =
        scale == Scale.PER_UNIT ? ConcentrationUnit.MG_PER_UNIT : ConcentrationUnit.PERCENT;
    QuantityBasis basis = QuantityBasis.valueOf(one.basis());
    if (!one.unit().equals(unit.name())) {
      return Optional.empty();
    }
    if (scale == Scale.BASIS_NOT_STATED) {
      return basis == QuantityBasis.NOT_STATED ? Optional.of(BigDecimal.ONE) : Optional.empty();
    }
    String salt = one.salt();
    return switch (basis) {
      case FREE_BASE -> Optional.of(BigDecimal.ONE);
      case SALT ->
          salt == null
              ? Optional.empty()
              : formula.map(base -> FreeBase.factor(SaltForm.valueOf(salt), base));
      case NOT_STATED -> Optional.empty();
    };
  }

  private static Optional<BigDecimal> expanded(StatedQuantity one) {
    BigDecimal uncertainty = one.uncertainty();
    BigDecimal factor = one.factor();
    return uncertainty == null || factor == null
        ? Optional.empty()
        : Optional.of(
            uncertainty.multiply(COVERAGE).divide(factor, java.math.MathContext.DECIMAL64));
  }
}
