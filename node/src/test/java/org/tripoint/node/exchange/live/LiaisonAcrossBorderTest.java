package org.tripoint.node.exchange.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.live.LiveNode.await;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.liaison.LiaisonWorld;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;

/// A Canadian and a Mexican node with an agreement each way: what one asks, the other answers, and
/// what an officer reads at one, the other holds.
class LiaisonAcrossBorderTest {

  private static final Pattern REQUEST =
      Pattern.compile("/liaison/requests/([a-z]{2}-[0-9]{8}-[0-9a-f]{8})");

  private static LiveNode ca;
  private static LiveNode mx;
  private static LiaisonWorld canada;

  @BeforeAll
  static void start() throws Exception {
    ca = new LiveNode("ca", Country.CANADA);
    mx = new LiveNode("mx", Country.MEXICO);
    ca.trust(mx);
    mx.trust(ca);
    canada = new LiaisonWorld(ca.context, Country.CANADA);
    canada.agree("mx", Country.MEXICO);
    new LiaisonWorld(mx.context, Country.MEXICO).agree("ca", Country.CANADA);
    ca.hire("ana", Role.STEWARD);
    mx.hire("marta", Role.STEWARD);
  }

  @AfterAll
  static void stop() {
    ca.close();
    mx.close();
  }

  @Test
  void whatOneCountryAsksTheOtherAnswers() throws Exception {
    Visitor ana = signedIn(ca, "ana");
    ana.post(
        "/liaison/ask",
        "/liaison/ask",
        Map.of(
            "audience",
            "mx/enforcement",
            "agency",
            "CBSA",
            "urgency",
            "URGENT",
            "instrument",
            "Treaty",
            "question",
            "Who loaded the container?",
            "subject",
            "Pedro Prueba"));
    Matcher found = REQUEST.matcher(ana.get("/liaison").body());
    assertThat(found.find()).isTrue();
    String path = found.group();
    Visitor marta = signedIn(mx, "marta");
    await("the request in Mexico", () -> shows(marta, "/liaison", path));
    assertThat(marta.get(path).body()).contains("Who loaded the container?", "Pedro Prueba");
    marta.post(
        path,
        path + "/answer",
        Map.of("outcome", "ANSWERED", "text", "Transportes Ficticios.", "records", ""));
    await("the answer in Canada", () -> shows(ana, path, "Transportes Ficticios."));
    ana.post(path, path + "/feedback", Map.of("hit", "HIT", "useful", "true", "action", "Stopped"));
    await("the feedback in Mexico", () -> shows(marta, path, "Stopped"));
    assertThat(marta.get("/liaison/contacts").body())
        .as("Mexico's rule proposes a report of the answer")
        .contains("/liaison/contacts/write?draft=answer/");
  }

  @Test
  void whatAnOfficerReadsBothCountriesHold() throws Exception {
    ca.hire("mx.officer", Role.LIAISON);
    canada.post("mx.officer", "mx", Country.MEXICO, LocalDate.parse("2999-12-31"));
    Visitor officer = signedIn(ca, "mx.officer");
    assertThat(officer.get("/liaison/mine").statusCode()).isEqualTo(200);
    Visitor marta = signedIn(mx, "marta");
    await("the read in Mexico", () -> shows(marta, "/liaison/reads", "Officer mx.officer"));
    assertThat(signedIn(ca, "ana").get("/liaison/reads").body()).contains("Officer mx.officer");
  }

  private static Visitor signedIn(LiveNode node, String person) throws Exception {
    Visitor visitor = new Visitor(node.pages());
    visitor.signIn(person, RunningNode.PASSWORD);
    return visitor;
  }

  private static boolean shows(Visitor visitor, String path, String text) {
    try {
      return visitor.get(path).body().contains(text);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
