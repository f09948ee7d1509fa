package org.tripoint.node.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.node.signals.Severity.Aspect;
import org.tripoint.node.signals.Severity.Level;

/// One grave reason is enough; what a detector does not know it does not rate.
class SeverityTest {

  @Test
  void refusesNothingTwiceAndBeyond() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Severity(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Level(Aspect.DEATHS, 6, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Severity.of(new Level(Aspect.DEATHS, 1, ""), new Level(Aspect.DEATHS, 2, "")));
  }

  @Test
  void suggestsTheHighestOfItsAspects() {
    Severity severity =
        Severity.of(new Level(Aspect.SPREAD, 1, "2"), new Level(Aspect.POTENCY, 4, "50"));
    assertThat(severity.suggested()).isEqualTo(4);
    assertThat(severity.aspects())
        .extracting(Level::aspect)
        .containsExactly(Aspect.POTENCY, Aspect.SPREAD);
  }

  @Test
  void readsRecordsWrittenBeforeThereWasSeverity() {
    String signal =
        """
        {"detector":"d","evidence":[],"link":"/","parts":[],"titleArguments":[],"titleKey":"t"}\
        """;
    assertThat(ContentCodec.of(SignalContent.class).parse(signal).severity()).isNull();
    String triage =
        """
        {"decidedBy":"ana","reason":"","signal":"00000000-0000-0000-0000-000000000001",\
        "state":"WATCHING"}\
        """;
    assertThat(ContentCodec.of(SignalTriage.class).parse(triage).notice()).isNull();
  }
}
