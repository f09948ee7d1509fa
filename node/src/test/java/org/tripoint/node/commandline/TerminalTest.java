package org.tripoint.node.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.node.TripointNode;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.vocabulary.RecordId;

class TerminalTest {
  @TempDir Path home;

  @Test
  void speaksEnglishUnlessTheTerminalAsksForAnotherOfItsLanguages() {
    assertThat(Terminal.language(Map.of())).isEqualTo(Locale.US);
    assertThat(Terminal.language(Map.of("LANG", "C.UTF-8"))).isEqualTo(Locale.US);
    assertThat(Terminal.language(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Locale.US);
    assertThat(Terminal.language(Map.of("LANG", "es_MX.UTF-8"))).isEqualTo(Locale.of("es", "MX"));
    assertThat(Terminal.language(Map.of("LANG", "es_MX.UTF-8", "LC_ALL", "fr_CA")))
        .isEqualTo(Locale.CANADA_FRENCH);
  }

  @Test
  void verifyNamesTheRecordThatIsBroken() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(new PrintStream(printed, true, StandardCharsets.UTF_8), false, Locale.US);
    VerifyCommand verify = new VerifyCommand(terminal, TripointNode.class);
    RecordId record = new RecordId(UUID.fromString("01890000-0000-7000-8000-000000000001"));

    assertThat(verify.tell(new Finding.Broken(41, record, "the open part"))).isEqualTo(3);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("BROKEN at version 41, record " + record)
        .contains("the open part");
    assertThat(verify.tell(new Finding.BrokenTree(7, "root"))).isEqualTo(3);
    assertThat(verify.tell(new Finding.Sound(7, 1, 0))).isZero();
  }

  @Test
  void keepsOneTokenThatOnlyItsOwnerReads() throws IOException {
    NodeHome node = new NodeHome(home);
    assertThat(node.token()).hasSizeGreaterThan(40).isEqualTo(node.token());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(node.tokenFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void oneNodeHoldsAHomeUntilItIsKilled() throws Exception {
    NodeHome node = new NodeHome(home);
    assertThat(node.running()).isFalse();
    Process first = HomeHolder.start(home);
    try {
      assertThat(node.running()).isTrue();
      assertThatThrownBy(() -> HomeHolder.start(home)).hasMessageContaining("taken");
    } finally {
      first.destroyForcibly().waitFor();
    }
    assertThat(node.running()).isFalse();
  }

  @Test
  void knowsWhenTheDiskOfAHomeIsShortOfRoom() {
    NodeHome node = new NodeHome(home);
    assertThat(node.roomBelow(0)).isEmpty();
    assertThat(node.roomBelow(Long.MAX_VALUE)).isPresent();
    assertThat(new NodeHome(home.resolve("absent")).roomBelow(Long.MAX_VALUE)).isEmpty();
  }
}
