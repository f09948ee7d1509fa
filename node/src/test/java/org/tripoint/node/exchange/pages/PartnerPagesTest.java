package org.tripoint.node.exchange.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.exchange.partners.TestPartners;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// What administrators decide on a partner's page, and what it says of the partner.
class PartnerPagesTest extends RunningNode {

  @Autowired private ApplicationContext node;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private RunReaders readers;
  @Autowired private KeepAgreements agreements;
  @Autowired private OwnIntroduction own;

  private String partner(String name) throws Exception {
    TestPartners.add(node, name, "MX");
    readers.catchUp();
    return "/exchange/partners/" + name;
  }

  private void agree(String name, List<PartnerAgreement.Audience> audiences) {
    SharingBasis basis =
        new SharingBasis(
            "b",
            "An instrument",
            Country.CANADA,
            Country.MEXICO,
            Set.of("seizure"),
            Set.of(Part.OPEN),
            Set.of(Purpose.LAW_ENFORCEMENT),
            Onward.NEVER,
            Assurance.NOT_ASKED,
            LocalDate.parse("2025-01-01"),
            LocalDate.parse("2025-01-31"),
            365);
    agreements.keep(
        new PartnerAgreement(
            name,
            "An authority",
            Country.MEXICO,
            audiences.isEmpty() ? List.of() : List.of(basis),
            audiences),
        "tester");
    readers.catchUp();
  }

  @Test
  void takesHoursUntilARecallIsLateAndRefusesOthers() throws Exception {
    String page = partner("mx-hours");
    Visitor admin = person("partners.administrator.1", Role.ADMINISTRATOR);
    assertThat(admin.get(page).body()).contains("72 hours", "name=\"hours\"");
    admin.post(page, page + "/comply", Map.of("hours", "0"));
    assertThat(admin.get(page).body()).contains("Not saved: give 1 to 2,160 hours");
    admin.post(page, page + "/comply", Map.of("hours", "24"));
    assertThat(admin.get(page).body()).contains("24 hours");
    assertThat(person("partners.analyst.1", Role.ANALYST).get(page).body())
        .doesNotContain("name=\"hours\"");
  }

  @Test
  void endsAPartnerOnlyOnceItsAudiencesHaveEndedAndItHasConfirmed() throws Exception {
    String page = partner("mx-end");
    agree(
        "mx-end",
        List.of(
            new PartnerAgreement.Audience(
                "enforcement", Set.of("FGR"), Purpose.LAW_ENFORCEMENT, "b")));
    Visitor admin = person("partners.administrator.2", Role.ADMINISTRATOR);
    admin.post(page, page + "/end", Map.of("reason", "over", "unconfirmed", "true"));
    assertThat(admin.get(page).body()).contains("Not ended: first end its audiences");
    agree("mx-end", List.of());
    recallNobodyConfirmed("mx-end");
    admin.post(page, page + "/end", Map.of("reason", "over"));
    assertThat(admin.get(page).body())
        .contains("Not ended: it has not confirmed every recall", "one recall is not confirmed");
    admin.post(page, page + "/end", Map.of("reason", "over", "unconfirmed", "true"));
    assertThat(admin.get(page).statusCode()).isEqualTo(404);
    assertThat(admin.get("/exchange").body())
        .contains("Ended without confirmation", "mx-end", "one recall never confirmed");
    jdbc.update("delete from exchange.sent_recall where partner = 'mx-end'");
  }

  private void recallNobodyConfirmed(String name) {
    jdbc.update(
        """
        insert into exchange.sent (partner, epoch, number, signed, hash, written, entries, recalls)
        values (?, 1, 1, '', '', now(), 1, 1)
        """,
        name);
    jdbc.update(
        """
        insert into exchange.sent_recall
          (partner, audience, added, object, modified, why, epoch, number, due)
        values (?, 'enforcement', 1, 'x', now(), 'AGREEMENT_ENDED', 1, 1, now() + '1 day')
        """,
        name);
  }

  @Test
  void namesWhatThePartnerRefused() throws Exception {
    String page = partner("mx-refuses");
    Visitor analyst = person("partners.analyst.2", Role.ANALYST);
    String heading = "What the partner was given and does not have";
    assertThat(analyst.get(page).body()).doesNotContain(heading);
    jdbc.update(
        """
        insert into exchange.sent_refusal (partner, audience, added, object, expected, at) values
          ('mx-refuses', 'enforcement', 1, 'seizure--1', 'expected a <known> place', now()),
          ('mx-refuses', 'enforcement', 2, 'seizure--2', null, now())
        """);
    assertThat(analyst.get(page).body())
        .contains(
            heading,
            "seizure--1",
            "expected a &lt;known&gt; place",
            "content was gone when it was sent");
  }

  @Test
  void revokesTheCertificatesShownUntilNow() throws Exception {
    int issue = own.current().number();
    own.certificateSince();
    Visitor analyst = person("partners.analyst.3", Role.ANALYST);
    assertThat(analyst.post("/exchange", "/exchange/certificates/revoke", Map.of()).statusCode())
        .isEqualTo(403);
    Visitor admin = person("partners.administrator.3", Role.ADMINISTRATOR);
    admin.post("/exchange", "/exchange/certificates/revoke", Map.of());
    assertThat(admin.get("/exchange").body()).contains("Each partner is told");
    assertThat(own.current().number()).isGreaterThan(issue);
  }
}
