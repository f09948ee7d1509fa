package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.DisclosuresFile;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// From the question to the review as people walk it, on a whole node.
class BreakGlassPagesTest extends RunningNode {
  private static final String PAGE = "/exchange/break-glass";
  private static final Pattern CONFIRM =
      Pattern.compile("action=\"(/exchange/break-glass/[0-9a-f-]{36}/confirm)\"");
  private static final Pattern REVIEW = Pattern.compile("href=\"(/signals/[0-9a-f-]{36})\"");

  @Autowired private ApplicationContext node;
  @Autowired private KeepAgreements agreements;
  @Autowired private ReadShared shared;
  @Autowired private RunReaders readers;
  @Autowired private ReadLedger ledger;

  @Test
  void twoPeopleLetARecordGoAndAThirdReviewsIt() throws Exception {
    String record = OneOfEverything.in(base(), home(), node, administrator()).get("event");
    String audience = Integer.toString(audience());
    Visitor asks = person("glass.asks", Role.STEWARD);
    String form = PAGE + "/ask?record=" + record;
    assertThat(asks.get(form).body()).contains(record, "glass-mx");

    HttpResponse<String> refused =
        asks.post(
            form,
            PAGE,
            Map.of(
                "record",
                record,
                "audience",
                audience,
                "assurance",
                "NOT_ASKED",
                "hours",
                "12",
                "reason",
                "urgent"));
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body())
        .contains("Give a reason of 20 to 1,000 characters.", ">urgent</textarea>");

    asks.post(
        form,
        PAGE,
        Map.of(
            "record",
            record,
            "audience",
            audience,
            "assurance",
            "NOT_ASKED",
            "hours",
            "12",
            "reason",
            "The shipment leaves the port of Manzanillo tonight"));
    Visitor confirms = person("glass.confirms", Role.STEWARD);
    assertThat(asks.get(PAGE).body())
        .contains("The shipment leaves the port")
        .doesNotContain("/confirm\"");
    String confirm = found(CONFIRM, confirms.get(PAGE).body());
    asks.post(PAGE, confirm, Map.of());
    assertThat(asks.get(PAGE).body()).contains("You asked for it yourself");
    confirms.post(PAGE, confirm, Map.of());
    String page = confirms.get(PAGE).body();
    assertThat(page)
        .contains("asked by glass.asks, confirmed by glass.confirms", "in force", "to be reviewed");

    String review = found(REVIEW, page);
    Map<String, String> decision =
        Map.of("state", "DISMISSED", "reason", "It was right: the container was found.");
    assertThat(asks.get(review).body()).contains("glass-mx").doesNotContain("name=\"reason\"");
    asks.post(review, review, decision);
    assertThat(asks.get(review).body()).contains("took no part");
    Visitor reviews = person("glass.reviews", Role.ANALYST);
    reviews.post(review, review, decision);
    assertThat(reviews.get(review).body()).contains("The decision is recorded.");
    assertThat(confirms.get(PAGE).body()).contains("closed by glass.reviews");

    Visitor auditor = person("glass.audits", Role.AUDITOR);
    String ledgerOf = "/exchange/disclosures?record=" + record;
    await(auditor, ledgerOf, "break-glass-enforcement");
    assertThat(auditor.get("/ledger/records/" + record).body()).contains(ledgerOf);
    String file = auditor.get("/exchange/disclosures/export?record=" + record).body();
    DisclosuresFile.Checked checked =
        DisclosuresFile.check(new StringReader(file), ledger.verifierKey().orElseThrow());
    assertThat(checked).isInstanceOf(DisclosuresFile.Checked.Holds.class);
    assertThat(((DisclosuresFile.Checked.Holds) checked).byAudience())
        .containsOnlyKeys("glass-mx/break-glass-enforcement");
    assertThat(auditor.get("/accounts/audit").body())
        .contains("Break-glass release confirmed", "Disclosure ledger downloaded");
  }

  @Test
  void aFilterThatIsNoneSaysWhatToWrite() throws Exception {
    Visitor auditor = person("glass.filters", Role.AUDITOR);
    String page = auditor.get("/exchange/disclosures?record=x&from=tomorrow").body();
    assertThat(page)
        .contains("This is not the id of a record", "Write a day as 2026-03-31.")
        .doesNotContain("/exchange/disclosures/export");
    assertThat(auditor.get("/exchange/disclosures/export?record=x").statusCode()).isEqualTo(400);
    assertThat(auditor.get("/exchange/disclosures?before=9&after=x.y&from=2026-01-01").statusCode())
        .isEqualTo(200);
  }

  private static void await(Visitor visitor, String path, String text) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!visitor.get(path).body().contains(text)) {
      assertThat(System.nanoTime()).as("%s shows %s in time", path, text).isLessThan(end);
      Thread.sleep(500);
    }
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private int audience() {
    SharingBasis basis =
        new SharingBasis(
            "b",
            "An instrument",
            Country.CANADA,
            Country.MEXICO,
            Set.of("seizure"),
            Set.of(Part.OPEN),
            Set.of(Purpose.LAW_ENFORCEMENT),
            SharingBasis.Onward.NEVER,
            SharingBasis.Assurance.NOT_ASKED,
            LocalDate.parse("2025-01-01"),
            null,
            365);
    agreements.keep(
        new PartnerAgreement(
            "glass-mx",
            "An authority",
            Country.MEXICO,
            List.of(basis),
            List.of(
                new PartnerAgreement.Audience(
                    "enforcement", Set.of("FGR"), Purpose.LAW_ENFORCEMENT, "b"))),
        "tester");
    readers.catchUp();
    return shared.listAudiences().stream()
        .filter(one -> one.partner().equals("glass-mx") && !one.isExceptional())
        .findFirst()
        .orElseThrow()
        .bit();
  }
}
