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

/// How strong samples are: per cent by weight as free base, by month.
///
/// @param months with at least one quantity that can be compared
/// @param whole of all of them together; empty where there are none
/// @param uncertainty median of the laboratories' expanded uncertainties at k = 2, in the same
///   unit; empty where none states one
/// @param leftOut quantities that cannot be compared: another unit, or of a salt or basis that is
///   not said
record Potency(
    SortedMap<YearMonth, Spread> months,
    Optional<Spread> whole,
    Optional<BigDecimal> uncertainty,
    int leftOut) {

  private static final BigDecimal COVERAGE = BigDecimal.valueOf(2);

  /// Of quantities.
  ///
  /// @param formula of the free base; empty when it is not known
  static Potency of(List<StatedQuantity> quantities, Optional<String> formula) {
    SortedMap<YearMonth, List<BigDecimal>> values = new TreeMap<>();
    List<BigDecimal> all = new ArrayList<>();
    List<BigDecimal> uncertainties = new ArrayList<>();
    int leftOut = 0;
    for (StatedQuantity one : quantities) {
      Optional<BigDecimal> factor = factor(one, formula);
      if (factor.isEmpty()) {
        leftOut++;
        continue;
      }
      BigDecimal value = one.value().multiply(factor.get());
      values.computeIfAbsent(YearMonth.from(one.day()), month -> new ArrayList<>()).add(value);
      all.add(value);
      expanded(one).map(factor.get()::multiply).ifPresent(uncertainties::add);
    }
    SortedMap<YearMonth, Spread> months = new TreeMap<>();
    values.forEach((month, found) -> months.put(month, Spread.of(found)));
    return new Potency(
        months,
        all.isEmpty() ? Optional.empty() : Optional.of(Spread.of(all)),
        uncertainties.isEmpty() ? Optional.empty() : Optional.of(Spread.of(uncertainties).median()),
        leftOut);
  }

  private static Optional<BigDecimal> factor(StatedQuantity one, Optional<String> formula) {
    if (!one.unit().equals(ConcentrationUnit.PERCENT.name())) {
      return Optional.empty();
    }
    String salt = one.salt();
    return switch (QuantityBasis.valueOf(one.basis())) {
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
