package org.tripoint.node.desks.laboratory.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.results.AttachedFile;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.scenario.SyntheticSpectra;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// What people see of a measured spectrum.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class SpectrumPagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @Autowired private MockMvc web;
  @Autowired private ApplicationContext node;
  @Autowired private ReadLedger ledger;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @BeforeEach
  void library() throws Exception {
    new SpectraWorld(node).library();
  }

  private MockHttpServletResponse ask(String address) throws Exception {
    return web.perform(get(address).with(user("ana").roles("ANALYST"))).andReturn().getResponse();
  }

  private String page(String address) throws Exception {
    MockHttpServletResponse answer = ask(address);
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse handIn(String text, Role role) throws Exception {
    var file =
        new MockMultipartFile("file", "item.msp", null, text.getBytes(StandardCharsets.UTF_8));
    return web.perform(
            multipart("/laboratory/spectrum")
                .file(file)
                .with(csrf())
                .with(user("ana").roles(role.name())))
        .andReturn()
        .getResponse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "identified | en | Identified: fentanyl (synthetic) | an isomer that no library holds is"
            + " possible",
        "identified | es | Identificado: fentanyl (synthetic) | isómero que ninguna biblioteca"
            + " contiene",
        "identified | fr | Identifié : fentanyl (synthetic) | isomère qu’aucune bibliothèque ne"
            + " contient",
        "isomers | en | One of these isomers | may also be an isomer that no library holds",
        "isomers | es | Uno de estos isómeros | un isómero que ninguna biblioteca contiene",
        "isomers | fr | L’un de ces isomères | un isomère qu’aucune bibliothèque ne contient",
        "family | en | Family only: fentanyls | it may be one that no library holds",
        "family | es | Solo la familia: fentanilos | puede ser uno que ninguna biblioteca contiene",
        "family | fr | Famille seulement : fentanyls | un composé qu’aucune bibliothèque ne"
            + " contient",
        "unknown | en | Nothing in the libraries is like this spectrum | the libraries may not hold"
            + " it",
        "unknown | es | Nada en las bibliotecas se parece | puede que las bibliotecas no lo"
            + " contengan",
        "unknown | fr | Rien dans les bibliothèques ne ressemble | peuvent ne pas le contenir",
      })
  void answersInOneOfFourWaysInEachLanguage(
      String outcome, String language, String says, String open) throws Exception {
    String file = new SpectraWorld(node).measured("measured-" + outcome + "_synthetic.msp");
    String page = page("/laboratory/spectrum/" + file + "/1?lang=" + language);
    assertThat(page).contains("data-outcome=\"" + outcome + "\"", says, open);
  }

  @Test
  void anAnswerShowsWhyWithLicenceMirrorAndFiveJurisdictions() throws Exception {
    String file = new SpectraWorld(node).measured("measured-identified_synthetic.msp");
    String page = page("/laboratory/spectrum/" + file + "/1");
    assertThat(page)
        .contains("CC0 1.0 (invented)", "Synthetic library", "SYN-")
        .contains("class=\"drawing mirror\"", "phenethylpiperidinium C13H18N+")
        .contains("href=\"/substances/fentanyl\"", "United Nations conventions", "China")
        .contains("Laboratories that agree</dt><dd>3");
    assertThat(page("/laboratory/spectrum/" + file + "/1?on=1959-01-01")).contains("unknown");
    assertThat(page("/laboratory/spectrum/" + file + "/1?from=100&to=200"))
        .contains("value=\"100\"", "value=\"200\"", "Whole range");
    MockHttpServletResponse picture =
        ask("/laboratory/spectrum/" + file + "/1/mirror.svg?from=100&to=200");
    assertThat(picture.getContentType()).startsWith("image/svg+xml");
    assertThat(picture.getContentAsString()).contains("CC0 1.0 (invented)", "Synthetic library");
  }

  @Test
  void aChemistSearchesInEachModeAndSeesTermsWithEveryHit() throws Exception {
    String file = new SpectraWorld(node).measured("measured-identified_synthetic.msp");
    String search = "/laboratory/spectrum/" + file + "/1/search";
    assertThat(page("/laboratory/spectrum/" + file + "/1")).contains("href=\"" + search);
    assertThat(page(search + "?mode=IDENTITY"))
        .contains("fentanyl (synthetic)", "CC0 1.0 (invented)", "Synthetic library")
        .contains("whose chosen ion has the same m/z", "<td class=\"number\">0</td>")
        .doesNotContain("acetylfentanyl (synthetic)");
    assertThat(page(search + "?mode=OPEN"))
        .contains("value=\"OPEN\" selected", "acetylfentanyl (synthetic)", "+14.015");
    for (String mode : List.of("NEUTRAL_LOSS", "HYBRID")) {
      assertThat(page(search + "?mode=" + mode))
          .contains("value=\"" + mode + "\" selected", "para-fluorofentanyl", "−17.9906");
    }
    assertThat(page(search + "?mode=nearest&lang=fr"))
        .as("a mode that is none")
        .contains("value=\"HYBRID\" selected", "Perte neutre");
    assertThat(page(search + "?as=ELECTRON_IONISATION"))
        .contains("These ways are for fragment spectra of a chosen ion");
    assertThat(ask("/laboratory/spectrum/" + file + "/99/search").getStatus()).isEqualTo(404);
    assertThat(ask("/laboratory/spectrum/abc/1/search").getStatus()).isEqualTo(404);
  }

  @Test
  void aSpectrumWhoseLicenceForbidsItDoesNotLeaveAsAPicture() throws Exception {
    String other =
        SyntheticSpectra.library(7)
            .replace("PrecursorMZ: 337.2274", "PrecursorMZ: 777.2274")
            .replace("PJMPHNIQZUBGLI-UHFFFAOYSA-N", "AAAAAAAAAAAAAA-UHFFFAOYSA-N");
    new SpectraWorld(node).library(other, "Closed library", "no");
    String text =
        SpectraWorld.text("measured-identified_synthetic.msp")
            .replace("PrecursorMZ: 337.2274", "PrecursorMZ: 777.2274");
    String address = handIn(text, Role.ANALYST).getRedirectedUrl() + "/1";
    assertThat(page(address)).contains("Closed library", "No picture to take away");
    assertThat(ask(address + "/mirror.svg").getStatus()).isEqualTo(404);
  }

  @Test
  void severalSpectraOfAFileAreListedToPickFrom() throws Exception {
    String file = new SpectraWorld(node).measured("measured-all_synthetic.msp");
    assertThat(page("/laboratory/spectrum/" + file))
        .contains("4 spectra in this file", "tablet 2", "/laboratory/spectrum/" + file + "/4");
    assertThat(ask("/laboratory/spectrum/" + file + "/5").getStatus()).isEqualTo(404);
    assertThat(ask("/laboratory/spectrum/" + file + "/0").getStatus()).isEqualTo(404);
  }

  @Test
  void asksHowASpectrumWasMeasuredWhenTheFileDoesNotSay() throws Exception {
    String address =
        handIn("Name: x\nNum Peaks: 2\n188.1434 100\n105.0699 60\n", Role.ANALYST)
                .getRedirectedUrl()
            + "/1";
    assertThat(page(address)).contains("How was it measured?");
    assertThat(page(address + "?as=TANDEM&precursor=337.2274"))
        .contains("data-outcome=", "337.2274");
    assertThat(page(address + "?as=ELECTRON_IONISATION")).contains("data-outcome=");
    assertThat(page(address + "?as=TANDEM&precursor=none")).contains("How was it measured?");
  }

  @Test
  void whatIsNoSpectrumIsRefusedWithItsReason() throws Exception {
    assertThat(handIn("Fecha;Cantidad\n1;2\n", Role.ANALYST).getContentAsString())
        .contains("it holds no mass spectrum", "Export the spectra in one of these formats");
    assertThat(handIn("", Role.ANALYST).getContentAsString()).contains("Choose a file");
    assertThat(handIn("Name: x", Role.AUDITOR).getStatus()).isEqualTo(403);
    assertThat(ask("/laboratory/spectrum/" + "0".repeat(64)).getStatus()).isEqualTo(404);
  }

  private MockHttpServletResponse result(String address, String date) throws Exception {
    return web.perform(
            post(address + "/result")
                .param("laboratory", "Spectra lab")
                .param("country", "CA")
                .param("submission", "S-1")
                .param("item", address.substring(address.length() - 1))
                .param("origin", "SEIZURE")
                .param("date", date)
                .param("area", "ca-bc")
                .with(csrf())
                .with(user("ana").roles("ANALYST")))
        .andReturn()
        .getResponse();
  }

  @Test
  void anAnswerBecomesAPreliminaryResultThatClaimsNoMoreThanOneSpectrumAllows() throws Exception {
    String file = new SpectraWorld(node).measured("measured-all_synthetic.msp");
    List<IdentificationLevel> levels = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      String address = "/laboratory/spectrum/" + file + "/" + number;
      assertThat(page(address)).contains("Make a result record");
      assertThat(result(address, "2026-01-15").getStatus()).isEqualTo(302);
      LabResult made = newest();
      assertThat(made.attachments()).extracting(AttachedFile::sha256).containsExactly(file);
      assertThat(made.status()).isEqualTo(LabResult.ResultStatus.PRELIM);
      assertThat(made.place().code()).isEqualTo("CA-BC");
      levels.add(made.components().getFirst().level());
    }
    assertThat(levels)
        .containsExactly(
            IdentificationLevel.TENTATIVE,
            IdentificationLevel.CLASS_ONLY,
            IdentificationLevel.CLASS_ONLY,
            IdentificationLevel.UNKNOWN);
  }

  private MockHttpServletResponse ofItem(String address, String item, String... more)
      throws Exception {
    var request =
        post(address + "/result")
            .param("laboratory", "Spectra lab")
            .param("country", "CA")
            .param("submission", "S-2")
            .param("item", item)
            .param("origin", "SEIZURE")
            .param("date", "2026-01-15")
            .param("area", "ca-bc");
    for (int i = 0; i < more.length; i += 2) {
      request.param(more[i], more[i + 1]);
    }
    return web.perform(request.with(csrf()).with(user("ana").roles("ANALYST")))
        .andReturn()
        .getResponse();
  }

  @Test
  void aSpectrumOfAnItemWithAResultIsAddedAndErasesNothing() throws Exception {
    String file = new SpectraWorld(node).measured("measured-all_synthetic.msp");
    String address = "/laboratory/spectrum/" + file + "/";
    ofItem(address + 1, "A");
    LabResult first = newest();
    ofItem(address + 2, "A");
    LabResult both = newest();
    assertThat(both.status()).isEqualTo(LabResult.ResultStatus.PRELIM);
    assertThat(both.components()).hasSize(2).startsWith(first.components().getFirst());
    assertThat(both.attachments()).hasSize(2);

    ofItem(address + 1, "A");
    assertThat(newest().components())
        .as("the same spectrum again says nothing new")
        .isEqualTo(both.components());
    assertThat(newest().attachments()).isEqualTo(both.attachments());
  }

  @Test
  void aSettledResultIsAmendedWithAReasonOrLeftAsItIs() throws Exception {
    String file = new SpectraWorld(node).measured("measured-all_synthetic.msp");
    String address = "/laboratory/spectrum/" + file + "/1";
    ofItem(address, "B");
    LabResult settled = settled(newest());
    var batch = node.getBean(AppendRecords.class);
    append(batch, "ca-spectra-lab", "S-2/B", settled);
    long before = ledger.size();

    MockHttpServletResponse refused = ofItem(address, "B");
    assertThat(refused.getStatus()).isEqualTo(302);
    assertThat(ledger.size()).isEqualTo(before);
    assertThat(newest()).isEqualTo(settled);

    ofItem(address.replace("/1", "/2"), "B", "amendment", "a second spectrum was measured");
    LabResult amended = newest();
    assertThat(amended.status()).isEqualTo(LabResult.ResultStatus.AMENDED);
    assertThat(amended.amendment()).isEqualTo("a second spectrum was measured");
    assertThat(amended.components()).hasSize(2).containsAll(settled.components());
    assertThat(amended.standard()).isEqualTo(settled.standard());
  }

  @Test
  void aResultOfAnotherSourceIsNotWrittenOver() throws Exception {
    String file = new SpectraWorld(node).measured("measured-all_synthetic.msp");
    String address = "/laboratory/spectrum/" + file + "/1";
    ofItem(address, "C");
    append(
        node.getBean(AppendRecords.class),
        "ca-lims",
        "S-2/D",
        item(newest(), "D", LabResult.ResultStatus.PRELIM));
    long before = ledger.size();
    ofItem(address, "D", "amendment", "a second spectrum was measured");
    assertThat(ledger.size()).isEqualTo(before);
  }

  private void append(AppendRecords records, String source, String key, LabResult result) {
    records.append(
        new Batch(
            source,
            null,
            Instant.now().truncatedTo(ChronoUnit.MICROS),
            "tester",
            List.of(
                new Entry.Put<>(
                    LabResult.KIND,
                    key,
                    result,
                    Marking.originatorOnly(Marking.Purpose.LAW_ENFORCEMENT),
                    result.day()))));
    node.getBean(RunReaders.class).catchUpBriefly();
  }

  private static LabResult settled(LabResult one) {
    return item(one, one.item(), LabResult.ResultStatus.FINAL);
  }

  private static LabResult item(LabResult one, String item, LabResult.ResultStatus status) {
    return new LabResult(
        one.laboratory(),
        one.country(),
        one.accreditation(),
        one.submission(),
        item,
        one.seizure(),
        one.sampleOrigin(),
        one.date(),
        one.dateBasis(),
        one.receivedOn(),
        one.reportedOn(),
        one.place(),
        one.material(),
        one.expected(),
        one.samplingPlan(),
        one.components(),
        one.scope(),
        one.scopeVersion(),
        "SWGDRUG",
        "8.2",
        status,
        "",
        one.attachments(),
        one.comment(),
        one.caseNumbers(),
        one.custody(),
        one.extras());
  }

  @Test
  void aResultWithoutADayThatCanBeIsNotRecorded() throws Exception {
    String file = new SpectraWorld(node).measured("measured-unknown_synthetic.msp");
    long before = ledger.size();
    assertThat(result("/laboratory/spectrum/" + file + "/1", "2199-01-01").getRedirectedUrl())
        .endsWith("#result");
    assertThat(ledger.size()).isEqualTo(before);
  }

  private LabResult newest() {
    RecordId record =
        RecordId.parse(
            JdbcClient.create(node.getBean(DataSource.class))
                .sql(
                    "select record::text from ledger.version where kind = 'lab-result'"
                        + " order by seq desc limit 1")
                .query(String.class)
                .single());
    return ledger.findCurrent(record).orElseThrow().content(LabResult.KIND).orElseThrow();
  }
}
