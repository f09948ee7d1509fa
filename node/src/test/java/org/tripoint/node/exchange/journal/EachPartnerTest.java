package org.tripoint.node.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EachPartnerTest {

  @Test
  void whoHangsKeepsNobodyElseWaitingAndIsNotBegunTwice() throws Exception {
    EachPartner each = new EachPartner();
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch hung = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    each.begin("ca", begun::incrementAndGet);
    each.start();
    Runnable hangs =
        () -> {
          begun.incrementAndGet();
          hung.countDown();
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
        };
    each.begin("ca", hangs);
    assertThat(hung.await(10, TimeUnit.SECONDS)).isTrue();
    each.begin("ca", hangs);
    each.begin("mx", other::countDown);
    assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(begun).hasValue(1);
    each.stop();
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    each.begin("ca", hangs);
    assertThat(begun).as("nothing begins after the end").hasValue(1);
  }
}
