package org.tripoint.node.desks.laboratory.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.node.desks.laboratory.lists.StatedQuantity;
import org.tripoint.node.desks.laboratory.trends.Potency.Scale;

/// Medians, quartiles, shares and their intervals.
class SpreadTest {

  @Test
  void nothingHasNoSpreadAndNoShare() {
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneValueIsItsOwnMedianWithoutAnInterval() {
    Spread one = Spread.of(numbers(7));
    assertThat(one.median()).isEqualByComparingTo("7");
    assertThat(one.lowerQuartile()).isEqualByComparingTo("7");
    assertThat(one.interval()).isEmpty();
  }

  /// Ranks of the sign test's interval: Conover, Practical Nonparametric Statistics, 3rd edition.
  @Test
  void theIntervalOfTheMedianIsBetweenThePublishedRanks() {
    assertThat(Spread.of(upTo(5)).interval()).isEmpty();
    assertThat(interval(6)).containsExactly(1, 6);
    assertThat(interval(8)).containsExactly(1, 8);
    assertThat(interval(9)).containsExactly(2, 8);
    assertThat(interval(10)).containsExactly(2, 9);
    assertThat(interval(20)).containsExactly(6, 15);
    assertThat(interval(50)).containsExactly(18, 33);
  }

  private static List<Integer> interval(int count) {
    Spread.Interval interval = Spread.of(upTo(count)).interval().orElseThrow();
    return List.of(interval.low().intValueExact(), interval.high().intValueExact());
  }

  private static List<BigDecimal> upTo(int count) {
    return Stream.iterate(BigDecimal.ONE, BigDecimal.ONE::add).limit(count).toList();
  }

  @Test
  void quartilesLieBetweenTheNearestValues() {
    Spread four = Spread.of(numbers(4, 1, 3, 2));
    assertThat(four.lowerQuartile()).isEqualByComparingTo("1.75");
    assertThat(four.median()).isEqualByComparingTo("2.5");
    assertThat(four.upperQuartile()).isEqualByComparingTo("3.25");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 42, 20261122})
  void orderOfValuesChangesNothingAndQuartilesAreInOrder(long seed) {
    RandomGenerator chance = new SplittableRandom(seed);
    List<BigDecimal> values = new ArrayList<>();
    for (int i = 0; i < 1 + chance.nextInt(2_000); i++) {
      values.add(BigDecimal.valueOf(chance.nextInt(1_000), 1));
    }
    Spread spread = Spread.of(values);
    assertThat(Spread.of(values.reversed())).as("seed " + seed).isEqualTo(spread);
    assertThat(spread.lowerQuartile()).as("seed " + seed).isLessThanOrEqualTo(spread.median());
    assertThat(spread.median()).as("seed " + seed).isLessThanOrEqualTo(spread.upperQuartile());
    spread
        .interval()
        .ifPresent(
            one -> assertThat(spread.median()).as("seed " + seed).isBetween(one.low(), one.high()));
  }

  /// Newcombe 1998 (doi 10.1002/(SICI)1097-0258(19980430)17:8), table I, method 3.
  @Test
  void sharesHaveThePublishedIntervals() {
    assertInterval(new Share(81, 263), 0.2553, 0.3662);
    assertInterval(new Share(15, 148), 0.0624, 0.1605);
    assertInterval(new Share(0, 20), 0, 0.1611);
    assertInterval(new Share(1, 29), 0.0061, 0.1718);
    assertThat(new Share(20, 20).high()).isEqualTo(1);
  }

  private static void assertInterval(Share share, double low, double high) {
    assertThat(share.low()).isCloseTo(low, within(0.00006));
    assertThat(share.high()).isCloseTo(high, within(0.00006));
  }

  @Test
  void onlyWhatCanBeComparedIsOfThePotency() {
    List<StatedQuantity> all =
        List.of(
            quantity("10", "PERCENT", "FREE_BASE", null, "1"),
            quantity("10", "PERCENT", "SALT", "HYDROCHLORIDE", null),
            quantity("10", "PERCENT", "SALT", null, null),
            quantity("7", "PERCENT", "NOT_STATED", null, "0.5"),
            quantity("2", "MG_PER_UNIT", "FREE_BASE", null, "0.2"),
            quantity("3", "MG_PER_UNIT", "NOT_STATED", null, null),
            quantity("9", "NG_PER_ML", "FREE_BASE", null, null));
    Optional<String> fentanyl = Optional.of("C22H28N2O");
    Potency potency = Potency.of(Scale.FREE_BASE, all, fentanyl);
    assertThat(potency.leftOut()).isEqualTo(5);
    Spread month = potency.months().get(YearMonth.of(2026, 3));
    assertThat(month.count()).isEqualTo(2);
    assertThat(month.upperQuartile().doubleValue()).isLessThan(10);
    assertThat(month.lowerQuartile().doubleValue()).isGreaterThan(9.02);
    assertThat(potency.uncertainty().orElseThrow()).isEqualByComparingTo("1");
    assertThat(potency.monthly().get(YearMonth.of(2026, 3))).isEqualByComparingTo("1");
    assertThat(Potency.of(Scale.FREE_BASE, List.of(), Optional.empty()).whole()).isEmpty();

    Potency unstated = Potency.of(Scale.BASIS_NOT_STATED, all, fentanyl);
    assertThat(unstated.whole().orElseThrow().count()).isEqualTo(1);
    assertThat(unstated.whole().orElseThrow().median()).isEqualByComparingTo("7");
    assertThat(unstated.monthly().get(YearMonth.of(2026, 3))).isEqualByComparingTo("0.5");

    Potency unit = Potency.of(Scale.PER_UNIT, all, fentanyl);
    assertThat(unit.whole().orElseThrow().count()).isEqualTo(1);
    assertThat(unit.whole().orElseThrow().median()).isEqualByComparingTo("2");
    assertThat(unit.uncertainty().orElseThrow()).isEqualByComparingTo("0.2");
  }

  private static StatedQuantity quantity(
      String value,
      String unit,
      String basis,
      @Nullable String salt,
      @Nullable String uncertainty) {
    return new StatedQuantity(
        LocalDate.parse("2026-03-04"),
        unit,
        new BigDecimal(value),
        basis,
        salt,
        uncertainty == null ? null : new BigDecimal(uncertainty),
        uncertainty == null ? null : BigDecimal.valueOf(2));
  }

  private static List<BigDecimal> numbers(int... values) {
    return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
  }
}
