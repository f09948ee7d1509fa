package org.tripoint.node.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.notices.KeepNotices.Refused;
import org.tripoint.node.notices.MailWay.Whom;
import org.tripoint.node.notices.mail.Letter;
import org.tripoint.node.notices.mail.MailServer.Outcome;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.Country;

/// Who is told what of a notice by e-mail, and when.
class MailNoticesTest {

  private static final MailWay PARTNER = new MailWay(Whom.PARTNER, "us", "all");

  private final NoticesWorld world = new NoticesWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private void list(String name, MailWay way, String... addresses) {
    world.lists.put(name, way, Language.ENGLISH, List.of(addresses), "ben");
    world.ledger.readers().catchUp();
  }

  private static String edition(String address, String number, int edition) {
    return "%s: [synthetic data] Notice %s, edition %s: Signals"
        .formatted(address, number, edition);
  }

  private static String takenBack(String address, String number) {
    return "%s: [synthetic data] Taken back: notice %s".formatted(address, number);
  }

  @Test
  void refusesListsOfNobodyOfStrangersAndByNoRight() {
    assertThatThrownBy(() -> list("x", MailWay.PUBLIC, "no address"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> list("x", MailWay.PUBLIC))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> list("x", new MailWay(Whom.PARTNER, "us", "nobody"), "a@b.example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(world.lists.find("x")).isEmpty();
  }

  @Test
  void draftsAndWhatStoodBeforeAListAreSentToNobody() throws Refused {
    world.released(Urgency.ROUTINE, 0);
    world.pass(Duration.ofMinutes(1));
    list("Public", MailWay.PUBLIC, "a@b.example");
    world.draft(Urgency.ROUTINE);
    world.mail();
    assertThat(world.server.look()).isEmpty();
  }

  @Test
  void eachGetsOnlyThePartsThatItMayHave() throws Refused {
    list("Public", MailWay.PUBLIC, "public@b.example");
    list("Home", MailWay.HOME, "home@b.example");
    world.released(Urgency.URGENT, 0);
    world.mail();
    assertThat(world.server.taken).hasSize(2);
    for (Letter letter : world.server.taken) {
      assertThat(letter.text())
          .contains("SITUATION of the first edition")
          .doesNotContain("ADVICE of the first edition")
          .doesNotContain("3 samples");
      assertThat(letter.text().contains("ASSESSMENT of the first edition"))
          .isEqualTo(letter.to().startsWith("home"));
      assertThat(letter.files()).hasSize(1);
      assertThat(letter.urgent()).isTrue();
    }
  }

  @Test
  void thePublicPartWaitsForItsCountersignatures() throws Refused {
    list("Public", MailWay.PUBLIC, "a@b.example");
    String number = world.released(Urgency.ROUTINE, 1);
    world.mail();
    assertThat(world.server.look()).isEmpty();
    world.arrive(
        NoticeCountersignature.KIND,
        new NoticeCountersignature(number, 1, Country.UNITED_STATES, NoticesWorld.START));
    world.mail();
    assertThat(world.server.look()).containsExactly(edition("a@b.example", number, 1));
  }

  @Test
  void aPartnersPeopleGetItAfterTheDisclosureLedgerSaysSoAndLoseItWithIt() throws Refused {
    list("Partner", PARTNER, "a@us.example");
    String number = world.released(Urgency.ROUTINE, 0);
    world.mail();
    assertThat(world.server.look()).as("not disclosed").isEmpty();
    world.disclose(number, true);
    world.mail();
    world.mail();
    assertThat(world.server.look()).containsExactly(edition("a@us.example", number, 1));
    world.disclose(number, false);
    world.mail();
    world.mail();
    assertThat(world.server.look()).containsExactly(takenBack("a@us.example", number));
    world.disclose(number, true);
    world.mail();
    assertThat(world.server.look()).containsExactly(edition("a@us.example", number, 1));
  }

  @Test
  void theNextEditionGoesOutOnceWhileTheFirstStandsUntilThen() throws Refused {
    list("Home", MailWay.HOME, "a@b.example");
    String number = world.released(Urgency.ROUTINE, 0);
    world.mail();
    world.keep.edit(world.find(number), world.body(number, "of the second"), null, "ana");
    world.mail();
    assertThat(world.server.look()).containsExactly(edition("a@b.example", number, 1));
    world.keep.submit(world.find(number), "ana");
    world.keep.release(world.find(number), 0, "ben");
    world.mail();
    world.mail();
    assertThat(world.server.look()).containsExactly(edition("a@b.example", number, 2));
  }

  @Test
  void aRetractionReachesEverybodyWhoHadItAndNobodyElse() throws Refused {
    list("Home", MailWay.HOME, "stays@b.example", "leaves@b.example");
    list("Ended", MailWay.PUBLIC, "ended@b.example");
    String number = world.released(Urgency.ROUTINE, 0);
    world.mail();
    assertThat(world.server.look()).hasSize(3);
    list("Home", MailWay.HOME, "stays@b.example", "new@b.example");
    world.lists.end("Ended", "ben");
    world.keep.retract(world.find(number), "the sample was mixed up", "ben");
    world.mail();
    assertThat(world.server.taken)
        .allSatisfy(letter -> assertThat(letter.text()).contains("the sample was mixed up"));
    world.mail();
    assertThat(world.server.look())
        .containsExactly(
            takenBack("ended@b.example", number),
            takenBack("leaves@b.example", number),
            takenBack("stays@b.example", number));
  }

  @Test
  void aClosureReachesEverybodyWhoHasIt() throws Refused {
    list("Home", MailWay.HOME, "a@b.example");
    String number = world.released(Urgency.ROUTINE, 0);
    world.mail();
    world.server.look();
    list("Home", MailWay.HOME, "new@b.example");
    world.keep.close(world.find(number), "no case for a month", "ben");
    world.mail();
    world.mail();
    assertThat(world.server.look())
        .containsExactly(
            "a@b.example: [synthetic data] Closed: notice %s: Signals".formatted(number));
  }

  @Test
  void whatIsNotTakenNowIsTriedAgainAndToldWhenItTakesTooLong() throws Refused {
    list("Home", MailWay.HOME, "slow@b.example", "quick@b.example");
    world.server.answers.put("slow@b.example", Outcome.LATER);
    String number = world.released(Urgency.ROUTINE, 0);
    world.mail();
    assertThat(world.server.look()).containsExactly(edition("quick@b.example", number, 1));
    for (int i = 0; i < 5; i++) {
      world.pass(Duration.ofMinutes(20));
      world.mail();
    }
    world.tell.tell();
    world.tell.tell();
    assertThat(world.raised).extracting(Signal::detector).containsExactly("notices.mail.stuck");
    world.server.answers.clear();
    world.pass(Duration.ofHours(2));
    world.mail();
    assertThat(world.server.look()).containsExactly(edition("slow@b.example", number, 1));
    world.tell.tell();
    assertThat(world.settled).hasSize(1);
  }

  @Test
  void whatIsRefusedIsKeptAndNotTriedAgain() throws Refused {
    list("Home", MailWay.HOME, "gone@b.example");
    world.server.answers.put("gone@b.example", Outcome.REFUSED);
    String number = world.released(Urgency.ROUTINE, 0);
    world.mail();
    assertThat(world.raised).extracting(Signal::detector).containsExactly("notices.mail.refused");
    world.server.answers.clear();
    world.pass(Duration.ofHours(2));
    world.mail();
    assertThat(world.server.look()).isEmpty();
    world.keep.retract(world.find(number), "the sample was mixed up", "ben");
    world.mail();
    assertThat(world.server.look()).as("never had it").isEmpty();
  }

  @Test
  void aReaderThatIsLateSendsNothingTwice() throws Refused {
    list("Home", MailWay.HOME, "a@b.example");
    world.released(Urgency.ROUTINE, 0);
    world.ledger.readers().catchUp();
    world.mailWithoutReaders();
    world.mailWithoutReaders();
    assertThat(world.server.look()).hasSize(1);
  }
}
