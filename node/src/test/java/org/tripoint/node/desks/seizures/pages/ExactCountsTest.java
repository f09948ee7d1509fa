package org.tripoint.node.desks.seizures.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.lists.ThingSums;

class ExactCountsTest {

  private static final List<YearMonth> MONTHS =
      List.of(YearMonth.of(2024, 3), YearMonth.of(2024, 2), YearMonth.of(2024, 1));

  private final ExactCounts counts = new ExactCounts();

  private static ThingSums sums(long events, String kilograms) {
    return new ThingSums(
        events,
        List.of(
            new ThingSums.Line(
                ItemClass.DRUG,
                "group:tripoint@1:Heroin",
                "POWDER",
                "GROSS",
                "UNKNOWN",
                "UNKNOWN",
                "",
                new BigDecimal(kilograms),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ONE)));
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 1_000 && !done.getAsBoolean(); i++) {
      Thread.sleep(10);
    }
    assertThat(done.getAsBoolean()).isTrue();
  }

  @Test
  void addsMonthByMonthAndShowsHowFarItIs() throws InterruptedException {
    CountDownLatch second = new CountDownLatch(1);
    UUID id =
        counts.start(
            "/seizures?agency=HSI",
            MONTHS,
            month -> {
              if (month.getMonthValue() == 2) {
                hold(second);
              }
              return sums(month.getMonthValue(), "0." + month.getMonthValue());
            });
    ExactCounts.Count count = counts.find(id).orElseThrow();
    await(() -> count.done() == 1);
    assertThat(count.isRunning()).isTrue();
    assertThat(count.found()).isEqualTo(3);
    second.countDown();
    await(() -> !count.isRunning());
    assertThat(count.found()).isEqualTo(6);
    assertThat(count.sums().drugsUnder("GROSS").get("group:tripoint@1:Heroin").get("kilograms"))
        .isEqualByComparingTo("0.6");
    assertThat(count.address()).isEqualTo("/seizures?agency=HSI");
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void saysSoWhenAMonthCannotBeCounted() throws InterruptedException {
    UUID id =
        counts.start(
            "/seizures",
            MONTHS,
            month -> {
              throw new IllegalStateException("no database");
            });
    ExactCounts.Count count = counts.find(id).orElseThrow();
    await(count::hasFailed);
    assertThat(count.isRunning()).isFalse();
  }

  @Test
  void forgetsTheOldestBeyondAHundred() {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      ids.add(counts.start("/seizures", List.of(), month -> ThingSums.NONE));
    }
    assertThat(counts.find(ids.getFirst())).isEmpty();
    assertThat(counts.find(ids.getLast())).isPresent();
  }
}
